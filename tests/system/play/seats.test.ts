import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CLOSE_CODES } from "#lib/protocol/close-codes.ts";
import { type Api, api, type JoinedPlayer, type Json } from "#tests/support/api.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect, type TestSocket } from "#tests/support/socket.ts";
import { eventually } from "#tests/support/waiting.ts";
import { expectProblem, OPEN, questionOpens, quiz } from "../rest-session.ts";
import { refusalOf, seen, welcomed } from "../socket-game.ts";

let postgres: TestPostgres;
let redis: TestRedis;
let [a, b]: TestServer[] = [];
let onA: Api;
let onB: Api;

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const env = {
    DATABASE_URL: await createDatabase(postgres.url),
    REDIS_URL: redis.url,
    AUTH_SECRET: "the same secret on every node of the test",
    // Each test's players come from addresses of their own.
    TRUSTED_PROXIES: "1",
  };
  [a, b] = await Promise.all([startServer({ env }), startServer({ env })]);
  onA = api(a!);
  onB = api(b!);
});
afterAll(async () => {
  await Promise.all([a?.stop(), b?.stop()]);
  await Promise.all([postgres?.stop(), redis?.stop()]);
});

let session: { sessionId: string; pin: string };
let ada: JoinedPlayer;
let host: TestSocket;
let addresses = 0;
let keys = 0;

beforeEach(async () => {
  session = await onA.startSession(quiz, { ...OPEN, profile: "classic-streak" });
  ada = await onA.join(session.pin, "Ada");
  host = await welcomed(a!, { sessionId: session.sessionId, token: a!.ownerApiKey, as: "host" });
});

const newKey = () => `a secret of device ${keys++}`;
const newAddress = () => `198.18.${Math.floor(addresses / 250)}.${addresses++ % 250}`;

interface Asked {
  state: string;
  number: number;
  hostHere: boolean;
  joined: JoinedPlayer;
}

