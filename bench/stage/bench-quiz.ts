/** A quiz of plain questions whose first option is right; each stays open for long after the wave. */
export function benchQuiz(questions: number, secondsOpen: number) {
  return {
    title: "Bench",
    questions: Array.from({ length: questions }, (_, i) => ({
      kind: "single",
      prompt: `Which of these is the first option of question ${i + 1}?`,
      options: [
        { text: "This one", correct: true },
        { text: "The second" },
        { text: "The third" },
        { text: "The fourth" },
      ],
      timeLimitMs: secondsOpen * 1_000,
      points: 1,
    })),
  };
}

/** Instant points, no reading time, and the host moves on: what a wave needs. */
export const BENCH_SETTINGS = { reveal: "instant", pace: "host", readingMs: 0, maxPlayers: 100_000 };
