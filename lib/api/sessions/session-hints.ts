import type { Runtime } from "../../runtime/runtime.ts";
import type { StoredAnswer } from "../../session/answer-store.ts";
import { questionsOver } from "../../session/phases/questions-over.ts";
import { type HelperHint, helperHints, QUESTIONS_MIN } from "../../session/reports/helper-names.ts";
import type { Session } from "../../session/session.ts";

/** Hints for the host to look at before prizes are handed out; from the stored answers. */
export async function sessionHints(
  runtime: Pick<Runtime, "players">,
  session: Session,
  answers: readonly StoredAnswer[],
): Promise<HelperHint[]> {
  const networks = await runtime.players.networks(session.id);
  const told = answers.flatMap(({ questionIndex, playerId, response, correct, receivedAtMs }) =>
    correct === null
      ? []
      : [{ questionIndex, playerId, response: JSON.stringify(response), right: correct, receivedAtMs }],
  );
  return helperHints(told, networks, (index) => optionsOf(session, index));
}

/** A hint with the names it is about. */
export interface NamedHint {
  main: string;
  helpers: string[];
  questions: number;
  of: number;
}

/**
 * The hints while a session still runs, for a control room that asks at standings. Every stored answer is read for them, so
 * only in rooms of a size where that is little; the results of larger ones have them.
 */
export async function runningHints(
  runtime: Pick<Runtime, "players" | "answers">,
  session: Session,
  players: number,
): Promise<NamedHint[]> {
  if (players > HINTED_LIVE_MAX || questionsOver(session) < QUESTIONS_MIN) return [];
  const [rows, answers] = await Promise.all([
    runtime.players.list(session.id),
    runtime.answers.all(session.id),
  ]);
  const here = rows.filter(({ removedAtMs }) => removedAtMs === null);
  return named(await sessionHints(runtime, session, answers), here);
}

/** Hints about players who are still in the game; the others have been decided about. */
export function named(
  hints: readonly HelperHint[],
  players: readonly { playerId: string; name: string }[],
): NamedHint[] {
  const names = new Map(players.map(({ playerId, name }) => [playerId, name]));
  return hints.flatMap(({ mainId, helperIds, questions, of }) => {
    const main = names.get(mainId);
    const helpers = helperIds.flatMap((id) => names.get(id) ?? []);
    return main === undefined || helpers.length < helperIds.length ? [] : [{ main, helpers, questions, of }];
  });
}

const HINTED_LIVE_MAX = 1_000;

function optionsOf({ quiz }: Session, index: number): number | null {
  const question = quiz.questions[index];
  if (question?.kind === "truefalse") return 2;
  return question?.kind === "single" ? question.options.length : null;
}
