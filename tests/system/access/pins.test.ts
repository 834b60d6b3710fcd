import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { postForm } from "#tests/support/form.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect } from "#tests/support/socket.ts";
import { type Game, refusalOf, startGame } from "../socket-game.ts";

/** Behind one proxy, so that a test can call from any address. */
let server: TestServer;
let game: Game;
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: "1" } });
});
afterAll(async () => {
  await server?.stop();
});
beforeEach(async () => {
  game = await startGame(server, []);
});
afterEach(async () => {
  await game?.leave();
});

async function call(from: string, path: string, token: string | null = null, body?: object) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: {
      "x-forwarded-for": from,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as { token: string; code?: string } };
}

let tried = 100_000;
/** Wrong PINs from an address, until one is turned away unseen. Returns how many were looked up. */
async function guessUntilHeld(addresses: () => string): Promise<number> {
  for (let seen = 0; seen < 2_000; seen++) {
    const { status } = await call(addresses(), `/pins/${tried++}`);
    if (status === 429) return seen;
    expect(status).toBe(404);
  }
  throw new Error("2,000 guesses were answered");
}

let join = 0;
const newName = () => ({ name: `Honest ${join++}` });

test("[SEC20] one guesser keeps nobody of the same school from a room whose host is in the school", async () => {
  const school = "198.51.100.7";
  const host = await connect(server, {
    sessionId: game.sessionId,
    token: server.ownerApiKey,
    as: "host",
    headers: { "x-forwarded-for": school },
  });
  await host.next("welcome");
  expect(await guessUntilHeld(() => school)).toBe(120);
  const guesses = Array.from({ length: 60 }, () => call(school, `/pins/${tried++}`));
  const joins = await Promise.all(
    Array.from({ length: 60 }, () => call(school, `/pins/${game.pin}/players`, null, newName())),
  );
  expect(new Set(joins.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([429]));
  const phone = await connect(server, { hello: false, headers: { "x-forwarded-for": school } });
  phone.send({ type: "join", protocol: 1, pin: game.pin, ...newName(), id: "1", joinKey: "k".repeat(20) });
  await phone.next("welcome");
  phone.drop();
  host.drop();
});

test("[SEC20] held addresses: a token, a screen's key and an API key are looked at before the hold", async () => {
  const office = "198.51.100.8";
  const { token } = (await call("203.0.113.50", `/pins/${game.pin}/players`, null, newName())).body;
  await guessUntilHeld(() => office);
  expect((await call(office, `/pins/${game.pin}`)).status).toBe(429);
  for (const credential of [token, game.presenterKey, server.ownerApiKey])
    expect((await call(office, `/pins/${game.pin}`, credential)).status).toBe(200);
  const headers = { "x-forwarded-for": office };
  for (const hello of [
    { token, as: "player" },
    { token: game.presenterKey, as: "presenter" },
    { token: server.ownerApiKey, as: "host" },
  ]) {
    const socket = await connect(server, { pin: game.pin, ...hello, headers });
    await socket.next("welcome");
    socket.drop();
  }
});

test("[SEC20] a player of another room has wrong PINs of their own, and is held for them alone", async () => {
  const club = "198.51.100.9";
  const other = await startGame(server, []);
  const { token } = (await call("203.0.113.51", `/pins/${other.pin}/players`, null, newName())).body;
  for (let i = 0; i < 10; i++) expect((await call(club, `/pins/${tried++}`, token)).status).toBe(404);
  expect((await call(club, `/pins/${tried++}`, token)).status).toBe(429);
  expect((await call(club, `/pins/${tried++}`)).status).toBe(404);
  await guessUntilHeld(() => club);
  const { token: another } = (await call("203.0.113.52", `/pins/${other.pin}/players`, null, newName())).body;
  expect((await call(club, `/pins/${game.pin}/players`, null, newName())).status).toBe(429);
  expect((await call(club, `/pins/${game.pin}/players`, another, newName())).status).toBe(201);
  await other.leave();
});

test("[SEC20] a browser that has joined before finds a room that its held address knows nothing of", async () => {
  const club = "198.51.100.10";
  const other = await startGame(server, []);
  const joinByForm = (from: string, cookie = "", pin = game.pin) =>
    postForm(`${server.url}/join`, { pin, ...newName() }, { "x-forwarded-for": from, cookie });
  const { cookies } = await joinByForm("203.0.113.60", "", other.pin);
  const device = cookies.split("; ").find((each) => each.startsWith("ovation_device=")) ?? "";
  expect(device).not.toBe("");
  await guessUntilHeld(() => club);
  expect(await joinByForm(club)).toMatchObject({ status: 200, cookies: "" });
  expect(await joinByForm(club, `${device}x`)).toMatchObject({ status: 200, cookies: "" });
  const joined = await joinByForm(club, device);
  expect(joined.status).toBe(303);
  expect(joined.cookies).toContain("ovation_player_");
  expect(joined.cookies).not.toContain("ovation_device");
  // Now the room has somebody here.
  expect((await joinByForm(club)).status).toBe(303);
  await other.leave();
});

test("[SEC10] guesses from many /64s of one /48 are held up together", async () => {
  let i = 0;
  const seen = await guessUntilHeld(() => `2001:db8:77:${((i++ * 257) % 65_536).toString(16)}::1`);
  expect(seen).toBe(480);
  expect((await call("2001:db8:77:ffff::9", `/pins/${game.pin}`)).status).toBe(429);
  expect((await call("2001:db8:78:1::9", `/pins/${game.pin}`)).status).toBe(200);
});

test("[JN20] a socket that only repeats refused joins is closed after ten", async () => {
  const socket = await connect(server, { hello: false });
  let refused = 0;
  for (; refused < 15 && socket.raw.readyState === socket.raw.OPEN; refused++) {
    const id = String(refused);
    socket.send({ type: "join", protocol: 1, pin: game.pin, name: " ", id, joinKey: "k".repeat(20) });
    const reply = await socket.next("refused").catch(() => null);
    if (!reply) break;
    expect(refusalOf(reply).code).toBe("name_empty");
  }
  expect(refused).toBe(10);
  expect((await socket.closed).code).toBe(4004);
});
