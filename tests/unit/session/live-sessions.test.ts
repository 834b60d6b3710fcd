import { beforeEach, expect, test } from "vitest";
import type { LiveEvent } from "#lib/session/live/live-session.ts";
import { createLiveSessions, type LiveSessions } from "#lib/session/live/live-sessions.ts";
import { memoryBus } from "#lib/session/live/memory-bus.ts";
import type { Player } from "#lib/session/player-store.ts";
import type { Session } from "#lib/session/session.ts";

/** One session in a database that counts how often it is read; no notice ever comes. */
let nowMs = 0;
let stored: Session | null;
let storedPlayers: Player[];
let events: LiveEvent["type"][];
let answeredBy: string[];
let reads = 0;
let looks: string[][];
let live: LiveSessions;

beforeEach(async () => {
  nowMs = reads = 0;
  answeredBy = [];
  storedPlayers = [];
  events = [];
  looks = [];
  stored = { id: "s", version: 1, phase: { name: "lobby" } } as Session;
  live = createLiveSessions({
    sessions: {
      async get() {
        reads++;
        return stored;
      },
      async versions(sessionIds: string[]) {
        looks.push(sessionIds);
        return new Map(stored ? [["s", stored.version]] : []);
      },
    } as never,
    players: { list: async () => storedPlayers } as never,
    answers: { answeredBy: async () => answeredBy } as never,
    bus: memoryBus(),
    now: () => nowMs,
    onError() {},
  });
  live.onEvent((_, { type }) => events.push(type));
  await live.open("s");
});

const player = (playerId: string) =>
  ({
    playerId,
    name: playerId,
    seq: 1,
    moves: 0,
    extraTime: null,
    teamId: null,
    avatar: null,
    removedAtMs: null,
  }) as Player;

const question = { name: "question", index: 0, shownAtMs: 0, opensAtMs: 0, closesAtMs: 9 } as const;

test("[SIM2] a process that was stopped for seconds shows nobody an old copy", async () => {
  stored = { ...stored!, version: 2, phase: question };
  answeredBy = ["ada"];
  nowMs = 10_000;
  const [first, second] = await Promise.all([live.open("s"), live.open("s")]);
  expect(first).toBe(second);
  expect(first!.session.version).toBe(2);
  expect([...first!.answered]).toEqual(["ada"]);
});

test("[SIM2] after a stop, what players and answers were missed is read too, once", async () => {
  stored = { ...stored!, version: 2, phase: question };
  await live.refresh("s");
  answeredBy = ["ada"];
  nowMs = 10_000;
  expect(live.beat()).toBe(true);
  await live.refreshAll(live.beat());
  expect([...live.peek("s")!.answered]).toEqual(["ada"]);
  expect(live.beat()).toBe(false);
});

test("a process that is awake answers from its copy", async () => {
  for (let i = 0; i < 20; i++) {
    nowMs += 1_000;
    live.beat();
    await live.open("s");
  }
  expect(reads).toBe(1);
});

test("[SIM2] whoever may have missed something together looks at the versions once, and reads what is newer", async () => {
  const [first, second] = await Promise.all([live.catchUp("s"), live.catchUp("s")]);
  expect([first, second]).toEqual([live.peek("s"), live.peek("s")]);
  expect({ looks, reads }).toEqual({ looks: [["s"]], reads: 1 });

  stored = { ...stored!, version: 2, phase: question };
  expect((await live.catchUp("s"))!.session.version).toBe(2);
  expect(reads).toBe(2);
});

test("[DEL2] a node that missed the notice finds out that a session is deleted, and drops its copy", async () => {
  stored = null;
  await live.refreshAll(false);
  expect(events).toEqual(["deleted"]);
  expect(live.peek("s")).toBeNull();
  expect(await live.open("s")).toBeNull();
});

test("[DEL3] a node that missed the notice finds out that a player is deleted", async () => {
  storedPlayers = [player("ada"), player("bob")];
  await live.resync(live.peek("s")!);
  storedPlayers = [player("bob")];
  await live.resync(live.peek("s")!);
  expect(events).toEqual(["joined", "removed"]);
  expect([...live.peek("s")!.roster.keys()]).toEqual(["bob"]);
});
