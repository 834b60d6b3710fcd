import { expect, test } from "vitest";
import { BoardFeed, boardNow, ensureBoard } from "#lib/realtime/board-feed.ts";
import { BroadcastLoad } from "#lib/realtime/broadcast-load.ts";
import type { Connection } from "#lib/realtime/connection.ts";
import { Room } from "#lib/realtime/room.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { LiveSession } from "#lib/session/live-session.ts";

const ADA = { rank: 1, playerId: "ada", name: "Ada", score: 900 };

/** A room in the standings on a node whose leaderboard may be out of reach. */
function standingsRoom() {
  const leaderboard = { reachable: true };
  const read = <T>(value: T) =>
    leaderboard.reachable ? Promise.resolve(value) : Promise.reject(new Error("out of reach"));
  const runtime = {
    leaderboard: { top: () => read([ADA]), cuts: () => read([]) },
    players: { load: async () => new Map() },
    logger: { warn() {} },
  } as unknown as Runtime;
  const session = { id: "s", phase: { name: "standings", index: 0 } };
  const live = { session, roster: new Map([["ada", ADA]]), answered: new Set() } as unknown as LiveSession;
  const room = new Room(live, { entered() {}, left() {}, sent() {} });
  const sent: string[] = [];
  const phone = { send: (_: string, bytes: Buffer) => sent.push(String(bytes)) } as unknown as Connection;
  room.add(phone, { role: "player", playerId: "ada" });
  let marks = 0;
  const feed = new BoardFeed(runtime, room, new BroadcastLoad(), () => {
    marks += 1;
  });
  return { leaderboard, runtime, room, feed, sent, marks: () => marks };
}

test("[RT5] a board that could not be read for whoever came in is read again, though nothing happens any more", async () => {
  const { leaderboard, runtime, room, feed, sent, marks } = standingsRoom();
  leaderboard.reachable = false;
  await ensureBoard(runtime, room);
  expect(room.board).toBeNull();
  expect(boardNow(room).top).toEqual([]);

  expect(await feed.run()).toBeGreaterThan(0);
  expect(marks()).toBe(1);

  leaderboard.reachable = true;
  await feed.run();
  expect(marks()).toBe(1);
  expect(sent.at(-1)).toContain("Ada");
  expect(boardNow(room).top).toMatchObject([ADA]);
});
