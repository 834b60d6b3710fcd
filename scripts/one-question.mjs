/** A quiz that stays in its question for as long as a page is measured. */
export const ONE_QUESTION = {
  title: "Capitals",
  questions: [
    {
      kind: "single",
      prompt: "What is the capital of France?",
      options: [{ text: "Lyon" }, { text: "Paris", correct: true }, { text: "Nice" }],
      timeLimitMs: 240_000,
    },
  ],
};
