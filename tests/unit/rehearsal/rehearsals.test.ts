import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRehearsals } from "#lib/rehearsal/rehearsals.ts";
import type { Submission } from "#lib/scoring/submit-answer.ts";
import type { LiveEvent, LiveSession } from "#lib/session/live/live-session.ts";
import type { Session } from "#lib/session/session.ts";
import { lobby } from "../session/commanded.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE_MS = 60_000;

/** Two nodes that share a session, and what its players do there. */
function sharedSession({ rehearsal = true } = {}) {
  const session: Session = { ...lobby(), id: "s1", ...(rehearsal ? { rehearsal: true as const } : {}) };
  const live = { session, roster: new Map(), answered: new Set() } as unknown as LiveSession;
  const joined = new Map<string, string>();
  const answers = new Map<string, Submission["response"][]>();
  const here = new Set<string>();
  const ended: string[] = [];
  const hosts = { count: 1 };
  const listeners: ((live: LiveSession, event: LiveEvent) => void)[] = [];

  const node = () =>
    createRehearsals({
      live: {
        onEvent(listener) {
          listeners.push(listener);
          return () => listeners.splice(listeners.indexOf(listener), 1);
        },
      },
      async joinSession({ joinKey, name }) {
        joined.set(joinKey ?? "", String(name));
        return { ok: true, value: { playerId: joinKey ?? "" } } as never;
      },
      async submitAnswer({ playerId, response }) {
        answers.set(playerId, [...(answers.get(playerId) ?? []), response]);
        return { ok: true } as never;
      },
      presence: {
        enter: (_, who) => void here.add(who.role === "player" ? who.playerId : who.role),
        leave: (_, who) => void here.delete(who.role === "player" ? who.playerId : who.role),
        counts: async () => ({ players: 0, hosts: hosts.count, presenters: 0 }),
      },
      clock: { now: () => Date.now() },
      robotKey: (sessionId, name) => `${sessionId} ${name}`,
      endRehearsal: async (sessionId) => void ended.push(sessionId),
      onError: (error) => {
        throw error;
      },
    });

  function moves(phase: Session["phase"]): void {
    const before = live.session;
    live.session = { ...live.session, phase };
    for (const listener of [...listeners]) listener(live, { type: "changed", before });
  }

  function asks(index: number, inMs = 1_000): void {
    const opensAtMs = Date.now() + inMs;
    moves({ name: "question", index, shownAtMs: opensAtMs, opensAtMs, closesAtMs: opensAtMs + 20_000 });
  }

  return { live, node, joined, answers, here, ended, hosts, moves, asks };
}

test("[TRY2] ten robots come in one by one, and each answers once while the question is open", async () => {
  const { live, node, joined, answers, here, asks } = sharedSession();
  node().hostCame(live);
  expect(joined.size).toBe(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(joined.size).toBe(10);
  expect(here.size).toBe(10);
  asks(0);
  await vi.advanceTimersByTimeAsync(999);
  expect(answers.size).toBe(0);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([...answers.values()].map((given) => given.length)).toEqual(Array.from({ length: 10 }, () => 1));
});

test("[TRY2] a pause moves the answers with the question; who has answered is not asked again", async () => {
  const { live, node, answers, moves, asks } = sharedSession();
  node().hostCame(live);
  await vi.advanceTimersByTimeAsync(5_000);
  asks(0);
  const { phase } = live.session;
  if (phase.name !== "question") throw new Error(phase.name);
  moves({ name: "paused", phase, pausedAtMs: Date.now() });
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(answers.size).toBe(0);
  live.answered.add("s1 Robot Ada");
  asks(0);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(answers.size).toBe(9);
});

test("[TRY3] two nodes make the same ten players, who give the same answers", async () => {
  const { live, node, joined, answers, asks } = sharedSession();
  node().hostCame(live);
  node().hostCame(live);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(joined.size).toBe(10);
  asks(0);
  await vi.advanceTimersByTimeAsync(20_000);
  for (const [a, b] of answers.values()) expect(a).toEqual(b);
});

test("[TRY3] a host who reloads finds it going on; away for a minute, it ends and the robots are gone", async () => {
  const { live, node, here, ended, hosts } = sharedSession();
  const rehearsals = node();
  rehearsals.hostCame(live);
  await vi.advanceTimersByTimeAsync(5_000);
  rehearsals.hostLeft(live);
  await vi.advanceTimersByTimeAsync(MINUTE_MS - 1_000);
  rehearsals.hostCame(live);
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
  expect([here.size, ended]).toEqual([10, []]);

  rehearsals.hostLeft(live);
  hosts.count = 0;
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect([here.size, ended]).toEqual([0, ["s1"]]);
});

test("[TRY3] a host who has moved to another node ends nothing here", async () => {
  const { live, node, here, ended } = sharedSession();
  const rehearsals = node();
  rehearsals.hostCame(live);
  await vi.advanceTimersByTimeAsync(5_000);
  rehearsals.hostLeft(live);
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect([here.size, ended]).toEqual([0, []]);
});

test("[TRY3] with the end of the rehearsal, and when the server drains, robots do nothing more", async () => {
  for (const stop of ["end", "drain"] as const) {
    const { live, node, here, answers, moves, asks } = sharedSession();
    const rehearsals = node();
    rehearsals.hostCame(live);
    await vi.advanceTimersByTimeAsync(5_000);
    asks(0);
    if (stop === "end") moves({ name: "ended", endedAtMs: Date.now() });
    else rehearsals.stop();
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect([here.size, answers.size]).toEqual([0, 0]);
    rehearsals.hostCame(live);
    expect(vi.getTimerCount()).toBe(0);
  }
});

test("[TRY1] no robot ever comes into a session that is none", async () => {
  const { live, node, joined } = sharedSession({ rehearsal: false });
  node().hostCame(live);
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(joined.size).toBe(0);
});
