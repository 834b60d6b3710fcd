/** A board as large as Ovation's own, so that references send as many bytes. The counts come last, as there. */
export function boardMessage(tick: number, questionIndex: number | null, answered: number, players: number) {
  return { type: "board", tick, top: TOP, cuts: CUTS, players, questionIndex, answered };
}

export function viewMessage(version: number, index: number, opensAtMs: number) {
  return {
    type: "view",
    view: { version, phase: { name: "question", index, opensAtMs }, padding: PADDING },
  };
}

/** What all are told of a question that is over; each gets it with a line of its own. */
export function revealMessage(index: number, answered: number, bars: readonly number[]) {
  const result = { answered, correct: bars[0], bars };
  return { type: "you", phase: { name: "reveal", index }, reveal: { key: { choice: 0 }, result } };
}

const TOP = Array.from({ length: 10 }, (_, i) => ({
  rank: i + 1,
  playerId: `0123456789abcdefghij${i}`,
  name: `Player ${1_000 + i}`,
  score: 1_000 - i,
}));
/** Ovation sends at most 32; in the waves of the bench many players share a score, and its boards average 1.1 KB. */
const CUTS = Array.from({ length: 12 }, (_, i) => ({ rank: 1 + i * 800, score: 990 - i * 30 }));
/** What else a question's view holds: prompt, options, settings. */
const PADDING = "x".repeat(700);
