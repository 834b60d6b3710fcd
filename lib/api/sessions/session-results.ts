import type { Runtime } from "../../runtime/runtime.ts";
import type { EarlierAnswer, StoredAnswer } from "../../session/answer-store.ts";
import type { Player } from "../../session/player-store.ts";
import { type Results, resultsOf } from "../../session/reports/results.ts";
import type { Session } from "../../session/session.ts";

/** The results of a session so far, and the answers they were computed from. */
export async function sessionResults(
  runtime: Pick<Runtime, "players" | "answers">,
  session: Session,
): Promise<{ results: Results; players: Player[]; answers: StoredAnswer[] }> {
  const [players, answers] = await Promise.all([
    runtime.players.list(session.id),
    runtime.answers.all(session.id),
  ]);
  return { results: resultsOf(session, players, answers), players, answers };
}

/** Answers that players replaced, oldest first. Most sessions have none, so the store is not asked. */
export function earlierAnswers(
  runtime: Pick<Runtime, "answers">,
  { id, settings }: Session,
): Promise<EarlierAnswer[]> {
  return settings.changeAnswers ? runtime.answers.earlier(id) : Promise.resolve([]);
}
