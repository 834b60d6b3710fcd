import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Command } from "#lib/session/phases/command.ts";
import { transition } from "#lib/session/phases/transition.ts";
import type { Session } from "#lib/session/session.ts";
import { type SettingsInput, settingsSchema } from "#lib/session/settings.ts";

export const T0 = 1_700_000_000_000;
export const RESULT = { answered: 0, correct: 0, bars: [] };

export function lobby(settings: SettingsInput = {}, questions = 2): Session {
  const quiz = parseQuiz({
    title: "Capitals",
    questions: Array.from({ length: questions }, (_, i) => ({
      kind: "truefalse",
      prompt: `Question ${i + 1}`,
      correct: true,
      timeLimitMs: 20_000,
    })),
  });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  return {
    id: "s1",
    pin: "123456",
    accountId: "a1",
    quizId: "q1",
    quiz: freezeQuiz(quiz.value, seededRandom(1)),
    settings: settingsSchema.parse(settings),
    phase: { name: "lobby" },
    version: 1,
    locked: false,
    voided: [],
    moderation: {},
    teams: [],
    createdAtMs: T0,
    startedAtMs: null,
  };
}

/** Runs commands one after the other, each a second later; throws on a refusal. */
export function played(session: Session, ...commands: Command[]): Session {
  return commands.reduce((current, command, i) => {
    const next = transition(current, command, T0 + i * 1_000);
    if (!next.ok) throw new Error(`${command.command}: ${next.error.message}`);
    return next.value;
  }, session);
}

export const settled = (index: number): Command => ({ command: "settle", index, result: RESULT });
