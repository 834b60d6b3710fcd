import { beforeEach, describe, expect, test } from "vitest";
import { createHolds } from "#lib/limits/holds.ts";
import { memoryLimiter } from "#lib/limits/memory-limiter.ts";
import { memoryNearRooms } from "#lib/limits/near-rooms.ts";
import type { LiveSession } from "#lib/session/live/live-session.ts";
import { createPinGuard, type PinAsker, type PinGuard } from "#lib/session/live/pin-guard.ts";

const SCHOOL = "203.0.113.9";
const HERE = "111111";
const ELSEWHERE = "222222";
const rooms = new Map([HERE, ELSEWHERE].map((pin) => [pin, roomOf(pin)]));
let asked = 0;
let held: string[] = [];
let guard: PinGuard;

beforeEach(() => {
  asked = 0;
  held = [];
  const clock = { now: () => 0 };
  guard = createPinGuard({
    live: { open: async (id) => rooms.get(id.replace("session ", "")) ?? null },
    pins: {
      peek: () => null,
      async find(pin) {
        asked += 1;
        return rooms.get(pin) ?? null;
      },
    },
    near: memoryNearRooms(clock),
    limiter: memoryLimiter(),
    clock,
    onMiss() {},
    onHold: (network) => held.push(network),
  });
});

function roomOf(pin: string): LiveSession {
  return {
    session: { id: `session ${pin}`, accountId: "host", pin, phase: { name: "lobby" } },
  } as unknown as LiveSession;
}

function stranger(address = SCHOOL): PinAsker {
  return { address, sessions: () => [], proof: async () => null };
}

function known(proof: string, address = SCHOOL, sessions: string[] = []): PinAsker {
  return { address, sessions: () => sessions, proof: async () => ({ name: proof }) };
}

let next = 300_000;
async function guess(asker: PinAsker, times: number): Promise<string[]> {
  const outcomes = [];
  for (let i = 0; i < times; i++) outcomes.push((await guard.look(String(next++), asker)).outcome);
  return outcomes;
}

const outcomeOf = async (pin: string, asker: PinAsker) => (await guard.look(pin, asker)).outcome;

test("[SEC8] 120 wrong PINs of a network are answered, then it is held and nothing is looked up", async () => {
  const outcomes = await guess(stranger(), 200);
  expect(outcomes.filter((outcome) => outcome === "unknown")).toHaveLength(120);
  expect(asked).toBe(121);
  expect(await outcomeOf(ELSEWHERE, stranger())).toBe("held");
  expect(held).toEqual([SCHOOL]);
  expect(await outcomeOf(ELSEWHERE, stranger("198.51.100.1"))).toBe("found");
});

test("[SEC8] guesses sent all at once are no more than guesses sent one by one", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 5_000 }, (_, i) => guard.look(String(400_000 + i), stranger())),
  );
  expect(outcomes.filter(({ outcome }) => outcome === "unknown").length).toBeLessThanOrEqual(120);
  expect(asked).toBeLessThanOrEqual(121);
});

