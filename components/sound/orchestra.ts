import {
  BEATS_PER_BAR,
  FANFARE_BPM,
  fanfarePhrase,
  LOBBY_BPM,
  lobbyBar,
  type Note,
  revealPhrase,
  THINK_BPM,
  thinkBar,
} from "./score.ts";
import { drumRoll, gong, play, tick } from "./voices.ts";
import { PARTS, type Part, type Volumes } from "./volumes.ts";

/** The music in the background. `tension` is asked at every bar. */
export type Music = { piece: "lobby" } | { piece: "think"; tension: () => number } | null;

export interface Orchestra {
  /** Whether the browser lets us play; false until somebody has touched the page. */
  resume(): Promise<boolean>;
  setVolumes(volumes: Volumes): void;
  music(music: Music): void;
  tick(last: boolean): void;
  gong(): void;
  reveal(): void;
  drumRoll(durationMs: number): void;
  fanfare(): void;
  close(): void;
}

/** Bars are written this far ahead of what is heard, so that a busy page does not stumble. */
const AHEAD_S = 0.5;
const EVERY_MS = 150;
const FADE_S = 0.4;

export function createOrchestra(volumes: Volumes): Orchestra {
  const context = new AudioContext();
  const limiter = new DynamicsCompressorNode(context, {
    threshold: -10,
    ratio: 8,
    attack: 0.003,
    release: 0.15,
  });
  limiter.connect(context.destination);
  const desks = new Map(PARTS.map((part) => [part, new GainNode(context, { gain: volumes[part] })]));
  for (const desk of desks.values()) desk.connect(limiter);
  const desk = (part: Part) => desks.get(part) as GainNode;

  let stopMusic = () => {};

  function phrase(part: Part, notes: readonly Note[], bpm: number): void {
    for (const note of notes) {
      play(desk(part), note, context.currentTime + 0.05 + (note.beat * 60) / bpm, (note.beats * 60) / bpm);
    }
  }

  function loop(part: Part, bpm: number, barOf: (bar: number) => Note[]): () => void {
    const fader = new GainNode(context, { gain: 1 });
    fader.connect(desk(part));
    let bar = 0;
    let nextS = context.currentTime + 0.1;
    const write = () => {
      // After a sleep of the machine the music goes on from now, rather than catch up.
      if (nextS < context.currentTime - 1) nextS = context.currentTime + 0.1;
      while (nextS < context.currentTime + AHEAD_S) {
        for (const note of barOf(bar))
          play(fader, note, nextS + (note.beat * 60) / bpm, (note.beats * 60) / bpm);
        nextS += (BEATS_PER_BAR * 60) / bpm;
        bar++;
      }
    };
    write();
    const timer = setInterval(write, EVERY_MS);
    return () => {
      clearInterval(timer);
      fader.gain.setTargetAtTime(0, context.currentTime, FADE_S / 4);
      setTimeout(() => fader.disconnect(), FADE_S * 2_000);
    };
  }

  return {
    async resume() {
      // Where the browser refuses, the promise stays open, or fails once the context is closed: a moment tells.
      await Promise.race([context.resume().catch(() => {}), new Promise((done) => setTimeout(done, 300))]);
      return context.state === "running";
    },
    setVolumes(next) {
      for (const part of PARTS) desk(part).gain.setTargetAtTime(next[part], context.currentTime, 0.03);
    },
    music(music) {
      stopMusic();
      stopMusic = () => {};
      if (music?.piece === "lobby") stopMusic = loop("lobby", LOBBY_BPM, lobbyBar);
      if (music?.piece === "think") {
        const { tension } = music;
        stopMusic = loop("think", THINK_BPM, (bar) => thinkBar(tension(), bar));
      }
    },
    tick: (last) => tick(desk("tick"), context.currentTime + 0.01, last),
    gong: () => gong(desk("gong"), context.currentTime + 0.02),
    reveal: () => phrase("reveal", revealPhrase(), 120),
    drumRoll: (durationMs) => drumRoll(desk("roll"), context.currentTime + 0.02, durationMs / 1_000),
    fanfare: () => phrase("fanfare", fanfarePhrase(), FANFARE_BPM),
    close() {
      stopMusic();
      if (context.state !== "closed") context.close().catch(() => {});
    },
  };
}
