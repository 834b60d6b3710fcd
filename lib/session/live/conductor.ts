import type { Refusal } from "../../kernel/refusal.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import type { Command, HostCommand, PlayerCommand } from "../phases/command.ts";
import { DELAY_MAX_MS, dueAtMs, GRACE_MS, waitsForHost } from "../phases/due.ts";
import { uncounted } from "../phases/running-phase.ts";
import { type PlayerStore, seatOf } from "../player-store.ts";
import type { Session } from "../session.ts";
import { ATTEMPTS, type ChangeSessionDeps, createChangeSession } from "./change-session.ts";
import { createEarlyChecks } from "./early-checks.ts";
import { extraTimeEndsAtMs } from "./early-close.ts";
import { createLastAnswers, endsQuestion } from "./last-answers.ts";
import type { LiveSession } from "./live-session.ts";
import type { Presence } from "./presence.ts";
import { createQuestionCount } from "./question-count.ts";
import { createSweep } from "./sweep.ts";

/**
 * Drives sessions through their phases. Every change is: compute the next session with the pure `transition`, write it
 * by compare-and-swap, tell the other nodes. The loser of a race reads again and decides anew, so any number of
 * nodes may try the same thing and it happens once.
 *
 * Timers: a node that has a session open arms one for its due instant; `sweep` looks in the database for sessions whose
 * instant has passed without action, because their node died. Both end in `onDue`, which is safe to repeat.
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
  /** Makes a team for somebody who joins it; "team_name_taken" if there is one of this name by now. */
  makeTeam(sessionId: string, name: string): Promise<Result<Session, Refusal>>;
  /** Ends a rehearsal in any phase; does nothing if it is over. */
  endRehearsal(sessionId: string): Promise<void>;
  /** When the database last answered the sweep. */
  sweptAtMs(): number;
  start(): void;
  stop(): Promise<void>;
}

export interface ConductorDeps extends ChangeSessionDeps {
  players: PlayerStore;
  presence: Presence;
  /** By how much this process may have come late to what it received just now, at most DELAY_MAX_MS. */
  delayMs(): number;
  /** How long a host's close waits for phones that have neither answered nor passed. */
  closeGraceMs: number;
  /** Told how many sessions were overdue: their instant had passed and no node had acted. */
  onOverdue?(count: number): void;
  sweepEveryMs?: number;
}

/** Beyond what setTimeout can hold. */
const TIMER_MAX_MS = 2_000_000_000;

