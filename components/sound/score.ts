/** The notes, apart from how they sound. Everything here is composed for Ovation. */

export interface Note {
  /** In beats from the start of the bar or phrase. */
  beat: number;
  /** MIDI number; 69 is the A of 440 Hz. */
  midi: number;
  beats: number;
  voice: "marimba" | "bass" | "pad" | "pulse" | "brass" | "hat" | "kick";
  /** 0 to 1. */
  loudness: number;
}

export const BEATS_PER_BAR = 4;
export const LOBBY_BPM = 96;
export const THINK_BPM = 116;
export const FANFARE_BPM = 132;

/** Root and chord of each bar of the lobby, in D: it never quite comes home, so that it can go round for an hour. */
const LOBBY_BARS = [
  [38, [62, 66, 69, 73]],
  [35, [59, 62, 66, 69]],
  [31, [59, 62, 66, 67]],
  [33, [61, 64, 66, 69]],
  [38, [62, 66, 69, 76]],
  [42, [61, 64, 69, 73]],
  [31, [59, 62, 67, 71]],
  [33, [57, 61, 64, 71]],
] as const;
export const LOBBY_LENGTH = LOBBY_BARS.length;

/** Eighths of the melody, as steps of the bar's chord; null rests. Two figures take turns. */
const FIGURES = [
  [0, null, 2, 1, null, 3, 2, null],
  [3, 2, null, 1, 2, null, 0, 1],
] as const;

export function lobbyBar(bar: number): Note[] {
  const [root, chord] = LOBBY_BARS[bar % LOBBY_LENGTH] as (typeof LOBBY_BARS)[number];
  const figure = FIGURES[Math.floor(bar / 2) % 2] as readonly (number | null)[];
  const melody = figure.flatMap((step, eighth): Note[] =>
    step === null
      ? []
      : [
          {
            beat: eighth / 2,
            midi: (chord[step] ?? chord[0]) + 12,
            beats: 0.5,
            voice: "marimba",
            loudness: eighth % 4 ? 0.5 : 0.7,
          },
        ],
  );
  return [
    ...chord.map((midi): Note => ({ beat: 0, midi, beats: BEATS_PER_BAR, voice: "pad", loudness: 0.3 })),
    { beat: 0, midi: root, beats: 1.5, voice: "bass", loudness: 0.8 },
    { beat: 2.5, midi: root + 7, beats: 0.75, voice: "bass", loudness: 0.55 },
    ...melody,
    ...[1, 3].map((beat): Note => ({ beat, midi: 90, beats: 0.1, voice: "hat", loudness: 0.4 })),
  ];
}

/**
 * One bar to think by. `tension` runs from 0 when the question opens to 1 when it closes: a pulse first, then plucks, then
 * a hat in eighths and in sixteenths, and in the last quarter everything a semitone higher.
 */
export function thinkBar(tension: number, bar: number): Note[] {
  const up = tension >= 0.75 ? 1 : 0;
  const root = (bar % 4 === 2 ? 41 : bar % 4 === 3 ? 40 : 45) + up - 12;
  const pulses = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5].map(
    (beat): Note => ({ beat, midi: root + 12, beats: 0.4, voice: "pulse", loudness: beat % 1 ? 0.35 : 0.55 }),
  );
  const notes: Note[] = [{ beat: 0, midi: root, beats: 3.5, voice: "bass", loudness: 0.7 }, ...pulses];
  if (tension >= 0.25) {
    for (const [beat, step] of [
      [0, 24],
      [0.75, 27],
      [1.5, 31],
      [2.25, 27],
      [3, 34],
    ] as const)
      notes.push({ beat, midi: root + step, beats: 0.4, voice: "marimba", loudness: 0.5 });
  }
  if (tension >= 0.5) {
    const every = tension >= 0.75 ? 0.25 : 0.5;
    for (let beat = 0; beat < BEATS_PER_BAR; beat += every)
      notes.push({ beat, midi: 90, beats: 0.05, voice: "hat", loudness: beat % 1 ? 0.3 : 0.5 });
    for (const beat of [0, 2]) notes.push({ beat, midi: 36, beats: 0.3, voice: "kick", loudness: 0.7 });
  }
  return notes;
}

/** Up a broken chord, and a sparkle on top: the answer is there. */
export function revealPhrase(): Note[] {
  return [62, 66, 69, 74, 78, 81].map((midi, step) => ({
    beat: step * 0.22,
    midi,
    beats: step === 5 ? 2 : 0.4,
    voice: "marimba" as const,
    loudness: 0.5 + step * 0.08,
  }));
}

/** For the winner: a call, its echo a fourth higher, and a chord that stays. */
export function fanfarePhrase(): Note[] {
  const call = [
    [0, 62, 0.5],
    [0.5, 62, 0.25],
    [0.75, 62, 0.25],
    [1, 69, 1],
  ] as const;
  const brass = (beat: number, midi: number, beats: number, loudness: number): Note => ({
    beat,
    midi,
    beats,
    loudness,
    voice: "brass",
  });
  return [
    ...call.flatMap(([beat, midi, beats]) => [
      brass(beat, midi, beats, 0.7),
      brass(beat, midi - 12, beats, 0.5),
    ]),
    ...call.flatMap(([beat, midi, beats]) => [
      brass(beat + 2, midi + 5, beats, 0.75),
      brass(beat + 2, midi - 3, beats, 0.5),
    ]),
    ...[50, 62, 66, 69, 74, 78].map((midi) => brass(4, midi, 4, 0.65)),
    ...[4, 4.5, 5, 5.25, 5.5, 5.75, 6].map(
      (beat): Note => ({ beat, midi: 36, beats: 0.3, voice: "kick", loudness: 0.8 }),
    ),
  ];
}
