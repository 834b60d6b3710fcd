import { expect, test } from "vitest";
import { earlyPictures } from "#components/media/early-pictures.ts";
import { ON_PHONES, ON_STAGE } from "#components/media/media-url.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { mediaName } from "#lib/quiz/media/media-id.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Command } from "#lib/session/phases/command.ts";
import { viewOf } from "#lib/session/reports/view.ts";
import type { Session } from "#lib/session/session.ts";
import { lobby, played, settled, T0 } from "./commanded.ts";

const picture = (letter: string, ending: "webp" | "mp3" = "webp") =>
  mediaName(letter.repeat(20), ending, ending === "webp" ? { width: 640, height: 480 } : undefined);

/** A question with a picture, one with pictures to choose from and a sound, and a slide without any. */
function withPictures(): Session {
  const quiz = parseQuiz({
    title: "Birds",
    questions: [
      {
        kind: "truefalse",
        prompt: "A heron?",
        correct: true,
        media: { id: picture("q"), alt: "A gray bird" },
      },
      {
        kind: "single",
        prompt: "Which one sings?",
        media: { id: picture("s", "mp3"), alt: "A song" },
        options: [
          { text: "Wren", image: { id: picture("w"), alt: "A small bird" }, correct: true },
          { text: "Crow", image: { id: picture("c"), alt: "A black bird" } },
        ],
      },
      { kind: "slide", prompt: "Thank you" },
    ],
  });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  return { ...lobby(), quiz: freezeQuiz(quiz.value, seededRandom(3)) };
}

const view = (session: Session) =>
  viewOf(session, { players: 0, answered: 0, socketAnswersAbove: 300, joinOrigin: "", nowMs: T0 });
const at = (...commands: Command[]) => view(played(withPictures(), ...commands));
const [start, open, close, next] = (["start", "open", "close", "next"] as const).map(
  (command) => ({ command }) as Command,
) as [Command, Command, Command, Command];

test("[MD13] between questions the view names the next one's pictures, sorted, and no word of it", () => {
  const named = { options: [picture("c"), picture("w")] };
  const reveal = at(start, open, close, settled(0));
  expect([reveal.phase.name, reveal.next]).toEqual(["reveal", named]);
  const standings = at(start, open, close, settled(0), next);
  expect([standings.phase.name, standings.next]).toEqual(["standings", named]);
  for (const word of ["sings", "small bird", "Wren", picture("s", "mp3")])
    expect(JSON.stringify(standings)).not.toContain(word);
});

test("[MD13] it names none before the first question, while one is open, and where there are none", () => {
  expect(view(withPictures()).next).toBeUndefined();
  expect(at(start).next).toBeUndefined();
  expect(at(start, open).next).toBeUndefined();
  const last = at(start, open, close, settled(0), next, next, open, close, settled(1));
  expect([last.phase.name, last.next]).toEqual(["reveal", undefined]);
});

test("[MD13] screens load what comes next at their own width; options that are not shown yet too", () => {
  const reveal = at(start, open, close, settled(0));
  expect(earlyPictures(reveal, ON_PHONES)).toEqual([
    `/api/v1/media/${picture("c")}?width=480`,
    `/api/v1/media/${picture("w")}?width=480`,
  ]);
  expect(earlyPictures(at(start), ON_STAGE)).toEqual([`/api/v1/media/${picture("q")}?width=1920`]);
  const choosing = at(start, open, close, settled(0), next, next);
  expect(earlyPictures(choosing, ON_STAGE).sort()).toEqual([
    `/api/v1/media/${picture("c")}?width=960`,
    `/api/v1/media/${picture("w")}?width=960`,
  ]);
});
