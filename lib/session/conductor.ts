import type { Clock } from "../kernel/clock.ts";
import { createFreshRuns } from "../kernel/fresh-runs.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import type { SessionBus } from "./bus.ts";
import type { Command, HostCommand, PlayerCommand } from "./command.ts";
import { everybodyAnswered, extraTimeEndsAtMs } from "./early-close.ts";
import type { LiveSession, LiveSessions } from "./live-sessions.ts";
import { uncounted } from "./phase.ts";
import { type Player, type PlayerStore, seatOf } from "./player-store.ts";
import type { Presence } from "./presence.ts";
import type { Session } from "./session.ts";
import type { SessionStore } from "./session-store.ts";
import { dueAtMs, transition, waitsForHost } from "./transition.ts";

/**
 * Drives sessions through their phases. Every change is: compute the next session with the pure `transition`, write it
 * by compare-and-swap, tell the other nodes. Whoever loses the race reads again and decides anew, so any number of
 * nodes may try the same thing and it happens once.
 *
 * Timers: a node that has a session open arms one for its due instant; `sweep` looks in the database for sessions whose
 * instant has passed with nobody acting, because their node died. Both end in `onDue`, which is safe to repeat.
 *
 * The host is a remote control: nothing here waits for one, except a session told to hold while its host is away.
 */
export interface Conductor {
  /** Does what a host asks. `expectedVersion` refuses what was decided on an older view (a double click, two hosts). */
  command(
    sessionId: string,
    command: HostCommand,
    options?: { expectedVersion?: number | undefined },
  ): Promise<Result<Session, Refusal>>;
  /** Counts a question again if it may have been counted without answers that this node has just stored. */
  recount(sessionId: string, questionIndex: number): Promise<void>;
  /** When the database last answered the sweep. */
  sweptAtMs(): number;
  start(): void;
  stop(): Promise<void>;
}

export interface ConductorDeps {
  live: LiveSessions;
  sessions: SessionStore;
  players: PlayerStore;
  bus: SessionBus;
  presence: Presence;
  clock: Clock;
  /** Counts a closed question, writes totals to the leaderboard, and says how the room did (lib/session/settle.ts). */
  settle(live: LiveSession, index: number): Promise<Extract<Command, { command: "settle" }>["result"]>;
  /** Writes everybody's totals to the leaderboard again: what the podium shows must not depend on any earlier write. */
  writeBoard(sessionId: string): Promise<void>;
  /** Writes the board again if it does not hold so many players. */
  checkBoard(sessionId: string, players: number): Promise<void>;
  onPlayer(player: Player, change: "removed" | "restored"): Promise<void>;
  onError(error: unknown, doing: string): void;
  sweepEveryMs?: number;
}

/** How often the database is asked for overdue sessions and missed versions. */
const SWEEP_MS = 1_000;
/** A session this late was left alone by its own node. */
const OVERDUE_MS = 1_500;
/** A session nobody has asked for leaves this node's memory after this long. */
const IDLE_MS = 10 * 60_000;
/** A PIN is free for a new session this long after its session ended. */
const PIN_RELEASE_MS = 2 * 3_600_000;
const ATTEMPTS = 8;
/** Beyond what setTimeout can hold. */
const TIMER_MAX_MS = 2_000_000_000;