/** A call from this address, by whatever node. */
async function from(address: string, server: TestServer, path: string, body: Json) {
  const response = await fetch(`${server.url}/api/v1/pins/${session.pin}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

/** A device at the door, which asks for a seat by node B. */
function device({ name = "ada", address = newAddress(), key = newKey() } = {}) {
  const reply = () => from(address, b!, "/seat-requests", { name, key });
  return {
    reply,
    async ask() {
      const { status, body } = await reply();
      expect(body, JSON.stringify(body)).toMatchObject({ state: expect.any(String) });
      expect(status).toBe(200);
      return body as unknown as Asked;
    },
    async becomes(state: string) {
      let asked: Asked | undefined;
      await eventually(async () => {
        asked = await this.ask();
        expect(asked.state).toBe(state);
      });
      return asked as Asked;
    },
  };
}

interface Waiting {
  id: string;
  playerId: string;
  name: string;
  number: number;
  connected: boolean;
}

const requestsOf = async (on: Api) =>
  (await on.get<{ requests: Waiting[] }>(`/sessions/${session.sessionId}/seat-requests`)).body.requests;

/** What the host's own socket, on node A, was told last. */
const toldHost = () =>
  (host.messages.findLast(({ type }) => type === "seatRequests")?.requests ?? []) as Waiting[];

async function hostSees(count: number): Promise<Waiting[]> {
  await eventually(() => expect(toldHost()).toHaveLength(count));
  return toldHost();
}

const verdict = (on: Api, id: string, said: "give" | "decline") =>
  on.post(`/sessions/${session.sessionId}/seat-requests/${id}`, { verdict: said });

async function madeCode(on: Api, playerId = ada.playerId) {
  const made = await on.post<{ code: string; url: string }>(
    `/sessions/${session.sessionId}/players/${playerId}/seat-code`,
  );
  expect(made.status).toBe(201);
  return made.body;
}

describe("[SEAT1] a seat that is asked for", () => {
  test("goes to the device that asks on another node, with points, streak and answers; the old one is told and out", async () => {
    const old = await welcomed(a!, { pin: session.pin, token: ada.token, as: "player" });
    const ben = await onB.join(session.pin, "Ben");
    await onB.get(`/pins/${session.pin}/me`, ben.token);
    for (const [index, response] of [{ choice: 0 }, { choice: 0 }].entries()) {
      await onA.command(session.sessionId, index === 0 ? "start" : "next");
      await questionOpens(onA, session.pin);
      expect(await onA.answer(session.pin, ada.token, index, response)).toMatchObject({ status: 200 });
      if (index === 1) break;
      await onA.command(session.sessionId, "close");
      await onA.command(session.sessionId, "next");
    }
    const before = (await onA.get(`/pins/${session.pin}/me`, ada.token)).body;
    expect(before).toMatchObject({ correctCount: 2, streak: 2 });

    const tablet = device({ name: " ADA " });
    const asked = await tablet.ask();
    expect(asked).toMatchObject({ state: "waiting", hostHere: true });
    expect(asked.number).toBeGreaterThanOrEqual(10);
    const [waiting] = await hostSees(1);
    expect(waiting).toMatchObject({ name: "Ada", number: asked.number, connected: true });
    expect(waiting).toEqual((await requestsOf(onB))[0]);

    expect((await verdict(onA, waiting!.id, "give")).status).toBe(200);
    const { joined } = await tablet.becomes("given");
    expect(joined).toMatchObject({ playerId: ada.playerId, name: "Ada", sessionId: session.sessionId });
    expect(joined.token).not.toBe(ada.token);
    expect(await old.closed).toMatchObject({ code: CLOSE_CODES.moved.code });
    expect(refusalOf(await seen(old, "refused")).code).toBe("seat_moved");
    await hostSees(0);

    for (const on of [onA, onB]) {
      await eventually(async () =>
        expectProblem(await on.get(`/pins/${session.pin}/me`, ada.token), 403, "seat_moved"),
      );
      expectProblem(await on.answer(session.pin, ada.token, 1, { choice: 0 }), 403, "seat_moved");
      expectProblem(await on.get(`/pins/${session.pin}/me/answers`, ada.token), 403, "seat_moved");
      expect((await on.get(`/pins/${session.pin}/me`, joined.token)).body).toEqual(before);
    }
    const again = await connect(b!, { pin: session.pin, token: ada.token, as: "player" });
    expect(await again.closed).toMatchObject({ code: CLOSE_CODES.moved.code });
    const socket = await welcomed(b!, { pin: session.pin, token: joined.token, as: "player" });
    expect((await seen(socket, "welcome")).you).toMatchObject({ score: before.score, streak: 2 });
    socket.drop();
    expect((await onA.leaderboard(session.pin)).standings.map(({ name }) => name)).toEqual(["Ada", "Ben"]);
    expect((await tablet.ask()).joined, "a lost reply is asked for again").toEqual(joined);
  });

  test("is refused, asked for twice, and answered late", async () => {
    const stranger = device();
    const { number } = await stranger.ask();
    expect(await stranger.ask(), "the same key is the same request").toMatchObject({ number });
    const [waiting] = await hostSees(1);
    expect(waiting).toMatchObject({ connected: false });
    await verdict(onB, waiting!.id, "decline");
    await stranger.becomes("declined");
    expect((await onA.get(`/pins/${session.pin}/me`, ada.token)).status).toBe(200);
    await hostSees(0);
    expectProblem(await verdict(onA, "no-such-request", "give"), 404, "not_found");
    // Said yes after all: the host may have pressed the wrong button.
    await verdict(onA, waiting!.id, "give");
    await stranger.becomes("given");
  });

  test("is told apart by its number where five ask; one gets it, and the others are told no", async () => {
    const five = Array.from({ length: 5 }, () => device());
    const numbers: number[] = [];
    for (const each of five) numbers.push((await each.ask()).number);
    expect(new Set(numbers).size).toBe(5);
    const waiting = await hostSees(5);
    const right = waiting.find(({ number }) => number === numbers[3]);
    await verdict(onA, right!.id, "give");
    await five[3]!.becomes("given");
    for (const each of [0, 1, 2, 4]) await five[each]!.becomes("declined");
    await hostSees(0);
  });

  test("works while the doors are closed and no host is there, and ends with the session", async () => {
    await onA.command(session.sessionId, "lock");
    host.drop();
    const tablet = device();
    await eventually(async () =>
      expect(await tablet.ask()).toMatchObject({ state: "waiting", hostHere: false }),
    );
    // The host comes back on another node and device.
    host = await welcomed(b!, { sessionId: session.sessionId, token: b!.ownerApiKey, as: "host" });
    const [waiting] = await hostSees(1);
    await verdict(onB, waiting!.id, "give");
    await tablet.becomes("given");
    expectProblem(await device({ name: "Nobody" }).reply(), 404, "player_not_found");
    expectProblem(await device({ name: " " }).reply(), 422, "name_empty");
    await onA.command(session.sessionId, "finish");
    await onA.command(session.sessionId, "finish").catch(() => {});
    await eventually(async () => expectProblem(await device().reply(), 410, "session_ended"));
  });
});

describe("[SEAT2] a code of the host", () => {
  test("takes the seat once, on one of two nodes that try at once, and again for who has it", async () => {
    const { code, url } = await madeCode(onA);
    expect(url).toMatch(new RegExp(`/join\\?pin=${session.pin}#seat=${code}$`));
    const tries = Array.from({ length: 10 }, (_, i) => ({ key: newKey(), on: i % 2 === 0 ? a! : b! }));
    const typed = `${code.slice(0, 4).toUpperCase()} ${code.slice(4)}`;
    const replies = await Promise.all(
      tries.map(({ key, on }) => from(newAddress(), on, "/seats", { code: typed, key })),
    );
    const won = replies.findIndex(({ status }) => status === 201);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const reply of replies.filter((_, i) => i !== won)) expectProblem(reply, 403, "seat_code_wrong");
    const same = await from(newAddress(), b!, "/seats", { code, key: tries[won]!.key });
    expect(same).toMatchObject({ status: 201, body: replies[won]!.body });
    await eventually(async () =>
      expectProblem(await onB.get(`/pins/${session.pin}/me`, ada.token), 403, "seat_moved"),
    );
  });

  test("ends when there is a newer one, and is no use for another session", async () => {
    const first = await madeCode(onA);
    const second = await madeCode(onB);
    const take = (code: string) => from(newAddress(), a!, "/seats", { code, key: newKey() });
    expectProblem(await take(first.code), 403, "seat_code_wrong");
    const { pin } = session;
    session = { ...session, pin: (await onA.startSession(quiz)).pin };
    expectProblem(await take(second.code), 403, "seat_code_wrong");
    session = { ...session, pin };
    expect((await take(second.code)).status).toBe(201);
  });
});

