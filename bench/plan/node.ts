import { GROUP_DEFAULTS } from "#lib/kernel/group-commit.ts";
import { CHUNK } from "#lib/realtime/broadcast.ts";
import { BroadcastLoad } from "#lib/realtime/broadcast-load.ts";
import { TICK_MS } from "#lib/realtime/ticker.ts";
import { PACE_MS } from "#lib/scoring/intake.ts";
import type { Agenda } from "./agenda.ts";
import type { Costs } from "./costs.ts";
import { createStation, type Station } from "./station.ts";

export interface SimulatedNode {
  /** An answer arrives. */
  answer(session: number): void;
  /** Another node has stored so many answers of a session. */
  hear(session: number, answers: number): void;
  busiestShare(): number;
  /** Between one board of a session and the next, of all sessions. */
  boardGapsMs(): number[];
}

interface Options {
  agenda: Agenda;
  costs: Costs;
  postgres: Station;
  redisOf(session: number): Station;
  /** Over which the busiest share is taken. */
  stretchMs: number;
  /** How many sockets of a session are here. */
  socketsOf: number;
  onStored(session: number, answers: number): void;
  onAck(waitedMs: number): void;
}

const { lingerMs: LINGER_MS, maxGroup: GROUP_MAX, maxInFlight: IN_FLIGHT } = GROUP_DEFAULTS;
/** Before its commit an answer is read and checked; the rest of its cost comes with the acknowledgment. */
const SHARE_BEFORE = 0.4;

interface Pending {
  session: number;
  arrivedAtMs: number;
}

/** One node: a single core that takes everything in turn, the intake's groups, and the ticker's boards. */
export function createNode({
  agenda,
  costs,
  postgres,
  redisOf,
  socketsOf,
  stretchMs,
  onStored,
  onAck,
}: Options): SimulatedNode {
  const core = createStation(agenda, stretchMs);
  const load = new BroadcastLoad();
  const { answerMs, noticeMs, frameMs } = costs.node;
  let queue: Pending[] = [];
  let inFlight = 0;
  let flushAtMs: number | null = null;
  const boards = new Map<
    number,
    { dirty: boolean; armed: boolean; restsUntilMs: number; lastAtMs: number | null }
  >();
  const gapsMs: number[] = [];

  function take(pending: Pending): void {
    queue.push(pending);
    if (queue.length >= GROUP_MAX) flush();
    else if (flushAtMs === null && inFlight < IN_FLIGHT) flushIn(LINGER_MS);
  }

  function flushIn(delayMs: number): void {
    const atMs = agenda.now() + delayMs;
    flushAtMs = atMs;
    agenda.at(atMs, () => {
      if (flushAtMs !== atMs) return;
      flushAtMs = null;
      flush();
    });
  }

  function flush(): void {
    while (queue.length > 0 && inFlight < IN_FLIGHT) {
      const group = queue.slice(0, GROUP_MAX);
      queue = queue.slice(GROUP_MAX);
      flushIn(PACE_MS);
      write(group);
    }
  }

  function write(group: readonly Pending[]): void {
    inFlight += 1;
    postgres.work(group.length * costs.postgres.answerMs, () => {
      agenda.at(agenda.now() + costs.postgres.commitMs, () => {
        inFlight -= 1;
        stored(group);
        if (flushAtMs === null || queue.length >= GROUP_MAX) flush();
      });
    });
  }

  function stored(group: readonly Pending[]): void {
    const ofSession = new Map<number, number>();
    for (const { session } of group) ofSession.set(session, (ofSession.get(session) ?? 0) + 1);
    for (const [session, answers] of ofSession) {
      redisOf(session).work(answers * costs.redis.answerMs);
      onStored(session, answers);
      changed(session);
    }
    core.work(group.length * answerMs * (1 - SHARE_BEFORE), () => {
      for (const { arrivedAtMs } of group) onAck(agenda.now() - arrivedAtMs);
    });
  }

  function changed(session: number): void {
    let board = boards.get(session);
    if (!board) {
      board = { dirty: false, armed: false, restsUntilMs: 0, lastAtMs: null };
      boards.set(session, board);
    }
    board.dirty = true;
    if (!board.armed) arm(session, board);
  }

  function arm(session: number, board: NonNullable<ReturnType<typeof boards.get>>): void {
    board.armed = true;
    agenda.at(Math.max(agenda.now() + TICK_MS, board.restsUntilMs), () => {
      board.dirty = false;
      if (board.lastAtMs !== null) gapsMs.push(agenda.now() - board.lastAtMs);
      board.lastAtMs = agenda.now();
      redisOf(session).work(costs.redis.boardMs);
      core.work(costs.node.boardMs);
      broadcast(socketsOf, () => {
        const costMs = socketsOf * frameMs;
        board.restsUntilMs = agenda.now() + load.intervalAfter(String(session), costMs, agenda.now());
        board.armed = false;
        if (board.dirty) arm(session, board);
      });
    });
  }

  /** In chunks, so that answers go in between. */
  function broadcast(sockets: number, done: () => void): void {
    const now = Math.min(sockets, CHUNK);
    core.work(now * frameMs, () => (sockets > now ? broadcast(sockets - now, done) : done()));
  }

  return {
    answer(session) {
      const arrivedAtMs = agenda.now();
      core.work(answerMs * SHARE_BEFORE, () => take({ session, arrivedAtMs }));
    },
    hear(session, answers) {
      core.work(answers * noticeMs, () => changed(session));
    },
    busiestShare: core.busiestShare,
    boardGapsMs: () => gapsMs,
  };
}
