import type { LeaderboardStore } from "../leaderboard/leaderboard-store.ts";
import type { Grade, ResponseCount } from "../quiz/kind.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import type { Response } from "../quiz/response.ts";
import type { Surroundings } from "../quiz/surroundings.ts";
import type { SessionBus } from "../session/live/bus.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import type { QuestionResult } from "../session/phases/phase.ts";
import { questionsOver } from "../session/phases/questions-over.ts";
import type { Player } from "../session/player-store.ts";
import type { Session } from "../session/session.ts";
import { type BoardSources, boardEntries } from "./board-entries.ts";
import { gradeAgain } from "./grade-again.ts";
import { surroundingsOf } from "./surroundings-of.ts";

export interface SettleDeps extends BoardSources {
  leaderboard: LeaderboardStore;
  /** Which word lists hold a word (lib/quiz/surroundings.ts). */
  listsWith?: Surroundings["listsWith"];
  intake: {
    /** Resolves when this node has committed the answers it holds now. */
    written(): Promise<void>;
  };
  bus: Pick<SessionBus, "alone">;
  now(): number;
}

/**
 * Time for other nodes to commit what they had received before the close. A commit later than this after the
 * receipt may have missed the count, and asks for another one (after-commit.ts).
 */
export const STRAGGLERS_MS = 200;

/**
 * Counts a closed question: waits for the last answers, decides what depends on everybody's (closest number, a voided
 * question), writes everybody's totals to the leaderboard again, and returns how the room did. Safe to repeat.
 */
export async function settle(deps: SettleDeps, live: LiveSession, index: number): Promise<QuestionResult> {
  const { session } = live;
  await lastAnswers(deps, session);
  // By now other nodes may have counted this and voided another: grades follow from the truth, not from this copy.
  let current = (await deps.sessions.get(session.id)) ?? session;
  while (await regradeWhereNeeded(deps, current, index)) {
    // What counts may have been changed in the meantime, and this would have been written over it.
    const now = (await deps.sessions.get(session.id)) ?? current;
    if ((now.regradings ?? 0) === (current.regradings ?? 0)) break;
    current = now;
  }
  // In this order: whoever is missing in the rows is missing in the count, and will have it done again.
  const result = await countResult(deps, current, index);
  const players = await writeBoard(deps, session.id, index);
  live.counted = { result, players };
  return result;
}

/**
 * Waits until the answers that were received in time are stored. Those of other nodes have a moment for it; where no
 * other node has the session open there are none, and one that opens it from now on asks for another count.
 */
async function lastAnswers({ intake, bus, now }: SettleDeps, { id, phase }: Session): Promise<void> {
  await intake.written();
  if (phase.name !== "reveal") return;
  const leftMs = phase.closedAtMs + STRAGGLERS_MS - now();
  if (leftMs <= 0 || (await bus.alone(id))) return;
  await new Promise((resolve) => setTimeout(resolve, Math.min(leftMs, STRAGGLERS_MS)));
  await intake.written();
}

/**
 * As a session ends, decides once more what was voided or depends on everybody's answers: a node may have stored one late
 * and died before it could ask for another count. Most sessions have no such question.
 */
export async function settleAll(
  deps: Omit<SettleDeps, "intake" | "bus" | "now">,
  session: Session,
): Promise<void> {
  let decided = false;
  for (let index = 0; index < questionsOver(session); index++)
    decided = (await regradeWhereNeeded(deps, session, index)) || decided;
  if (decided) await writeBoard(deps, session.id, null);
}

/** Whether there was anything to decide. */
async function regradeWhereNeeded(
  { answers, listsWith }: Pick<SettleDeps, "answers" | "listsWith">,
  session: Session,
  index: number,
): Promise<boolean> {
  const question = session.quiz.questions[index];
  if (!question) return false;
  const voided = session.voided.includes(index);
  const settleKind = kindOf(question).settle;
  let decide: ((response: Response) => Grade) | null = null;
  if (settleKind && !voided) {
    const responses = (await answers.ofQuestion(session.id, index)).map((answer) => answer.response);
    decide = settleKind(question, responses);
  }
  // An answer that a node stored late may have been graded by what counted before a regrade.
  if (!voided && !decide && !session.regradings) return false;
  const around = surroundingsOf(session.quiz, listsWith);
  await answers.regrade(session.id, index, (all, target) =>
    gradeAgain(session, all, index, decide?.(target.response) ?? null, around),
  );
  return true;
}

/**
 * Writes everybody's totals to the leaderboard, and returns them. In suspense without an unsettled question, unless it is
 * `settling`.
 */
export async function writeBoard(
  deps: BoardSources & { leaderboard: LeaderboardStore },
  sessionId: string,
  settling: number | null,
): Promise<Player[]> {
  const { leaderboard } = deps;
  const entries = await boardEntries(deps, sessionId, settling);
  await leaderboard.put(sessionId, entries);
  if ((await leaderboard.size(sessionId)) !== entries.length) await mendBoard(deps, sessionId, entries);
  return entries;
}

/**
 * Somebody was removed or restored and the board never heard of it: the node died in between, or the board was away, and a
 * rebuilt board keeps who was removed.
 */
async function mendBoard(
  { players, leaderboard }: BoardSources & { leaderboard: LeaderboardStore },
  sessionId: string,
  entries: readonly Player[],
): Promise<void> {
  const shown = new Set((await leaderboard.all(sessionId)).map((standing) => standing.playerId));
  const missing = entries.filter((entry) => !shown.delete(entry.playerId));
  // Asked again, one by one: meanwhile more may have joined, left or come back.
  for (const entry of missing) {
    const player = await players.get(sessionId, entry.playerId);
    if (player?.removedAtMs === null) await leaderboard.restore(sessionId, [entry]);
  }
  for (const playerId of shown) {
    const player = await players.get(sessionId, playerId);
    if (player?.removedAtMs != null) await leaderboard.remove(sessionId, [playerId]);
  }
}

async function countResult(
  { answers }: SettleDeps,
  session: Session,
  index: number,
): Promise<QuestionResult> {
  return resultOf(session, index, await answers.responseCounts(session.id, index));
}

/** How the room did, from the responses of those who are present, equal ones once. */
export function resultOf(
  session: Session,
  index: number,
  rows: readonly Required<ResponseCount>[],
): QuestionResult {
  const question = session.quiz.questions[index];
  const kind = question ? kindOf(question) : null;
  const scored = kind?.scored === true && !session.voided.includes(index);
  return {
    answered: rows.reduce((sum, row) => sum + row.count, 0),
    correct: scored ? rows.reduce((sum, row) => sum + row.correct, 0) : null,
    bars: question && kind ? kind.bars(question, rows) : [],
  };
}
