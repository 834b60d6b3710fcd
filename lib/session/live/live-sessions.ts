import { createFreshRuns } from "../../kernel/fresh-runs.ts";
import { createGroupCommit } from "../../kernel/group-commit.ts";
import type { AnswerStore } from "../answer-store.ts";
import { questionIndexOf } from "../phases/phase.ts";
import type { PlayerStore } from "../player-store.ts";
import type { Session } from "../session.ts";
import type { SessionStore } from "../session-store.ts";
import type { Notice, SessionBus } from "./bus.ts";
import { createCopiesToCompare } from "./copies-to-compare.ts";
import { copyOf, follow, type LiveEvent, type LiveSession, missedNotices } from "./live-session.ts";

/**
 * This node's copies of the sessions it serves. A copy is loaded on first need, kept true by notices on the bus and by
 * comparing versions with the database now and then, and dropped when it has not been used for a while.
 */
export interface LiveSessions {
  open(sessionId: string): Promise<LiveSession | null>;
  /** Only if this node has it already. */
  peek(sessionId: string): LiveSession | null;
  /** The same by PIN. An ended session's PIN may belong to another one by now, so it has none. */
  peekByPin(pin: string): LiveSession | null;
  /** Looks at the database, not earlier than now, and takes over what is newer there. Null if the session is deleted. */
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
  const copies = createCopiesToCompare(deps.now, () => open.values());
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
      const loaded = copyOf(session, players, await answeredNow(session), deps.now());
      live = loaded;
      open.set(sessionId, loaded);
      if (session.phase.name !== "ended") byPin.set(session.pin, loaded);
      unsubscribes.set(sessionId, unsubscribe);
      copies.compared(loaded);
      for (const listener of openListeners) listener(loaded);
      for (const { notice, own } of early) apply(loaded, notice, own);
      return open.get(sessionId) === loaded ? loaded : null;
    } catch (error) {
      unsubscribe();
      throw error;
    }
  }

  async function answeredNow(session: Session): Promise<string[]> {
    const index = questionIndexOf(session.phase);
    return index === null ? [] : deps.answers.answeredBy(session.id, index);
  }

  function apply(live: LiveSession, notice: Notice, own = false): void {
    if (notice.type === "deleted") drop(live);
    if (notice.type === "session" && notice.version > live.session.version)
      refresh(live.session.id).catch(deps.onError);
    const event = follow(live, notice, own);
    if (event) emit(live, event);
  }

  function drop(live: LiveSession): void {
    const { id, pin } = live.session;
    if (open.get(id) !== live) return;
    open.delete(id);
    if (byPin.get(pin) === live) byPin.delete(pin);
    unsubscribes.get(id)?.();
    unsubscribes.delete(id);
  }

  function adopt(session: Session): void {
    const live = open.get(session.id);
    if (!live || session.version <= live.session.version) return;
    const before = live.session;
    live.session = session;
    if (questionIndexOf(before.phase) !== questionIndexOf(session.phase)) {
      live.answered = new Set();
      live.passed = new Set();
      live.counted = null;
    }
    emit(live, { type: "changed", before });
  }

  function refresh(sessionId: string): Promise<LiveSession | null> {
    return freshRead(sessionId, () => reload(sessionId));
  }

  async function catchUp(sessionId: string): Promise<LiveSession | null> {
    const live = open.get(sessionId);
    if (!live || copies.doubts(live)) return refresh(sessionId);
    const version = await versionNow.submit(sessionId);
    return version !== undefined && version <= live.session.version ? live : refresh(sessionId);
  }

  async function reload(sessionId: string): Promise<LiveSession | null> {
    const live = open.get(sessionId);
    if (!live) return openLive(sessionId);
    const session = await deps.sessions.get(sessionId);
    copies.trust(live);
    if (!session) {
      if (open.get(sessionId) === live) apply(live, { type: "deleted" });
      return null;
    }
    const before = questionIndexOf(live.session.phase);
    adopt(session);
    if (questionIndexOf(live.session.phase) !== before) await readAnswered(live);
    return live;
  }

  /** Adds whose answers to the current question are stored. If the session moves on meanwhile, nothing is added. */
  async function readAnswered(live: LiveSession): Promise<void> {
    const questionIndex = questionIndexOf(live.session.phase);
    if (questionIndex === null) return;
    const stored = await deps.answers.answeredBy(live.session.id, questionIndex);
    const missed = stored.filter((id) => !live.answered.has(id) && !live.removed.has(id));
    if (missed.length > 0) apply(live, { type: "answered", questionIndex, playerIds: missed });
  }

  function openLive(sessionId: string): Promise<LiveSession | null> {
    copies.beat();
    const live = open.get(sessionId);
    if (live) {
      live.usedAtMs = deps.now();
      if (copies.doubts(live)) return refresh(sessionId);
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
    copies.compared(live);
    live.teamChanges += 1;
    const before = [...live.roster.keys()];
    const players = await deps.players.list(live.session.id);
    for (const notice of missedNotices(live, players, before)) apply(live, notice);
    await readAnswered(live);
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
        const other = version === undefined || version > live.session.version;
        if (other || copies.doubts(live)) await refresh(live.session.id);
      }
      for (const live of copies.next(mayBeMissing)) await resync(live);
      if (mayBeMissing) copies.settled();
    },
    beat: copies.beat,
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
        if (live.usedAtMs < idleBeforeMs && !inUse(sessionId)) drop(live);
      }
    },
  };
}
