import { createFreshRuns } from "../kernel/fresh-runs.ts";
import { createGroupCommit } from "../kernel/group-commit.ts";
import type { AnswerStore } from "../scoring/answer-store.ts";
import type { Notice, SessionBus } from "./bus.ts";
import type { NeighborMap } from "./neighbors.ts";
import { questionIndexOf } from "./phase.ts";
import { type PlayerStore, type Seat, seatOf } from "./player-store.ts";
import type { Session } from "./session.ts";
import type { SessionStore } from "./session-store.ts";

/**
 * This node's copies of the sessions it serves. A copy is loaded on first need, kept true by notices on the bus and by
 * comparing versions with the database now and then, and dropped when nobody has asked for it for a while.
 */
export interface LiveSessions {
  open(sessionId: string): Promise<LiveSession | null>;
  /** Only if this node has it already. */
  peek(sessionId: string): LiveSession | null;
  /** The same by PIN. An ended session's PIN may belong to another one by now, so it has none. */
  peekByPin(pin: string): LiveSession | null;
  /** Looks at the database, not earlier than now, and takes over what is newer there. */
  refresh(sessionId: string): Promise<LiveSession | null>;
  /** The same, for when the copy is most likely current: those who ask together share one look at the versions alone. */
  catchUp(sessionId: string): Promise<LiveSession | null>;
  /**
   * Refreshes every copy whose version in the database differs. Compares players and answers too: of all copies if
   * notices `mayBeMissing`, otherwise of those that were not compared for longest, since a notice can be lost unseen.
   */
  refreshAll(mayBeMissing: boolean): Promise<void>;
  /**
   * Call it about every second. When it was not called for seconds this process was stopped, and its copies are old: true
   * until `refreshAll` has compared them.
   */
  beat(): boolean;
  /** Reads again who plays and who has answered. */
  resync(live: LiveSession): Promise<void>;
  /** Takes over a version this node has just written. */
  adopt(session: Session): void;
  all(): Iterable<LiveSession>;
  /** Called with every event of every session of this node. */
  onEvent(listener: (live: LiveSession, event: LiveEvent) => void): () => void;
  /** Called for every copy that is made. */
  onOpen(listener: (live: LiveSession) => void): () => void;
  dropIdle(idleBeforeMs: number, inUse: (sessionId: string) => boolean): void;
}

export interface LiveSession {
  session: Session;
  /** Players who have not been removed, in join order. */
  roster: Map<string, Omit<Seat, "playerId">>;
  removed: Set<string>;
  /** Who has a stored answer to the question of the current phase. */
  answered: Set<string>;
  /** From when this node last read the whole board, and at which question. */
  neighbors: { questionIndex: number | null; of: NeighborMap };
  usedAtMs: number;
}

export type LiveEvent =
  | { type: "changed"; before: Session }
  | { type: "joined"; players: Seat[] }
  | { type: "removed"; playerIds: string[] }
  /** `own`: this node stored them, so whoever answered has the outcome from here. */
  | { type: "answered"; playerIds: string[]; own: boolean }
  | { type: "presence" }
  | { type: "reaction"; emoji: string };

/** A process that has missed its beat for so long was stopped or starved. */
const OVERSLEPT_MS = 3_000;
/** A copy is compared with the truth this often, though no loss of notices was noticed. */
const COMPARE_EVERY_MS = 9_000;
/** Reading players costs the database; with more sessions than this on a node, each waits longer for its turn. */
const COMPARED_AT_ONCE = 50;

interface Deps {
  sessions: SessionStore;
  players: PlayerStore;
  answers: AnswerStore;
  bus: SessionBus;
  now(): number;
  onError(error: unknown): void;
}

