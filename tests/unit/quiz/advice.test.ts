import { expect, test } from "vitest";
import { adviceOn } from "#lib/quiz/advice/advice-on.ts";
import { readingMs } from "#lib/quiz/advice/reading-time.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { draftProblems, quizProblems } from "#lib/quiz/quiz.ts";

/** The first option is the right one. */
const single = (
  prompt: string,
  texts: readonly string[],
  right = 0,
  timeLimitMs = 20_000,
): QuestionDraft => ({
  kind: "single",
  prompt,
  timeLimitMs,
  points: 1,
  options: texts.map((text, at) => ({ text, correct: at === right })),
});
const rules = (...questions: QuestionDraft[]) =>
  adviceOn(questions).map(({ rule, path }) => `${rule} ${path}`);

test("[ED5] a good question has no advice, and an empty one none that would be told too early", () => {
  expect(rules(single("What is the capital of Norway?", ["Oslo", "Bergen", "Lima"]))).toEqual([]);
  expect(rules(single("", ["", "", "", ""], -1), single("", ["", ""], -1))).toEqual([]);
});

test("[ED5] options that differ in case, accents or punctuation alone are told with both", () => {
  const [advice] = adviceOn([single("Which?", ["Café Noir", "Tea", "cafe noir!"])]);
  expect(advice).toMatchObject({
    rule: "same-options",
    path: "questions[0].options[2].text",
    message: "“Café Noir” and “cafe noir!” are hardly told apart.",
  });
  // The same to the letter is a problem, and told as such.
  expect(rules(single("Which?", ["Tea", "Tea"]))).toEqual([]);
});

test("[ED5] a multiple choice of which all are right has nothing to tell apart", () => {
  const options = ["2", "3"].map((text) => ({ text, correct: true }));
  expect(
    rules({
      kind: "multiple",
      prompt: "Primes?",
      timeLimitMs: 20_000,
      points: 1,
      showPick: false,
      options,
    }),
  ).toEqual(["all-right questions[0].options"]);
});

test("[ED5] a question that cannot be read in its time is told how long reading takes", () => {
  const long =
    "Which of these rivers runs through more than three capitals of Europe before it ends in a sea? ";
  const [advice] = adviceOn([single(long.repeat(2), ["The Danube", "The Rhine"], 0, 10_000)]);
  expect(advice).toMatchObject({ rule: "too-long-to-read", path: "questions[0].timeLimitMs" });
  expect(advice?.message).toBe("Reading this takes about 14 s, and players have 10 s to read and answer.");
  expect(rules(single(long.repeat(2), ["The Danube", "The Rhine"], 0, 30_000))).toEqual([]);
  // A sign that is a syllable takes as long as three letters.
  expect(readingMs("東京都".repeat(10))).toBeCloseTo(readingMs("abc".repeat(30)));
});

test("[ED5] a film or sound without words, and a picture without description, say where to write them", () => {
  const asks = single("What is this?", ["A", "B"]);
  const [film, sound, picture] = ["mp4", "mp3", "png"].map((ending) => ({
    id: `${"a".repeat(20)}${ending === "png" ? "-80x60" : ""}.${ending}`,
  }));
  expect(rules({ ...asks, media: film })).toEqual([
    "no-words-for-sound questions[0].media.transcript",
    "no-description questions[0].media.alt",
  ]);
  expect(rules({ ...asks, media: { ...film!, alt: "A dog runs", transcript: "Barking" } })).toEqual([]);
  expect(rules({ ...asks, media: sound })).toEqual(["no-words-for-sound questions[0].media.transcript"]);
  expect(rules({ ...asks, media: picture })).toEqual(["no-description questions[0].media.alt"]);
});

test("[ED5] the longest option being right in eight of ten is told at each of the eight", () => {
  const giveaway = Array.from({ length: 8 }, (_, at) =>
    single(`Question ${at}?`, ["short", "a much longer and right one", "brief", "small"], 1),
  );
  const honest = [0, 2].map((right) => single(`Honest ${right}?`, ["north", "south", "west"], right));
  const told = adviceOn([...honest, ...giveaway]).filter(({ rule }) => rule === "longest-is-right");
  expect(told).toHaveLength(8);
  expect(told[0]).toMatchObject({
    path: "questions[2].options",
    message:
      "In 8 of 10 questions the longest option is the right one. Shorten it, or write more in another.",
  });
  expect(adviceOn(giveaway.slice(0, 4))).toEqual([]);
});

test("[ED5] the right option always in one place, and a question asked twice, are told", () => {
  const texts = ["north", "south", "west"];
  const five = Array.from({ length: 5 }, (_, at) => single(`Where is ${at}?`, texts, 1));
  expect(rules(...five)).toEqual(five.map((_, at) => `same-place questions[${at}].options`));
  expect(rules(single("Oslo is?", texts), single("OSLO IS", texts, 1))).toEqual([
    "same-question questions[1].prompt",
  ]);
});

test("[ED5] problems found question by question are those of the whole quiz", () => {
  const quiz = { title: "", questions: [single("", ["", "A"], -1), single("Fine?", ["A", "B"])] };
  const byPath = (problems: { path: string }[]) => problems.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  expect(byPath(draftProblems(quiz))).toEqual(byPath(quizProblems(quiz)));
  expect(draftProblems({ ...quiz, questions: [] } as never)).toEqual(
    quizProblems({ ...quiz, questions: [] }),
  );
});
