import type { SubmitAnswer } from "../scoring/submit-answer.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import type { Presence } from "../session/live/presence.ts";
import type { JoinSession } from "../session/players/join-session.ts";
import { robotAnswer } from "./robot-answer.ts";
import { type Robot, robotsOf } from "./robots.ts";

/**
 * The robots of rehearsals, on the nodes to which their hosts are connected. They join and answer by the doors of players,
 * with keys and minds that follow from the session: two nodes that drive the same ones, or a node that goes on where
 * another died, do everything once. When the last host has been away for a minute the rehearsal ends; should this node die
 * before, it ends when its time is over (lib/session/phases/due.ts).
 */
export interface Rehearsals {
  /** A control room of this session was opened on this node, or closed. */
  hostCame(live: LiveSession): void;
  hostLeft(live: LiveSession): void;
  /** The robots of this node stop, for good. */
  stop(): void;
}

export interface RehearsalsDeps {
  live: Pick<LiveSessions, "onEvent">;
  joinSession: JoinSession;
  submitAnswer: SubmitAnswer;
  presence: Pick<Presence, "enter" | "leave" | "counts">;
  clock: { now(): number };
  /** The join key of a robot: the same on every node, and secret. */
  robotKey(sessionId: string, name: string): string;
  endRehearsal(sessionId: string): Promise<void>;
  onError(error: unknown, doing: string): void;
}

/** Long enough to reload the page, or to look something up in the editor. */
const HOST_AWAY_MS = 60_000;

interface Drive {
  live: LiveSession;
  hosts: number;
  seated: Map<Robot, string>;
  arriving: Set<Timer>;
  answering: Set<Timer>;
  away: Timer | null;
  over: boolean;
}

type Timer = ReturnType<typeof setTimeout>;

export function createRehearsals(deps: RehearsalsDeps): Rehearsals {
  const { joinSession, submitAnswer, presence, clock, onError } = deps;
  const drives = new Map<string, Drive>();
  let stopped = false;

  const stopListening = deps.live.onEvent((live, event) => {
    const over = event.type === "deleted";
    const drive = over || event.type === "changed" ? drives.get(live.session.id) : undefined;
    if (!drive) return;
    drive.live = live;
    if (over || live.session.phase.name === "ended") leave(drive);
    else answer(drive);
  });

  function begin(live: LiveSession): Drive {
    const { id } = live.session;
    const none = { seated: new Map(), arriving: new Set<Timer>(), answering: new Set<Timer>() };
    const drive: Drive = { live, hosts: 0, away: null, over: false, ...none };
    drives.set(id, drive);
    for (const robot of robotsOf(id)) {
      later(drive.arriving, live.roster.size > 1 ? 0 : robot.arrivesAfterMs, () => seat(drive, robot));
    }
    return drive;
  }

  async function seat(drive: Drive, robot: Robot): Promise<void> {
    const { id: sessionId } = drive.live.session;
    const joinKey = deps.robotKey(sessionId, robot.name);
    const joined = await joinSession({ sessionId, name: robot.name, joinKey });
    if (!joined.ok || drive.over) return;
    const { playerId } = joined.value;
    drive.seated.set(robot, playerId);
    presence.enter(sessionId, { role: "player", playerId });
    answerAs(drive, robot, playerId);
  }

  /** Plans made before the session moved on are made anew: a pause moves all instants. */
  function answer(drive: Drive): void {
    forget(drive.answering);
    for (const [robot, playerId] of drive.seated) answerAs(drive, robot, playerId);
  }

  function answerAs(drive: Drive, robot: Robot, playerId: string): void {
    const { session, answered } = drive.live;
    const { phase, quiz, id: sessionId } = session;
    if (phase.name !== "question" || answered.has(playerId)) return;
    const { index: questionIndex, opensAtMs } = phase;
    const { skill } = robot;
    const planned = robotAnswer(quiz, questionIndex, { skill, random: robot.at(questionIndex) });
    if (!planned) return;
    later(drive.answering, opensAtMs + planned.afterMs - clock.now(), async () => {
      // A refusal is no trouble: the host has closed the question, paused it, or removed this robot.
      await submitAnswer({
        sessionId,
        playerId,
        questionIndex,
        response: planned.response,
        receivedAtMs: clock.now(),
      });
    });
  }

  function later(timers: Set<Timer>, waitMs: number, act: () => Promise<void>): Timer {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        act().catch((error) => onError(error, "rehearsing with robots"));
      },
      Math.max(waitMs, 0),
    );
    timers.add(timer);
    return timer;
  }

  async function endIfAway(drive: Drive): Promise<void> {
    const { id } = drive.live.session;
    const { hosts } = await presence.counts(id);
    if (drive.hosts > 0) return;
    leave(drive);
    // Elsewhere the host may be there again.
    if (hosts === 0) await deps.endRehearsal(id);
  }

  function leave(drive: Drive): void {
    const { id } = drive.live.session;
    drive.over = true;
    forget(drive.arriving);
    forget(drive.answering);
    if (drive.away) clearTimeout(drive.away);
    for (const playerId of drive.seated.values()) presence.leave(id, { role: "player", playerId });
    drive.seated.clear();
    drives.delete(id);
  }

  return {
    hostCame(live) {
      const { id, rehearsal, phase } = live.session;
      if (stopped || !rehearsal || phase.name === "ended") return;
      const drive = drives.get(id) ?? begin(live);
      drive.hosts += 1;
      if (drive.away) clearTimeout(drive.away);
      drive.away = null;
    },
    hostLeft(live) {
      const drive = drives.get(live.session.id);
      if (!drive) return;
      drive.hosts = Math.max(0, drive.hosts - 1);
      if (drive.hosts > 0) return;
      drive.away = later(new Set(), HOST_AWAY_MS, () => endIfAway(drive));
    },
    stop() {
      stopped = true;
      stopListening();
      for (const drive of [...drives.values()]) leave(drive);
    },
  };
}

function forget(timers: Set<Timer>): void {
  for (const timer of timers) clearTimeout(timer);
  timers.clear();
}
