import { afterEach, expect, test, vi } from "vitest";
import { BroadcastLoad } from "#lib/realtime/broadcast-load.ts";
import type { Connection } from "#lib/realtime/connection.ts";
import { BoardFeed, boardNow, ensureBoard } from "#lib/realtime/feeds/board-feed.ts";
import { Room } from "#lib/realtime/room.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { LiveSession } from "#lib/session/live/live-session.ts";

const ADA = { rank: 1, playerId: "ada", name: "Ada", score: 900 };

afterEach(() => {
  vi.useRealTimers();
});

/** A room in the standings on a node whose leaderboard may be out of reach. */
function standingsRoom(load = new BroadcastLoad()) {
  const leaderboard = { reachable: true, top: [ADA] };
  const read = <T>(value: T) =>
    leaderboard.reachable ? Promise.resolve(value) : Promise.reject(new Error("out of reach"));
  const runtime = {
    leaderboard: { top: () => read(leaderboard.top), cuts: () => read([]) },
    players: { load: async () => new Map() },
    logger: { warn() {} },
  } as unknown as Runtime;
  const session = { id: "s", phase: { name: "standings", index: 0 }, settings: { mode: "live" } };
  const live = { session, roster: new Map([["ada", ADA]]), answered: new Set() } as unknown as LiveSession;
  const room = new Room(live, { entered() {}, left() {}, sent() {} });
  const sent: string[] = [];
  const phone = { send: (_: string, bytes: Buffer) => sent.push(String(bytes)) } as unknown as Connection;
  room.add(phone, { role: "player", moves: 0, playerId: "ada" });
  let marks = 0;
  const feed = new BoardFeed(runtime, room, load, () => {
    marks += 1;
  });
  return { leaderboard, runtime, room, feed, sent, marks: () => marks };
}

test("[RT5] a board that could not be read for whoever came in is read again, though nothing happens any more", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { leaderboard, runtime, room, feed, sent, marks } = standingsRoom();
  leaderboard.reachable = false;
  await ensureBoard(runtime, room);
  expect(room.board).toBeNull();
  expect(boardNow(room).top).toEqual([]);

  const pauseMs = await feed.run();
  expect(pauseMs).toBeGreaterThan(0);
  expect(marks()).toBe(1);
  vi.advanceTimersByTime(pauseMs);

  leaderboard.reachable = true;
  await feed.run();
  expect(marks()).toBe(1);
  expect(sent.at(-1)).toContain("Ada");
  expect(boardNow(room).top).toMatchObject([ADA]);
});

test("[RT5] where phones are too many for each board, the host's screen gets it, and they the last one as soon as one is due", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const load = { intervalAfter: (key: string) => (key === "s" ? 1_000 : 250) } as unknown as BroadcastLoad;
  const { leaderboard, room, feed, sent, marks } = standingsRoom(load);
  const shown: string[] = [];
  const host = { send: (_: string, bytes: Buffer) => shown.push(String(bytes)) } as unknown as Connection;
  room.add(host, { role: "host" } as Parameters<Room["add"]>[1]);

  expect(await feed.run()).toBe(250);
  expect([sent.length, shown.length, marks()]).toEqual([1, 1, 0]);

  for (const score of [910, 920]) {
    vi.advanceTimersByTime(250);
    leaderboard.top = [{ ...ADA, score }];
    expect(await feed.run()).toBe(250);
  }
  expect(sent).toHaveLength(1);
  expect(shown).toHaveLength(3);
  expect(marks()).toBe(2);

  vi.advanceTimersByTime(500);
  await feed.run();
  expect(sent.at(-1)).toBe(shown.at(-1));
  expect([sent.length, shown.length, marks()]).toEqual([2, 3, 2]);
});

test("[RT5] a pause that a board has earned in the lobby ends with it", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const load = { intervalAfter: () => 3_000 } as unknown as BroadcastLoad;
  const { leaderboard, feed, sent } = standingsRoom(load);
  await feed.run();
  leaderboard.top = [{ ...ADA, score: 910 }];
  await feed.run();
  expect(sent).toHaveLength(1);
  feed.hurry();
  await feed.run();
  expect(sent).toHaveLength(2);
});