export function createLiveSessions(deps: Deps): LiveSessions {
  const open = new Map<string, LiveSession>();
  const byPin = new Map<string, LiveSession>();
  const unsubscribes = new Map<string, () => void>();
  const loading = new Map<string, Promise<LiveSession | null>>();
  const freshRead = createFreshRuns<LiveSession | null>();
  const versionNow = createGroupCommit<string, number | undefined>({
    async write(sessionIds) {
      const versions = await deps.sessions.versions([...new Set(sessionIds)]);
      return sessionIds.map((sessionId) => versions.get(sessionId));
    },
  });
  const comparedAtMs = new WeakMap<LiveSession, number>();
  /** Copies from before this process was stopped for a while. Nobody gets one that was not compared with the truth. */
  const doubtful = new Set<LiveSession>();
  let overslept = false;
  let beatAtMs = deps.now();
  const listeners = new Set<(live: LiveSession, event: LiveEvent) => void>();
  const openListeners = new Set<(live: LiveSession) => void>();

  function emit(live: LiveSession, event: LiveEvent): void {
    for (const listener of listeners) listener(live, event);
  }

  async function load(sessionId: string): Promise<LiveSession | null> {
    // Subscribed before reading: what happens in between arrives as a notice and is looked at again.
    let live: LiveSession | null = null;
    const early: { notice: Notice; own: boolean }[] = [];
    const unsubscribe = deps.bus.subscribe(sessionId, (notice, own) => {
      if (live) apply(live, notice, own);
      else early.push({ notice, own });
    });
    try {
      const session = await deps.sessions.get(sessionId);
      if (!session) {
        unsubscribe();
        return null;
      }
      const players = await deps.players.list(sessionId);
      const loaded: LiveSession = {
        session,
        roster: new Map(),
        removed: new Set(),
        answered: new Set(),
        neighbors: { questionIndex: null, of: new Map() },
        usedAtMs: deps.now(),
      };
      for (const player of players) {
        if (player.removedAtMs === null) take(loaded, seatOf(player));
        else loaded.removed.add(player.playerId);
      }
      for (const playerId of await answeredNow(session))
        if (!loaded.removed.has(playerId)) loaded.answered.add(playerId);
      live = loaded;
      open.set(sessionId, loaded);
      if (session.phase.name !== "ended") byPin.set(session.pin, loaded);
      unsubscribes.set(sessionId, unsubscribe);
      comparedAtMs.set(loaded, deps.now());
      for (const listener of openListeners) listener(loaded);
      for (const { notice, own } of early) apply(loaded, notice, own);
      return loaded;
    } catch (error) {
      unsubscribe();
      throw error;
    }
  }

  async function answeredNow(session: Session): Promise<string[]> {
    const index = questionIndexOf(session.phase);
    return index === null ? [] : deps.answers.answeredBy(session.id, index);
  }

  /** @param own whether it happened on this node; what was learned from the database may have happened anywhere */
  function apply(live: LiveSession, notice: Notice, own = false): void {
    switch (notice.type) {
      case "session":
        if (notice.version > live.session.version) refresh(live.session.id).catch(deps.onError);
        break;
      case "joined":
        for (const seat of notice.players) {
          live.removed.delete(seat.playerId);
          take(live, seat);
        }
        emit(live, notice);
        break;
      case "removed":
        for (const playerId of notice.playerIds) {
          live.roster.delete(playerId);
          live.removed.add(playerId);
          live.answered.delete(playerId);
        }
        emit(live, notice);
        break;
      case "answered":
        if (notice.questionIndex !== questionIndexOf(live.session.phase)) break;
        for (const playerId of notice.playerIds) if (!live.removed.has(playerId)) live.answered.add(playerId);
        emit(live, { type: "answered", playerIds: notice.playerIds, own });
        break;
      case "presence":
      case "reaction":
        emit(live, notice);
        break;
      default:
        notice satisfies never;
    }
  }

  function adopt(session: Session): void {
    const live = open.get(session.id);
    if (!live || session.version <= live.session.version) return;
    const before = live.session;
    live.session = session;
    if (questionIndexOf(before.phase) !== questionIndexOf(session.phase)) live.answered = new Set();
    emit(live, { type: "changed", before });
  }

  function refresh(sessionId: string): Promise<LiveSession | null> {
    return freshRead(sessionId, () => reload(sessionId));
  }

  async function catchUp(sessionId: string): Promise<LiveSession | null> {
    const live = open.get(sessionId);
    if (!live || doubtful.has(live)) return refresh(sessionId);
    const version = await versionNow.submit(sessionId);
    return version === undefined || version <= live.session.version ? live : refresh(sessionId);
  }

  async function reload(sessionId: string): Promise<LiveSession | null> {
    const live = open.get(sessionId);
    if (!live) return openLive(sessionId);
    const session = await deps.sessions.get(sessionId);
    doubtful.delete(live);
    if (!session) return live;
    const before = questionIndexOf(live.session.phase);
    adopt(session);
    if (questionIndexOf(live.session.phase) !== before) await readAnswered(live);
    return live;
  }

  /** Adds whose answers to the current question are stored. The session may move on meanwhile: then it adds nobody. */
  async function readAnswered(live: LiveSession): Promise<void> {
    const questionIndex = questionIndexOf(live.session.phase);
    if (questionIndex === null) return;
    const stored = await deps.answers.answeredBy(live.session.id, questionIndex);
    const missed = stored.filter((id) => !live.answered.has(id) && !live.removed.has(id));
    if (missed.length > 0) apply(live, { type: "answered", questionIndex, playerIds: missed });
  }

  /** Asked at every use too, since after a stop whoever waits for this process may come before its own timers. */
  function beat(): boolean {
    const nowMs = deps.now();
    if (nowMs - beatAtMs > OVERSLEPT_MS) {
      overslept = true;
      for (const live of open.values()) doubtful.add(live);
    }
    beatAtMs = nowMs;
    return overslept;
  }

  function openLive(sessionId: string): Promise<LiveSession | null> {
    beat();
    const live = open.get(sessionId);
    if (live) {
      live.usedAtMs = deps.now();
      if (doubtful.has(live)) return refresh(sessionId);
      return Promise.resolve(live);
    }
    const running = loading.get(sessionId);
    if (running) return running;
    const promise = load(sessionId).finally(() => loading.delete(sessionId));
    loading.set(sessionId, promise);
    return promise;
  }

  /** Everything a lost notice could have told is read again. */
  async function resync(live: LiveSession): Promise<void> {
    comparedAtMs.set(live, deps.now());
    const players = await deps.players.list(live.session.id);
    const joined: Seat[] = [];
    const removed: string[] = [];
    for (const player of players) {
      const { playerId, removedAtMs } = player;
      const seat = live.roster.get(playerId);
      const changed = !seat || (seat.extraTime ?? null) !== player.extraTime;
      if (removedAtMs === null && changed) joined.push(seatOf(player));
      if (removedAtMs !== null && !live.removed.has(playerId)) removed.push(playerId);
    }
    if (joined.length > 0) apply(live, { type: "joined", players: joined });
    if (removed.length > 0) apply(live, { type: "removed", playerIds: removed });
    await readAnswered(live);
  }

  /** The copies to compare with the truth now. */
  function toCompare(mayBeMissing: boolean): LiveSession[] {
    const copies = [...open.values()];
    if (mayBeMissing) return copies;
    const age = (live: LiveSession) => deps.now() - (comparedAtMs.get(live) ?? 0);
    return copies
      .filter((live) => age(live) >= COMPARE_EVERY_MS)
      .sort((a, b) => age(b) - age(a))
      .slice(0, COMPARED_AT_ONCE);
  }

  return {
    open: openLive,
    peek: (sessionId) => open.get(sessionId) ?? null,
    peekByPin(pin) {
      const live = byPin.get(pin);
      return live && live.session.phase.name !== "ended" ? live : null;
    },
    refresh,
    catchUp,
    adopt,
    all: () => open.values(),
    async refreshAll(mayBeMissing) {
      const versions = await deps.sessions.versions([...open.keys()]);
      for (const live of [...open.values()]) {
        const version = versions.get(live.session.id);
        const older = version !== undefined && version > live.session.version;
        if (older || doubtful.has(live)) await refresh(live.session.id);
      }
      for (const live of toCompare(mayBeMissing)) await resync(live);
      if (mayBeMissing) overslept = false;
    },
    beat,
    resync,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onOpen(listener) {
      openListeners.add(listener);
      return () => openListeners.delete(listener);
    },
    dropIdle(idleBeforeMs, inUse) {
      for (const [sessionId, live] of open) {
        if (live.usedAtMs >= idleBeforeMs || inUse(sessionId)) continue;
        open.delete(sessionId);
        doubtful.delete(live);
        if (byPin.get(live.session.pin) === live) byPin.delete(live.session.pin);
        unsubscribes.get(sessionId)?.();
        unsubscribes.delete(sessionId);
      }
    },
  };
}

function take(live: LiveSession, { playerId, ...seat }: Seat): void {
  live.roster.set(playerId, seat);
}
