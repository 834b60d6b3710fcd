import type { Sql, TransactionSql } from "postgres";
import type { AnswerOutcome } from "../../points/grade-answer.ts";
import type { PlayerTotals } from "../../points/totals.ts";
import type { StoredAnswer } from "../../session/answer-store.ts";
import type { Player } from "../../session/player-store.ts";
import { list } from "../arrays.ts";
import { transact } from "../connection/transaction.ts";
import { ANSWER_COLUMNS, PLAYER_COLUMNS } from "../rows.ts";
import { storeTotals } from "./player-totals.ts";

type Regrade = (
  answers: StoredAnswer[],
  target: StoredAnswer,
) => { outcome: AnswerOutcome; totals: PlayerTotals };

/** Rewrites the outcomes of one question and the totals they lead to, under the same locks as a commit. */
export function regradeAnswers(
  client: Sql,
  sessionId: string,
  questionIndex: number,
  regrade: Regrade,
): Promise<void> {
  return transact(client, async (tx) => {
    const players = await lockPlayers(tx, sessionId, questionIndex);
    if (players.length === 0) return;
    const answersOf = await readAnswers(tx, sessionId, players);
    const regraded: StoredAnswer[] = [];
    const changed: Player[] = [];
    for (const player of players) {
      const answers = answersOf.get(player.playerId) ?? [];
      const target = answers.find((answer) => answer.questionIndex === questionIndex);
      if (!target) continue;
      const { outcome, totals } = regrade(answers, target);
      if (differs(target, outcome)) regraded.push({ ...target, ...outcome });
      if (differs(player, totals)) changed.push({ ...player, ...totals });
    }
    if (regraded.length > 0) await writeOutcomes(tx, sessionId, questionIndex, regraded);
    if (changed.length > 0) await storeTotals(tx, changed);
  });
}

/** Every node counts, and the first has mostly written it all. */
function differs<T extends object>(stored: T, decided: T): boolean {
  return (Object.keys(decided) as (keyof T)[]).some((field) => stored[field] !== decided[field]);
}

function lockPlayers(tx: TransactionSql, sessionId: string, questionIndex: number) {
  return tx<Player[]>`
    select ${tx.unsafe(PLAYER_COLUMNS)} from players p
    where p.session_id = ${sessionId} and p.player_id in (
      select player_id from answers where session_id = ${sessionId} and question_index = ${questionIndex})
    order by p.session_id, p.player_id for no key update`;
}

/** All answers of these players, by player, each list in the order of the questions. */
async function readAnswers(tx: TransactionSql, sessionId: string, players: readonly Player[]) {
  const rows = await tx<StoredAnswer[]>`
    select ${tx.unsafe(ANSWER_COLUMNS)} from answers a
    where a.session_id = ${sessionId} and a.player_id = any(${players.map((player) => player.playerId)}::text[])
    order by a.question_index`;
  const answersOf = new Map<string, StoredAnswer[]>();
  for (const answer of rows) {
    const list = answersOf.get(answer.playerId);
    if (list) list.push(answer);
    else answersOf.set(answer.playerId, [answer]);
  }
  return answersOf;
}

function writeOutcomes(
  tx: TransactionSql,
  sessionId: string,
  questionIndex: number,
  answers: readonly StoredAnswer[],
) {
  return tx`
    update answers a set correct = o.correct, fraction = o.fraction, points = o.points, streak = o.streak
    from unnest(
      ${answers.map((a) => a.playerId)}::text[], ${list(answers.map((a) => a.correct))}::bool[],
      ${list(answers.map((a) => a.fraction))}::float8[], ${list(answers.map((a) => a.points))}::int[],
      ${list(answers.map((a) => a.streak))}::int[]
    ) as o(player_id, correct, fraction, points, streak)
    where a.session_id = ${sessionId} and a.question_index = ${questionIndex} and a.player_id = o.player_id`;
}