describe("while an address is held", () => {
  test("[SEC20] a room that has had somebody there opens to all who are there", async () => {
    guard.noteAt(SCHOOL, { pin: HERE, sessionId: `session ${HERE}` });
    await guess(stranger(), 1_000);
    expect(await outcomeOf(HERE, stranger())).toBe("found");
    expect(await outcomeOf(ELSEWHERE, stranger())).toBe("held");
  });

  test("[SEC20] a credential of the session is no guess", async () => {
    await guess(stranger(), 200);
    expect(await outcomeOf(ELSEWHERE, known("player 1", SCHOOL, [`session ${ELSEWHERE}`]))).toBe("found");
    expect(await outcomeOf(ELSEWHERE, known("player 1", SCHOOL, [`session ${HERE}`]))).toBe("found");
  });

  test("[SEC20] a known client finds any room, and has ten wrong PINs of its own", async () => {
    await guess(stranger(), 200);
    const outcomes = await guess(known("device 1"), 20);
    expect(outcomes.filter((outcome) => outcome === "unknown")).toHaveLength(10);
    expect(await outcomeOf(ELSEWHERE, known("device 1"))).toBe("held");
    expect(await outcomeOf(ELSEWHERE, known("device 2"))).toBe("found");
  });

  test("[SEC20] a host who has typed others' PINs finds their own rooms all the same", async () => {
    const host = (accountId: string): PinAsker => ({
      address: SCHOOL,
      sessions: () => [],
      proof: async () => ({ name: `account ${accountId}`, accountId }),
    });
    await guess(host("host"), 20);
    await guess(host("another"), 20);
    expect(await outcomeOf(ELSEWHERE, host("another"))).toBe("held");
    expect(await outcomeOf(ELSEWHERE, host("host"))).toBe("found");
  });

  test("[SEC20] many known clients of one network get no more than 240 wrong PINs answered", async () => {
    await guess(stranger(), 200);
    let answered = 0;
    for (let i = 0; i < 100; i++)
      answered += (await guess(known(`device ${i}`), 10)).filter((outcome) => outcome === "unknown").length;
    expect(answered).toBe(240);
  });

  test("[SEC20] who guesses among the rooms of its own address is held up there, too", async () => {
    guard.noteAt(SCHOOL, { pin: HERE, sessionId: `session ${HERE}` });
    await guess(stranger(), 120 + 1 + 2_400);
    expect(await outcomeOf(HERE, stranger())).toBe("found");
    await guess(stranger(), 1);
    expect(await outcomeOf(HERE, stranger())).toBe("held");
    expect(await outcomeOf(HERE, known("device 1"))).toBe("found");
  });
});

test("[SEC20] what a known client types wrong is not its neighbors' trouble", async () => {
  for (let i = 0; i < 30; i++) await guess(known(`device ${i}`), 9);
  expect(await outcomeOf(ELSEWHERE, stranger())).toBe("found");
  expect(held).toEqual([]);
});

test("[SEC10] guesses from many /64s count for the /56 and the /48 they are in", async () => {
  const of64 = (i: number) => stranger(`2001:db8:7:${i.toString(16)}::/64`);
  let answered = 0;
  for (let i = 0; i < 2_000; i++)
    answered += (await guess(of64(i * 31), 1)).filter((outcome) => outcome === "unknown").length;
  expect(answered).toBe(480);
  expect(await outcomeOf(HERE, of64(60_000))).toBe("held");
  expect(await outcomeOf(HERE, stranger("2001:db8:8:1::/64"))).toBe("found");
  const of56 = (i: number) => stranger(`2001:db8:9:${(0xaa00 + i).toString(16)}::/64`);
  answered = 0;
  for (let i = 0; i < 256; i++)
    answered += (await guess(of56(i), 3)).filter((outcome) => outcome === "unknown").length;
  expect(answered).toBe(240);
});

test("[SEC8] a hold ends, and is then forgotten", () => {
  let nowMs = 0;
  const holds = createHolds({ now: () => nowMs });
  for (let i = 0; i < 1_000; i++) holds.hold(`10.0.${i >> 8}.${i & 255}`, 60_000);
  expect(holds.has("10.0.0.7")).toBe(true);
  expect(holds.has("10.9.9.9")).toBe(false);
  nowMs = 60_000;
  expect(holds.has("10.0.0.7")).toBe(false);
  holds.hold("10.9.9.9", 60_000);
  expect(holds.has("10.9.9.9")).toBe(true);
  expect(holds.size).toBe(1);
});

test("[TRY1] nothing runs under the PIN of a rehearsal but for its own screens, and asking counts as a wrong PIN", async () => {
  const room = roomOf("333333");
  rooms.set("333333", { ...room, session: { ...room.session, rehearsal: true } });
  expect(await outcomeOf("333333", stranger())).toBe("unknown");
  expect(await outcomeOf("333333", known("device 1"))).toBe("unknown");
  expect(await outcomeOf("333333", known("player 1", SCHOOL, [room.session.id]))).toBe("found");
  for (let i = 0; i < 121; i++) await outcomeOf("333333", stranger());
  expect(await outcomeOf("333333", stranger())).toBe("held");
  expect(await outcomeOf("333333", known("player 1", SCHOOL, [room.session.id]))).toBe("found");
  rooms.delete("333333");
});
