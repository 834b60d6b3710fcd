import { expect, test } from "vitest";
import { NO_TOTALS } from "#lib/points/totals.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { quizSchema } from "#lib/quiz/quiz.ts";
import type { Phase } from "#lib/session/phases/phase.ts";
import { withStreaks } from "#lib/session/players/streaks.ts";
import type { Session } from "#lib/session/session.ts";
import { settingsSchema } from "#lib/session/settings.ts";

const ASKED = { kind: "truefalse", prompt: "True?", correct: true } as const;
const POLL = { kind: "poll", prompt: "Tea?", options: [{ text: "Yes" }, { text: "No" }] } as const;
const quiz = freezeQuiz(
  quizSchema.parse({ title: "Streaks", questions: [ASKED, ASKED, ASKED, POLL, ASKED, ASKED] }),
  () => 0.5,
);
const standings = ["in-a-row", "two", "missed-the-last"].map((playerId, place) => ({
  rank: place + 1,
  playerId,
  name: playerId,
  score: 900,
}));
const totals: Record<string, { streak: number; streakIndex: number }> = {
  "in-a-row": { streak: 3, streakIndex: 2 },
  two: { streak: 2, streakIndex: 2 },
  "missed-the-last": { streak: 4, streakIndex: 1 },
};

function sessionIn(phase: Partial<Phase>, voided: number[] = []): Session {
  const rest = {
    id: "s",
    pin: "123456",
    accountId: "a",
    quizId: null,
    version: 1,
    locked: false,
    moderation: {},
    teams: [],
  };
  const times = { createdAtMs: 0, startedAtMs: 0 };
  return { ...rest, ...times, quiz, settings: settingsSchema.parse({}), phase: phase as Phase, voided };
}

async function marks(session: Session): Promise<(number | undefined)[]> {
  let reads = 0;
  const players = {
    load: async () => {
      reads += 1;
      return new Map(
        Object.entries(totals).map(([playerId, { streak, streakIndex }]) => [
          playerId,
          { player: { ...NO_TOTALS, playerId, streak, streakIndex }, answer: null },
        ]),
      ) as never;
    },
  };
  const marked = await withStreaks(players, session, standings);
  return reads === 0 ? [] : marked.map(({ streak }) => streak);
}

const between = (index: number) => ({ name: "standings", index, sinceMs: 0, advancesAtMs: null }) as const;

test("[LB24] the board between two questions marks who has three or more in a row, and nobody who missed the last", async () => {
  expect(await marks(sessionIn(between(2)))).toEqual([3, undefined, undefined]);
  // A poll and a voided question pass streaks by; a scored one that was missed ends them.
  expect(await marks(sessionIn(between(3)))).toEqual([3, undefined, undefined]);
  expect(await marks(sessionIn(between(4), [4]))).toEqual([3, undefined, undefined]);
  expect(await marks(sessionIn(between(4)))).toEqual([undefined, undefined, undefined]);
});

test("[LB24] elsewhere nothing is read for it", async () => {
  expect(await marks(sessionIn({ name: "lobby" }))).toEqual([]);
  expect(await marks(sessionIn({ name: "podium", sinceMs: 0 }))).toEqual([]);
});
