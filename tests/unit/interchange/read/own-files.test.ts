import { expect, test } from "vitest";
import { filesNamed, withOwnFiles } from "#lib/interchange/read/formats/own-files.ts";
import { readFile, told } from "./reading.ts";

const MINE = `${"m".repeat(20)}-400x300.png`;
const THEIRS = `${"t".repeat(20)}-400x300.png`;

test("[IMP10] files of others are left out and said, and what cannot do without is refused with its draft", async () => {
  const picture = (id: string) => ({ id, alt: "A map" });
  const verdict = { kind: "truefalse", correct: true };
  const options = [{ text: "a", correct: true, image: picture(THEIRS) }, { text: "b" }];
  const questions = [
    { ...verdict, prompt: "Theirs", media: picture(THEIRS) },
    { kind: "pin", prompt: "Where?", media: picture(THEIRS), targets: [{ x: 0.5, y: 0.5 }] },
    { ...verdict, prompt: "Mine", media: picture(MINE) },
    { kind: "single", prompt: "Options", options },
  ];
  const read = await readFile(JSON.stringify({ title: "Maps", questions }));
  expect(filesNamed(read).sort()).toEqual([MINE, THEIRS]);
  const [quiz] = withOwnFiles(read, new Set([MINE])).quizzes;
  const leftOut = "A file it shows is not among yours and was left out; add it again.";
  expect(told(quiz!)).toEqual([
    `1 changed: ${leftOut}`,
    "2 refused: A file that it needs is not among yours. Add it again.",
    "3 ok",
    `4 changed: ${leftOut}`,
  ]);
  expect(quiz?.rows.map(({ question }) => question)).toEqual([0, null, 1, 2]);
  expect(quiz?.rows[1]?.draft).toMatchObject({ kind: "pin", prompt: "Where?" });
  expect(JSON.stringify(quiz?.quiz)).not.toContain(THEIRS);
  expect(quiz?.quiz.questions[1]).toMatchObject({ prompt: "Mine", media: { id: MINE } });
});
