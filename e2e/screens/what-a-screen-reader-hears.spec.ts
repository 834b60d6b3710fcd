import { expect } from "@playwright/test";
import { createTranslator } from "use-intl/core";
import { patience } from "#tests/support/patience.ts";
import arOwn from "../../messages/own/ar.json" with { type: "json" };
import arPlayer from "../../messages/player/ar.json" with { type: "json" };
import arUi from "../../messages/ui/ar.json" with { type: "json" };
import { hearing } from "../fixtures/hearing.ts";
import { test } from "../fixtures/test.ts";

const messages = { ...arPlayer, ui: arUi, own: arOwn };
const t = createTranslator({ locale: "ar", messages });

const seconds = (left: number) => t("ui.secondsLeft", { seconds: left });
/** A phone on a busy machine may miss the tenth or fifth second, and says the next. */
const LATE = new Map([9, 8, 7, 6, 4, 3, 2, 1].map((left) => [seconds(left), seconds(left > 5 ? 10 : 5)]));
const onTime = (words: string) => LATE.get(words) ?? words;

const OPTIONS = [{ text: "باريس", correct: true }, { text: "ليون" }];
const QUIZ = {
  title: "العواصم",
  questions: [
    { kind: "single", prompt: "ما عاصمة فرنسا؟", options: OPTIONS, timeLimitMs: 10_000 + patience(4_000) },
    // Worth twice as much: a right answer takes the lead.
    { kind: "single", prompt: "وما عاصمتها اليوم؟", options: OPTIONS, timeLimitMs: 600_000, points: 2 },
  ],
};

test("[WA7] a whole game in Arabic: the question, ten and five seconds, the outcome and the place are said, each once", async ({
  startSession,
  player,
}) => {
  const session = await startSession(QUIZ);
  const ravi = await session.admits("Ravi");
  const { page } = await player("سارة", { in: session, locale: "ar" });
  const heard = await hearing(page);
  await page.reload();
  // How long saving takes is the network's affair; nobody needs to hear of a short one.
  const notable = async () => (await heard()).filter((words) => words !== t("status.saving")).map(onTime);
  /** All that was said so far, in order, and nothing else. */
  const all: string[] = [];
  const hears = async (...words: string[]) => {
    all.push(...words);
    await expect.poll(notable).toEqual(all);
  };
  const question = (nth: number) =>
    t("say.question", {
      index: nth,
      total: QUIZ.questions.length,
      prompt: QUIZ.questions[nth - 1]?.prompt ?? "",
      instruction: t("instruction.choose"),
    });
  const place = (rank: number) => t("ordinal", { rank });

  await hears(t("say.in", { name: "سارة" }));
  await session.countsDown();
  await session.isOpen();
  await ravi.answers(0, { choice: 0 });
  await hears(question(1), seconds(10), seconds(5));
  await hears(t("status.timeUp"), t("say.outcome", { outcome: t("outcome.none") }));
  const [first] = await session.standings();
  const gap = t("place.behind", { points: first?.score ?? 0, name: "\u2068Ravi\u2069" });
  await session.goesOn();
  await hears(t("place.youOfGap", { place: place(2), players: 2, gap }));
  await session.goesOn();
  await hears(question(2));
  await page.getByRole("button", { name: "باريس" }).tap();
  await expect.poll(async () => (await session.standings())[0]?.name).toBe("سارة");
  const mine = (await (await page.request.get(`/api/v1/pins/${session.pin}/me`)).json()) as { score: number };
  const points = mine.score.toLocaleString("ar-u-nu-latn");
  await hears(`${t("status.saved")} · ${t("status.right")} · +${points}`);
  await ravi.answers(1, { choice: 1 });
  await hears(t("say.outcomePoints", { outcome: t("outcome.right"), points: mine.score }));
  await session.goesOn();
  await hears(t("place.youOf", { place: place(1), players: 2 }));
  await session.goesOn();
  await hears(t("say.podium"), t("place.youOf", { place: place(1), players: 2 }));
  await session.goesOn();
  await hears(t("ended.over"));
});
