import { groupBy } from "../kernel/group-by.ts";
import { type Span, traceparentOf } from "../kernel/trace.ts";
import type { LeaderboardStore } from "../leaderboard/leaderboard-store.ts";
import type { CommitOutcome } from "../session/answer-store.ts";
import type { SessionBus } from "../session/live/bus.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import { unsettledQuestion } from "../session/phases/running-phase.ts";
import type { Player, PlayerStore } from "../session/player-store.ts";
import type { Session } from "../session/session.ts";
import { STRAGGLERS_MS } from "./settle.ts";

/** The stored part of a commit. */
export type Stored = Extract<CommitOutcome, { stored: true }>;

/** In rooms up to this size the acknowledgment says the rank; in larger ones phones work it out from the board's cuts. */
export const RANK_IN_ACK_UP_TO = 300;

export interface AfterCommitDeps {
  live: LiveSessions;
  players: Pick<PlayerStore, "load">;
  leaderboard: LeaderboardStore;
  bus: SessionBus;
  now(): number;
  /** Told of a question whose count may have missed what was stored now. */
  tellUncounted(sessionId: string, questionIndex: number): void;
  onError(error: unknown, doing: string): void;
}

/**
 * Tells the board and the other nodes about stored answers. In suspense the board does not move before the reveal,
 * where everybody's totals are written anyway. Returns ranks by player for small rooms. `span` is the group's; the notice
 * carries it to the boards.
 */
export async function afterCommit(
  deps: AfterCommitDeps,
  stored: readonly Stored[],
  span?: Span,
): Promise<Map<string, number>> {
  const ranks = new Map<string, number>();
  const nowMs = deps.now();
  await Promise.all(
    [...groupBy(stored, ({ answer }) => answer.sessionId)].map(async ([sessionId, group]) => {
      const live = deps.live.peek(sessionId);
      const instant = live?.session.settings.reveal === "instant";
      const small = (live?.roster.size ?? 0) <= RANK_IN_ACK_UP_TO;
      const placed = instant ? await showTotals(deps, sessionId, group, small) : null;
      for (const [playerId, { rank }] of placed ?? []) ranks.set(playerId, rank);
      for (const [questionIndex, answers] of groupBy(group, ({ answer }) => answer.questionIndex)) {
        const playerIds = answers.map(({ answer }) => answer.playerId);
        const trace = span && { trace: traceparentOf(span) };
        deps.bus.publish(sessionId, { type: "answered", questionIndex, playerIds, ...trace });
        if (live && !mayBeUncounted(live.session, group, questionIndex, nowMs)) continue;
        deps.tellUncounted(sessionId, questionIndex);
      }
    }),
  );
  return ranks;
}

/** A small room's players learn their places at once; a large one does not wait for its board, which the next tick shows. */
async function showTotals(
  deps: AfterCommitDeps,
  sessionId: string,
  group: readonly Stored[],
  small: boolean,
) {
  const totals = await totalsNow(deps, sessionId, group);
  if (mayBeOld(deps, group) && (await hidesPoints(deps, sessionId))) return null;
  if (small) return deps.leaderboard.putAndPlace(sessionId, totals);
  deps.leaderboard.put(sessionId, totals).catch((error) => deps.onError(error, "writing the leaderboard"));
  return null;
}

/**
 * The players as the commit left them. A node that was stopped meanwhile (SIGSTOP, a paused machine) may be told of its
 * commit long after other nodes have stored and shown more: then the totals are read again.
 */
async function totalsNow(deps: AfterCommitDeps, sessionId: string, group: readonly Stored[]) {
  const players = group.map(({ player }) => player);
  const receivedAtMs = Math.max(...group.map(({ answer, repeat }) => (repeat ? 0 : answer.receivedAtMs)));
  if (receivedAtMs === 0 || deps.now() - receivedAtMs < LONG_AGO_MS) return players;
  const ids = players.map(({ playerId }) => playerId);
  // Without a database there is nothing to be sure of: the reveal writes everybody's totals again.
  const read = await deps.players
    .load(sessionId, ids, null)
    .catch(() => new Map<string, { player: Player }>());
  return [...read.values()].flatMap(({ player }) => (player.removedAtMs === null ? [player] : []));
}

function mayBeOld({ now }: AfterCommitDeps, group: readonly Stored[]): boolean {
  return group.some(({ answer, repeat }) => repeat || now() - answer.receivedAtMs >= LONG_AGO_MS);
}

/** Whether by now a question runs in suspense, whose points these totals may hold. The reveal writes everybody's. */
async function hidesPoints({ live }: AfterCommitDeps, sessionId: string): Promise<boolean> {
  const current = await live.catchUp(sessionId).catch(() => null);
  if (!current) return true;
  const { phase, settings } = current.session;
  return settings.reveal === "suspense" && unsettledQuestion(phase) !== null;
}

/** No phone has given a node up and answered the next question elsewhere before. */
const LONG_AGO_MS = 4_000;

/**
 * Whether the question may have been counted without these answers. Half of the stragglers' time is left for clocks that
 * differ from node to node.
 */
function mayBeUncounted(
  session: Session,
  group: readonly Stored[],
  questionIndex: number,
  nowMs: number,
): boolean {
  if (session.phase.name !== "question" || session.phase.index !== questionIndex) return true;
  return group.some(
    ({ answer }) => answer.questionIndex === questionIndex && nowMs - answer.receivedAtMs > STRAGGLERS_MS / 2,
  );
}