export function createConductor(deps: ConductorDeps): Conductor {
  const { live: liveSessions, sessions, bus, clock } = deps;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const settling = new Map<string, Promise<void>>();
  const freshCount = createFreshRuns<void>();
  const earlyChecks = new Map<string, { timer: ReturnType<typeof setTimeout>; atMs: number }>();
  let sweepTimer: ReturnType<typeof setInterval> | null = null;
  const stopListening: (() => void)[] = [];
  let sweeping: Promise<void> | null = null;
  let sweeps = 0;
  let sweptAtMs = clock.now();
  /** Whether notices may have been lost since copies were last compared with the truth. */
  let lapsed = false;
  let lapsesSeen = bus.lapses();

  async function command(
    sessionId: string,
    asked: HostCommand,
    options: { expectedVersion?: number | undefined } = {},
  ): Promise<Result<Session, Refusal>> {
    const live = await liveSessions.open(sessionId);
    if (!live) return refuse("session_not_found");
    if (asked.command === "kick" || asked.command === "restore") return playerCommand(live, asked);
    const changed =
      asked.command === "next"
        ? await next(live, options.expectedVersion)
        : await change(live, asked, options.expectedVersion);
    // Whoever closes a question sees its result in the reply, not a half-counted reveal.
    if (changed.ok && changed.value.phase.name === "reveal" && uncounted(changed.value.phase)) {
      // If it fails, the close stands; the timer or a sweep counts.
      await settleOnce(live).catch((error) => deps.onError(error, "counting a question"));
      return ok(live.session);
    }
    return changed;
  }

  /** A question that is being counted is counted first; that is nobody's decision, so it makes no command stale. */
  async function next(live: LiveSession, expectedVersion?: number): Promise<Result<Session, Refusal>> {
    let expected = expectedVersion;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { phase, version } = live.session;
      if (phase.name === "reveal" && uncounted(phase) && (expected ?? version) === version) {
        await settleOnce(live);
        // Skipped: counted, it has gone on by itself, and a second step would be one too many.
        if (phase.leadsTo) return ok(live.session);
        const after = live.session.phase;
        const same = after.name === "reveal" && after.index === phase.index;
        if (expected !== undefined && same) expected = live.session.version;
      }
      const changed = await change(live, { command: "next" }, expected);
      if (changed.ok || !uncounted(live.session.phase) || live.session.phase.name === "paused")
        return changed;
    }
    return refuse("stale_command");
  }

  async function change(
    live: LiveSession,
    asked: Command,
    expectedVersion?: number,
  ): Promise<Result<Session, Refusal>> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (expectedVersion !== undefined && expectedVersion !== live.session.version) {
        await liveSessions.refresh(live.session.id);
        if (expectedVersion !== live.session.version) return refuse("stale_command");
      }
      const next = transition(live.session, asked, clock.now());
      if (!next.ok) {
        // The refusal may come from an old copy.
        if (attempt > 0 || !(await movedOn(live))) return next;
        continue;
      }
      if (next.value.phase.name === "podium" && live.session.phase.name !== "podium") {
        await deps
          .writeBoard(live.session.id)
          .catch((error) => deps.onError(error, "writing the final board"));
      }
      if (await sessions.swap(next.value, dueAtMs(next.value))) {
        liveSessions.adopt(next.value);
        bus.publish(next.value.id, { type: "session", version: next.value.version });
        return ok(next.value);
      }
      await liveSessions.refresh(live.session.id);
    }
    return refuse("stale_command");
  }

  async function movedOn(live: LiveSession): Promise<boolean> {
    const before = live.session.version;
    await liveSessions.refresh(live.session.id);
    return live.session.version !== before;
  }

  async function playerCommand(live: LiveSession, asked: PlayerCommand): Promise<Result<Session, Refusal>> {
    const sessionId = live.session.id;
    const removedAtMs = asked.command === "kick" ? clock.now() : null;
    const player = await deps.players.setRemoved(sessionId, asked.playerId, removedAtMs);
    if (player === "player_not_found" || player === "name_taken") return refuse(player);
    await deps.onPlayer(player, asked.command === "kick" ? "removed" : "restored");
    const { playerId } = player;
    bus.publish(
      sessionId,
      asked.command === "kick"
        ? { type: "removed", playerIds: [playerId] }
        : { type: "joined", players: [seatOf(player)] },
    );
    return ok(live.session);
  }

  /** Acts on an instant that has come. Safe to call at any time, from any node, as often as one likes. */
  async function onDue(sessionId: string): Promise<void> {
    const live = await liveSessions.open(sessionId);
    if (!live) return;
    const { phase, settings } = live.session;
    if (uncounted(phase)) return settleOnce(live);
    if (phase.name === "question" && settings.extraTime !== "off") {
      // Who has more time is asked of the truth: a lost notice must not cut anybody short.
      await liveSessions.resync(live);
      const untilMs = await extraTimeEndsAtMs(live, deps.presence, clock.now());
      if (untilMs !== null) {
        await change(live, { command: "waitForExtraTime", index: phase.index, untilMs });
        return;
      }
    }
    const advancesAtMs = "advancesAtMs" in phase ? phase.advancesAtMs : null;
    if (waitsForHost(live.session) && advancesAtMs !== null && advancesAtMs <= clock.now()) {
      const { hosts } = await deps.presence.counts(sessionId);
      if (hosts > 0) {
        await change(live, { command: "wait" });
        return;
      }
    }
    await change(live, { command: "clock" });
  }

  /** Counts the closed question, once at a time per session; then goes on at once if the host had skipped. */
  function settleOnce(live: LiveSession): Promise<void> {
    const sessionId = live.session.id;
    const running = settling.get(sessionId);
    if (running) return running;
    const promise = settleNow(live).finally(() => settling.delete(sessionId));
    settling.set(sessionId, promise);
    return promise;
  }

  async function settleNow(live: LiveSession): Promise<void> {
    const phase = live.session.phase.name === "paused" ? live.session.phase.phase : live.session.phase;
    if (phase.name !== "reveal") return;
    const result = await deps.settle(live, phase.index);
    const settled = await change(live, { command: "settle", index: phase.index, result });
    if (settled.ok && settled.value.phase.name === "reveal" && settled.value.phase.leadsTo) {
      await change(live, { command: "clock" });
    }
  }

  async function countAgain(sessionId: string, questionIndex: number): Promise<void> {
    const live = await liveSessions.refresh(sessionId);
    if (!live) return;
    const running = () =>
      live.session.phase.name === "paused" ? live.session.phase.phase : live.session.phase;
    const phase = running();
    if (phase.name === "question" && phase.index === questionIndex) return;
    // A count under way may have read the answers before.
    await settling.get(sessionId)?.catch(() => {});
    const now = running();
    if (now.name === "reveal" && now.index === questionIndex) await settleOnce(live);
    // The room has moved on: its bars are history, grades and totals are not.
    else await deps.settle(live, questionIndex);
  }

  function arm(live: LiveSession): void {
    const sessionId = live.session.id;
    clearTimeout(timers.get(sessionId));
    timers.delete(sessionId);
    const due = dueAtMs(live.session);
    if (due === null) return;
    const waitMs = Math.min(Math.max(due - clock.now(), 0), TIMER_MAX_MS);
    const timer = setTimeout(() => {
      timers.delete(sessionId);
      onDue(sessionId).catch((error) => deps.onError(error, "acting on a due session"));
    }, waitMs);
    timers.set(sessionId, timer);
  }

  /** Looks a moment later, once, whether the running question can close because nobody is left to answer. */
  function checkEarlyClose(live: LiveSession, delayMs: number): void {
    const sessionId = live.session.id;
    const planned = earlyChecks.get(sessionId);
    const atMs = clock.now() + delayMs;
    if (planned && planned.atMs <= atMs) return;
    clearTimeout(planned?.timer);
    const timer = setTimeout(() => {
      earlyChecks.delete(sessionId);
      closeIfAnswered(live).catch((error) => deps.onError(error, "closing early"));
    }, delayMs);
    earlyChecks.set(sessionId, { timer, atMs });
  }

  async function closeIfAnswered(live: LiveSession): Promise<void> {
    const { phase } = live.session;
    if (phase.name !== "question" || clock.now() < phase.opensAtMs) return;
    let verdict = await everybodyAnswered(live, deps.presence, clock.now());
    if (verdict.close) {
      // Decided on the truth: nobody shall lose a question to a lost notice.
      await liveSessions.resync(live);
      verdict = await everybodyAnswered(live, deps.presence, clock.now());
    }
    if (verdict.close) await change(live, { command: "closeEarly", index: phase.index });
    else if (verdict.lookAgainInMs !== null) checkEarlyClose(live, verdict.lookAgainInMs);
  }

  async function sweep(): Promise<void> {
    const now = clock.now();
    const overdue = await sessions.overdue(now - OVERDUE_MS, 50);
    sweptAtMs = clock.now();
    await Promise.all(
      overdue.map((sessionId) =>
        onDue(sessionId).catch((error) => deps.onError(error, "acting on an overdue session")),
      ),
    );
    // Notices can be lost: compare often while the bus is down and once after, and now and then anyway.
    const missing = lapsed || !bus.healthy() || bus.lapses() !== lapsesSeen;
    lapsed = missing;
    lapsesSeen = bus.lapses();
    if (missing || sweeps % 10 === 0) {
      await liveSessions.refreshAll(missing);
      // Only now: a comparison that failed is still to be made.
      lapsed = !bus.healthy();
    }
    if (sweeps % 10 === 0) {
      for (const { session, roster } of [...liveSessions.all()])
        await deps.checkBoard(session.id, roster.size);
    }
    if (sweeps % 60 === 0) {
      await sessions.releasePins(now - PIN_RELEASE_MS);
      liveSessions.dropIdle(now - IDLE_MS, (sessionId) => timers.has(sessionId) || settling.has(sessionId));
    }
    sweeps++;
  }

  return {
    command,
    recount: (sessionId, questionIndex) =>
      freshCount(`${sessionId} ${questionIndex}`, () => countAgain(sessionId, questionIndex)),
    sweptAtMs: () => sweptAtMs,
    start() {
      stopListening.push(
        liveSessions.onOpen(arm),
        liveSessions.onEvent((live, event) => {
          if (event.type === "changed") arm(live);
          if (event.type === "answered" || event.type === "presence" || event.type === "removed") {
            if (live.session.phase.name === "question") checkEarlyClose(live, 50);
          }
        }),
      );
      for (const live of liveSessions.all()) arm(live);
      sweepTimer = setInterval(() => {
        lapsed = liveSessions.beat() || lapsed;
        sweeping ??= sweep()
          .catch((error) => deps.onError(error, "sweeping"))
          .finally(() => {
            sweeping = null;
          });
      }, deps.sweepEveryMs ?? SWEEP_MS);
    },
    async stop() {
      for (const stop of stopListening) stop();
      if (sweepTimer) clearInterval(sweepTimer);
      for (const timer of timers.values()) clearTimeout(timer);
      for (const { timer } of earlyChecks.values()) clearTimeout(timer);
      timers.clear();
      await sweeping;
      await Promise.allSettled(settling.values());
    },
  };
}