describe("[SEAT3] what gives no seat", () => {
  test("a PIN, a name, a player's id or token, the id of a request, or somebody else's sign-in", async () => {
    const tablet = device();
    await tablet.ask();
    const [waiting] = await hostSees(1);
    const path = `/sessions/${session.sessionId}`;
    for (const token of [null, ada.token, "ov_wrong"]) {
      for (const reply of [
        await onB.get(`${path}/seat-requests`, token),
        await onB.post(`${path}/seat-requests/${waiting!.id}`, { verdict: "give" }, token),
        await onB.post(`${path}/players/${ada.playerId}/seat-code`, undefined, token),
      ])
        expect([401, 403]).toContain(reply.status);
    }
    const thief = (key: string) => from(newAddress(), b!, "/seat-requests", { name: "ada", key });
    await verdict(onA, waiting!.id, "give");
    expect((await thief(waiting!.id)).body).toMatchObject({ state: "waiting" });
    expect((await thief(newKey())).body).toMatchObject({ state: "waiting" });
    await tablet.becomes("given");
  });

  test("a join key of before: the old phone that sends its join again is not Ada any more", async () => {
    const key = newKey();
    const join = () => onA.post(`/pins/${session.pin}/players`, { name: "Lin", joinKey: key }, null);
    const lin = (await join()).body as unknown as JoinedPlayer;
    const { code } = await madeCode(onA, lin.playerId);
    expect((await from(newAddress(), b!, "/seats", { code, key: newKey() })).status).toBe(201);
    expectProblem(await join(), 409, "name_taken");
  });
});

describe("[SEAT4] a flood at the door", () => {
  test("of one address asks three times for a seat, and twenty times a minute at all", async () => {
    const address = newAddress();
    const replies = [];
    for (let i = 0; i < 22; i++) replies.push(await device({ address }).reply());
    expect(replies.slice(0, 3).map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const reply of replies.slice(3)) expectProblem(reply, 429, "too_many_seat_requests");
    expect(await hostSees(3)).toHaveLength(3);
    expect((await device({ address }).reply()).status).toBe(429);
    const other = await device().ask();
    expect(other.state).toBe("waiting");
  });

  test("of a hundred addresses leaves twenty waiting, and the host's code works all the same", async () => {
    const replies = await Promise.all(Array.from({ length: 100 }, () => device().reply()));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(50);
    expect((await requestsOf(onB)).length).toBeLessThanOrEqual(20);
    const { code } = await madeCode(onA);
    expect((await from(newAddress(), b!, "/seats", { code, key: newKey() })).status).toBe(201);
    await eventually(async () => expect(await requestsOf(onB)).toEqual([]));
  });

  test("of wrong codes stops at twenty a minute, before the right one", async () => {
    const address = newAddress();
    const { code } = await madeCode(onA);
    const take = (given: string) => from(address, b!, "/seats", { code: given, key: newKey() });
    for (let i = 0; i < 20; i++) expectProblem(await take(`wrong${i}`), 403, "seat_code_wrong");
    expectProblem(await take(code), 429, "too_many_requests");
  });
});

test("[SEAT5] two tabs of one player go on sharing the seat", async () => {
  const tabs = await Promise.all(
    [a!, b!].map((on) => welcomed(on, { pin: session.pin, token: ada.token, as: "player" })),
  );
  for (const tab of tabs) {
    tab.send({ type: "ping", t0: 1 });
    await tab.next("pong");
    tab.drop();
  }
});
