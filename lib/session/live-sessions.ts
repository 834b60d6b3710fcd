import type { AnswerStore } from "../scoring/answer-store.ts";
import type { Notice, SessionBus } from "./bus.ts";
import { questionIndexOf } from "./phase.ts";
import type { PlayerStore } from "./player-store.ts";
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
  /** Looks at the database and takes over what is newer there. */
  refresh(sessionId: string): Promise<LiveSession | null>;
  /** Refreshes every copy whose version in the database differs. */
  refreshAll(): Promise<void>;
  /** Takes over a version this node has just written. */
  adopt(session: Session): void;
  all(): Iterable<LiveSession>;
  /** Called with every event of every session of this node. */
  onEvent(listener: (live: LiveSession, event: LiveEvent) => void): () => void;
  dropIdle(idleBeforeMs: number, inUse: (sessionId: string) => boolean): void;
}

export interface LiveSession {
  session: Session;
  /** Players who have not been removed, in join order. */
  roster: Map<string, { name: string; seq: number }>;
  removed: Set<string>;
  /** Who has a stored answer to the question of the current phase. */
  answered: Set<string>;
  usedAtMs: number;
}

export type LiveEvent =
  | { type: "changed"; before: Session }
  | { type: "joined"; players: { playerId: string; name: string; seq: number }[] }
  | { type: "removed"; playerIds: string[] }
  | { type: "answered"; playerIds: string[] }
  | { type: "presence" }
  | { type: "reaction"; emoji: string };

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
  const unsubscribes = new Map<string, () => void>();
  const loading = new Map<string, Promise<LiveSession | null>>();
  const refreshing = new Map<string, Promise<LiveSession | null>>();
  const listeners = new Set<(live: LiveSession, event: LiveEvent) => void>();

  function emit(live: LiveSession, event: LiveEvent): void {
    for (const listener of listeners) listener(live, event);
  }

  async function load(sessionId: string): Promise<LiveSession | null> {
    // Subscribed before reading: what happens in between arrives as a notice and is looked at again.
    let live: LiveSession | null = null;
    const early: Notice[] = [];
    const unsubscribe = deps.bus.subscribe(sessionId, (notice) => {
      if (live) apply(live, notice);
      else early.push(notice);
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
        answered: new Set(await answeredNow(session)),
        usedAtMs: deps.now(),
      };
      for (const player of players) {
        if (player.removedAtMs === null)
          loaded.roster.set(player.playerId, { name: player.name, seq: player.seq });
        else loaded.removed.add(player.playerId);
      }
      live = loaded;
      open.set(sessionId, loaded);
      unsubscribes.set(sessionId, unsubscribe);
      for (const notice of early) apply(loaded, notice);
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

  function apply(live: LiveSession, notice: Notice): void {
    switch (notice.type) {
      case "session":
        if (notice.version > live.session.version) refresh(live.session.id).catch(deps.onError);
        break;
      case "joined":
        for (const { playerId, name, seq } of notice.players) {
          live.removed.delete(playerId);
          live.roster.set(playerId, { name, seq });
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
        emit(live, { type: "answered", playerIds: notice.playerIds });
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

  /** One read at a time per session; whoever asks meanwhile shares it. */
  function refresh(sessionId: string): Promise<LiveSession | null> {
    const running = refreshing.get(sessionId);
    if (running) return running;
    const promise = reload(sessionId).finally(() => refreshing.delete(sessionId));
    refreshing.set(sessionId, promise);
    return promise;
  }

  async function reload(sessionId: string): Promise<LiveSession | null> {
    const live = open.get(sessionId);
    if (!live) return openLive(sessionId);
    const session = await deps.sessions.get(sessionId);
    if (!session) return live;
    const moved = questionIndexOf(session.phase) !== questionIndexOf(live.session.phase);
    adopt(session);
    if (moved) for (const playerId of await answeredNow(session)) live.answered.add(playerId);
    return live;
  }

  function openLive(sessionId: string): Promise<LiveSession | null> {
    const live = open.get(sessionId);
    if (live) {
      live.usedAtMs = deps.now();
      return Promise.resolve(live);
    }
    const running = loading.get(sessionId);
    if (running) return running;
    const promise = load(sessionId).finally(() => loading.delete(sessionId));
    loading.set(sessionId, promise);
    return promise;
  }

  /** After a loss of notices: everything a notice could have told is read again. */
  async function resync(live: LiveSession): Promise<void> {
    const players = await deps.players.list(live.session.id);
    const joined: { playerId: string; name: string; seq: number }[] = [];
    const removed: string[] = [];
    for (const { playerId, name, seq, removedAtMs } of players) {
      if (removedAtMs === null && !live.roster.has(playerId)) joined.push({ playerId, name, seq });
      if (removedAtMs !== null && !live.removed.has(playerId)) removed.push(playerId);
    }
    if (joined.length > 0) apply(live, { type: "joined", players: joined });
    if (removed.length > 0) apply(live, { type: "removed", playerIds: removed });
    const questionIndex = questionIndexOf(live.session.phase);
    const missed = (await answeredNow(live.session)).filter((id) => !live.answered.has(id));
    if (questionIndex !== null && missed.length > 0)
      apply(live, { type: "answered", questionIndex, playerIds: missed });
  }

  return {
    open: openLive,
    peek: (sessionId) => open.get(sessionId) ?? null,
    refresh,
    adopt,
    all: () => open.values(),
    async refreshAll() {
      const versions = await deps.sessions.versions([...open.keys()]);
      for (const live of [...open.values()]) {
        const version = versions.get(live.session.id);
        if (version !== undefined && version > live.session.version) await refresh(live.session.id);
        if (!deps.bus.healthy()) await resync(live);
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dropIdle(idleBeforeMs, inUse) {
      for (const [sessionId, live] of open) {
        if (live.usedAtMs >= idleBeforeMs || inUse(sessionId)) continue;
        open.delete(sessionId);
        unsubscribes.get(sessionId)?.();
        unsubscribes.delete(sessionId);
      }
    },
  };
}