export function createConductor(deps: ConductorDeps): Conductor {
  const { live: liveSessions, bus, clock } = deps;
  const change = createChangeSession(deps);
  const count = createQuestionCount({ live: liveSessions, change, counting: deps.counting });
  const earlyChecks = createEarlyChecks({ ...deps, change });
  const lastAnswers = createLastAnswers({ ...deps, change });
  const sweep = createSweep({
    ...deps,
    onDue,
    inUse: (sessionId) => timers.has(sessionId) || count.underWay(sessionId),
    everyMs: deps.sweepEveryMs,
  });
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stopListening: (() => void)[] = [];
  deps.counting.onUncounted((sessionId, questionIndex) => {
    count.recount(sessionId, questionIndex).catch((error) => deps.onError(error, "counting late answers"));
  });

  async function command(
    sessionId: string,
    asked: HostCommand,
    options: { expectedVersion?: number | undefined } = {},
  ): Promise<Result<Session, Refusal>> {
    const live = await liveSessions.open(sessionId);
    if (!live) return refuse("session_not_found");
    if (asked.command === "movePlayer") return movePlayer(live, asked);
    if (asked.command === "kick" || asked.command === "restore") return playerCommand(live, asked);
    const changed = await obey(live, asked, options.expectedVersion);
    // The host who closes a question gets its result in the reply, not a half-counted reveal.
    if (changed.ok && changed.value.phase.name === "reveal" && uncounted(changed.value.phase)) {
      // If this fails, the question stays closed; the timer or a sweep counts.
      await count.settle(live).catch((error) => deps.onError(error, "counting a question"));
      return ok(live.session);
    }
    return changed;
  }

  async function obey(
    live: LiveSession,
    asked: Exclude<HostCommand, PlayerCommand>,
    expectedVersion?: number,
  ): Promise<Result<Session, Refusal>> {
    if (endsQuestion(asked.command) && (await lastAnswers.mayCome(live))) {
      const taken = await lastAnswers.take(live, expectedVersion);
      if (taken && !(taken.ok && asked.command === "finish")) return taken;
      if (taken) return change(live, asked);
    }
    if (asked.command === "next") return next(live, expectedVersion);
    return change(live, asked, expectedVersion);
  }

  /** Waits until the question is counted. Counting is not a command, so it makes no other command stale. */
  async function next(live: LiveSession, expectedVersion?: number): Promise<Result<Session, Refusal>> {
    let expected = expectedVersion;
    const asked: Command =
      expected === undefined ? { command: "next", bareAtMs: clock.now() } : { command: "next" };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { phase, version } = live.session;
      if (phase.name === "reveal" && uncounted(phase) && (expected ?? version) === version) {
        await count.settle(live);
        // Skipped: counted, it has gone on by itself, and a second step would be one too many.
        if (phase.leadsTo) return ok(live.session);
        const after = live.session.phase;
        const same = after.name === "reveal" && after.index === phase.index;
        if (expected !== undefined && same) expected = live.session.version;
      }
      const changed = await change(live, asked, expected);
      if (changed.ok || !uncounted(live.session.phase) || live.session.phase.name === "paused")
        return changed;
    }
    return refuse("stale_command");
  }

  async function movePlayer(
    live: LiveSession,
    { playerId, teamId }: Extract<PlayerCommand, { command: "movePlayer" }>,
  ): Promise<Result<Session, Refusal>> {
    const sessionId = live.session.id;
    // The team may be newer than this copy.
    if (!hasTeam(live.session, teamId)) await liveSessions.refresh(sessionId);
    if (!hasTeam(live.session, teamId)) return refuse("team_not_found");
    const player = await deps.players.setTeam(sessionId, playerId, teamId);
    if (player === "player_not_found") return refuse(player);
    if (player.removedAtMs === null) bus.publish(sessionId, { type: "joined", players: [seatOf(player)] });
    return ok(live.session);
  }

  async function makeTeam(sessionId: string, name: string): Promise<Result<Session, Refusal>> {
    const live = await liveSessions.open(sessionId);
    return live ? change(live, { command: "makeTeam", name }) : refuse("session_not_found");
  }

  async function playerCommand(
    live: LiveSession,
    asked: Exclude<PlayerCommand, { command: "movePlayer" }>,
  ): Promise<Result<Session, Refusal>> {
    const sessionId = live.session.id;
    const removedAtMs = asked.command === "kick" ? clock.now() : null;
    const player = await deps.players.setRemoved(sessionId, asked.playerId, removedAtMs);
    if (player === "player_not_found" || player === "name_taken") return refuse(player);
    await deps.counting.playerChanged(player, asked.command === "kick" ? "removed" : "restored");
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
    if (uncounted(phase)) return count.settle(live);
    const lateMs = phase.name === "question" ? clock.now() - (dueAtMs(live.session) ?? 0) : 0;
    if (phase.name === "question" && lateMs < deps.delayMs()) {
      // Messages that came while this process was busy are still to be read.
      return arm(live, deps.delayMs());
    }
    if (phase.name === "question" && phase.cutAtMs === undefined && settings.extraTime !== "off") {
      // The database says who has more time: a lost notice must not cut a player short.
      await liveSessions.resync(live);
      const untilMs = await extraTimeEndsAtMs(live, deps.presence, clock.now());
      if (untilMs !== null) {
        await change(live, { command: "waitForExtraTime", index: phase.index, untilMs });
        return;
      }
    }
    const advancesAtMs = "advancesAtMs" in phase ? phase.advancesAtMs : dueAtMs(live.session);
    if (waitsForHost(live.session) && advancesAtMs !== null && advancesAtMs <= clock.now()) {
      const { hosts } = await deps.presence.counts(sessionId);
      if (hosts > 0) {
        await change(live, { command: "wait" });
        return;
      }
    }
    await change(live, { command: "clock", lateMs: Math.min(Math.max(lateMs, 0), DELAY_MAX_MS) });
  }

  function disarm(sessionId: string): void {
    clearTimeout(timers.get(sessionId));
    timers.delete(sessionId);
  }

  function arm(live: LiveSession, delayMs = 0): void {
    const sessionId = live.session.id;
    disarm(sessionId);
    const due = dueAtMs(live.session);
    if (due === null) return;
    const waitMs = Math.min(Math.max(due + delayMs - clock.now(), 0), TIMER_MAX_MS);
    const timer = setTimeout(() => {
      timers.delete(sessionId);
      onDue(sessionId).catch((error) => deps.onError(error, "acting on a due session"));
    }, waitMs);
    timers.set(sessionId, timer);
  }

  return {
    command,
    async endRehearsal(sessionId) {
      const live = await liveSessions.open(sessionId);
      if (live?.session.rehearsal) await change(live, { command: "endRehearsal" });
    },
    makeTeam,
    sweptAtMs: sweep.sweptAtMs,
    start() {
      stopListening.push(
        liveSessions.onOpen((live) => arm(live)),
        liveSessions.onEvent((live, event) => {
          const { phase } = live.session;
          if (event.type === "changed") arm(live);
          if (event.type === "deleted") disarm(live.session.id);
          if (phase.name !== "question") return;
          if (event.type === "changed" && phase.cutAtMs !== undefined) earlyChecks.plan(live, GRACE_MS);
          if (["answered", "passed", "presence", "removed"].includes(event.type)) earlyChecks.plan(live, 50);
        }),
      );
      for (const live of liveSessions.all()) arm(live);
      sweep.start();
    },
    async stop() {
      for (const stop of stopListening) stop();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      earlyChecks.stop();
      lastAnswers.stop();
      await sweep.stop();
      await count.done();
    },
  };
}

function hasTeam({ teams }: Session, teamId: string): boolean {
  return teams.some((team) => team.teamId === teamId);
}
