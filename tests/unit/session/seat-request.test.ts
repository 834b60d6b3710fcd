import { expect, test } from "vitest";
import { copyOf, follow, type LiveSession } from "#lib/session/live/live-session.ts";
import { holdsSeat } from "#lib/session/players/holds-seat.ts";
import {
  hasRoom,
  keepRequest,
  numberFor,
  REQUEST_FOR_MS,
  SEAT_REQUESTS_MAX,
  type SeatRequest,
  type SeatRequests,
  waitingOf,
} from "#lib/session/players/seat-request.ts";
import type { Session } from "#lib/session/session.ts";

const T0 = 1_700_000_000_000;

function request(id: string, changes: Partial<SeatRequest> = {}): SeatRequest {
  const askedAtMs = changes.askedAtMs ?? T0;
  return {
    id,
    playerId: "ada",
    number: 10,
    network: id,
    askedAtMs,
    untilMs: askedAtMs + REQUEST_FOR_MS,
    state: "waiting",
    ...changes,
  };
}

function kept(...all: SeatRequest[]): SeatRequests {
  const requests: SeatRequests = new Map();
  for (const each of all) keepRequest(requests, each);
  return requests;
}

test("[SEAT4] whatever notices say, a node keeps a bounded number of requests, and forgets them", () => {
  const requests = kept(...Array.from({ length: 5_000 }, (_, i) => request(`r${i}`)));
  expect(requests.size).toBe(3 * SEAT_REQUESTS_MAX);
  expect(keepRequest(requests, request("r0", { number: 99 })), "known already").toBe(false);
  const later = T0 + REQUEST_FOR_MS + 60_001;
  expect(waitingOf(requests, later)).toEqual([]);
  expect(keepRequest(requests, request("new", { askedAtMs: later }))).toBe(true);
  expect(requests.size).toBe(1);
});

test("[SEAT4] twenty wait, three of one network for one seat, also of those that were told no", () => {
  const asker = { playerId: "ada", network: "n", nowMs: T0 };
  const full = kept(...Array.from({ length: SEAT_REQUESTS_MAX }, (_, i) => request(`r${i}`)));
  expect(hasRoom(full, asker)).toBe(false);
  expect(hasRoom(full, { ...asker, nowMs: T0 + REQUEST_FOR_MS })).toBe(true);
  const declined = ["a", "b", "c"].map((id) => request(id, { network: "n", state: "declined" }));
  expect(hasRoom(kept(...declined), asker)).toBe(false);
  expect(hasRoom(kept(...declined), { ...asker, playerId: "ben" })).toBe(true);
  expect(hasRoom(kept(...declined), { ...asker, network: "m" })).toBe(true);
  expect(hasRoom(kept(...declined.slice(1)), asker)).toBe(true);
});

test("[SEAT1] no two requests of a session show the same digits, while there are any left", () => {
  const requests = kept();
  for (let i = 0; i < 60; i++) {
    const number = numberFor(requests, 89);
    keepRequest(requests, request(`r${i}`, { number }));
  }
  const numbers = [...requests.values()].map(({ number }) => number);
  expect(new Set(numbers).size).toBe(60);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(99);
});

test("[SEAT3] a notice from before a move that comes after it takes nothing back", () => {
  const live = copyOf({ phase: { name: "lobby" } } as Session, [], [], T0);
  const seat = { playerId: "ada", name: "Ada", seq: 1 };
  for (const players of [[{ ...seat, moves: 1 }], [{ ...seat, extraTime: "2x" as const }]])
    follow(live, { type: "joined", players }, false);
  expect(live.roster.get("ada")).toEqual({ name: "Ada", seq: 1, extraTime: "2x", moves: 1 });
});

test("[SEAT3] a token that is ahead of the node's copy has it read again; one that is behind is refused", async () => {
  const seats = new Map([["ada", { name: "Ada", seq: 1, moves: 1 }]]);
  const live = { roster: seats } as unknown as LiveSession;
  let reads = 0;
  const sessions = {
    async resync() {
      reads += 1;
      seats.set("ada", { name: "Ada", seq: 1, moves: 2 });
    },
  };
  expect(await holdsSeat(sessions, live, { playerId: "ada", moves: 1 })).toMatchObject({ ok: true });
  expect(reads).toBe(0);
  expect(await holdsSeat(sessions, live, { playerId: "ada", moves: 2 })).toMatchObject({ ok: true });
  expect(reads).toBe(1);
  expect(await holdsSeat(sessions, live, { playerId: "ada", moves: 1 })).toMatchObject({
    error: { code: "seat_moved" },
  });
});
