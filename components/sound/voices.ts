import type { Note } from "./score.ts";

/** The instruments, made of oscillators and noise; nothing is loaded. Each plays once, at `atS` of the context's clock. */
export function play(out: AudioNode, note: Note, atS: number, durationS: number): void {
  const { voice, midi, loudness } = note;
  const hz = 440 * 2 ** ((midi - 69) / 12);
  switch (voice) {
    case "marimba":
      tone(out, { type: "sine", hz, atS, durationS: 0.5, loudness: loudness * 0.3, attackS: 0.003 });
      tone(out, {
        type: "sine",
        hz: hz * 3.93,
        atS,
        durationS: 0.09,
        loudness: loudness * 0.1,
        attackS: 0.002,
      });
      return;
    case "bass":
      tone(out, {
        type: "triangle",
        hz,
        atS,
        durationS,
        loudness: loudness * 0.4,
        attackS: 0.01,
        cutoffHz: 500,
      });
      return;
    case "pad":
      tone(out, {
        type: "sawtooth",
        hz,
        atS,
        durationS: durationS * 1.1,
        loudness: loudness * 0.09,
        attackS: durationS * 0.3,
        cutoffHz: 900,
      });
      return;
    case "pulse":
      tone(out, {
        type: "square",
        hz,
        atS,
        durationS,
        loudness: loudness * 0.13,
        attackS: 0.004,
        cutoffHz: 700,
      });
      return;
    case "brass":
      for (const detune of [-6, 6])
        tone(out, {
          type: "sawtooth",
          hz,
          detune,
          atS,
          durationS,
          loudness: loudness * 0.1,
          attackS: 0.03,
          cutoffHz: 2_400,
        });
      return;
    case "hat":
      noise(out, { atS, durationS: 0.05, loudness: loudness * 0.12, type: "highpass", hz: 7_000 });
      return;
    case "kick":
      tone(out, {
        type: "sine",
        hz: 120,
        toHz: 42,
        atS,
        durationS: 0.22,
        loudness: loudness * 0.5,
        attackS: 0.002,
      });
      return;
    default:
      voice satisfies never;
  }
}

/** A woodblock; the last second is higher. */
export function tick(out: AudioNode, atS: number, last: boolean): void {
  const hz = last ? 1_560 : 1_040;
  tone(out, { type: "sine", hz, toHz: hz * 0.82, atS, durationS: 0.09, loudness: 0.5, attackS: 0.001 });
  noise(out, { atS, durationS: 0.02, loudness: 0.2, type: "bandpass", hz: hz * 2 });
}

/** The partials of a struck plate: none of them a multiple of another. */
const PLATE = [1, 1.51, 1.98, 2.44, 2.94, 3.74, 4.62];

export function gong(out: AudioNode, atS: number): void {
  PLATE.forEach((ratio, nth) => {
    const durationS = 3.2 / (1 + nth * 0.35);
    const loudness = 0.3 / (1 + nth * 0.6);
    tone(out, { type: "sine", hz: 98 * ratio, atS, durationS, loudness, attackS: 0.004 + nth * 0.012 });
  });
  noise(out, { atS, durationS: 0.4, loudness: 0.12, type: "lowpass", hz: 900 });
}

/** Strokes that grow closer and louder until the name falls. */
export function drumRoll(out: AudioNode, atS: number, durationS: number): void {
  let t = 0;
  while (t < durationS - 0.04) {
    const progress = t / durationS;
    noise(out, { atS: atS + t, durationS: 0.09, loudness: 0.12 + 0.3 * progress, type: "bandpass", hz: 240 });
    noise(out, {
      atS: atS + t,
      durationS: 0.05,
      loudness: 0.05 + 0.12 * progress,
      type: "highpass",
      hz: 3_200,
    });
    t += 0.075 - 0.03 * progress;
  }
  const end = atS + durationS;
  tone(out, { type: "sine", hz: 110, toHz: 40, atS: end, durationS: 0.5, loudness: 0.6, attackS: 0.002 });
  noise(out, { atS: end, durationS: 1.1, loudness: 0.22, type: "highpass", hz: 5_000 });
}

interface Tone {
  type: OscillatorType;
  hz: number;
  /** Where the pitch falls to. */
  toHz?: number;
  detune?: number;
  atS: number;
  durationS: number;
  loudness: number;
  attackS: number;
  cutoffHz?: number;
}

function tone(
  out: AudioNode,
  { type, hz, toHz, detune = 0, atS, durationS, loudness, attackS, cutoffHz }: Tone,
): void {
  const { context } = out;
  const oscillator = new OscillatorNode(context, { type, frequency: hz, detune });
  if (toHz) oscillator.frequency.exponentialRampToValueAtTime(toHz, atS + durationS);
  const gain = envelope(context, atS, durationS, loudness, attackS);
  if (cutoffHz) {
    const filter = new BiquadFilterNode(context, { type: "lowpass", frequency: cutoffHz, Q: 0.7 });
    oscillator.connect(filter).connect(gain).connect(out);
  } else {
    oscillator.connect(gain).connect(out);
  }
  oscillator.start(atS);
  oscillator.stop(atS + durationS + 0.05);
}

interface Noise {
  atS: number;
  durationS: number;
  loudness: number;
  type: BiquadFilterType;
  hz: number;
}

function noise(out: AudioNode, { atS, durationS, loudness, type, hz }: Noise): void {
  const { context } = out;
  const source = new AudioBufferSourceNode(context, { buffer: whiteNoise(context), loop: true });
  const filter = new BiquadFilterNode(context, { type, frequency: hz, Q: 0.9 });
  source
    .connect(filter)
    .connect(envelope(context, atS, durationS, loudness, 0.002))
    .connect(out);
  source.start(atS, Math.random());
  source.stop(atS + durationS + 0.05);
}

function envelope(
  context: BaseAudioContext,
  atS: number,
  durationS: number,
  loudness: number,
  attackS: number,
): GainNode {
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0.0001, atS);
  gain.gain.exponentialRampToValueAtTime(Math.max(0.0002, loudness), atS + attackS);
  gain.gain.exponentialRampToValueAtTime(0.0001, atS + Math.max(durationS, attackS + 0.02));
  return gain;
}

const buffers = new WeakMap<BaseAudioContext, AudioBuffer>();

function whiteNoise(context: BaseAudioContext): AudioBuffer {
  const known = buffers.get(context);
  if (known) return known;
  const buffer = new AudioBuffer({ length: context.sampleRate * 2, sampleRate: context.sampleRate });
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  buffers.set(context, buffer);
  return buffer;
}
