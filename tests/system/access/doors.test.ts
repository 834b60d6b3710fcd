import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type StartedSession } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect, type Message, type TestSocket } from "#tests/support/socket.ts";
import { until } from "#tests/support/waiting.ts";
import { answer, expectProtocol, QUIZ, refusalOf } from "../socket-game.ts";

let server: TestServer;
let call: Api;
beforeAll(async () => {
  server = await startServer();
  call = api(server);
});
afterAll(async () => {
  await server?.stop();
});

const KEY = "a secret of this test";
const start = (settings: object = {}): Promise<StartedSession> =>
  call.startSession(QUIZ, { readingMs: 0, ...settings });
const open = () => connect(server, { hello: false });

function join(socket: TestSocket, pin: string, fields: object = {}): void {
  socket.send({ type: "join", protocol: 1, id: "j", pin, name: "Ada", ...fields });
}

async function refused(socket: TestSocket, pin: string, fields: object = {}): Promise<string> {
  join(socket, pin, fields);
  const message = await socket.next("refused");
  expect(message.id).toBe("j");
  return refusalOf(message).code;
}

/** Joins on a socket of its own. */
async function joined(pin: string, fields: object = {}) {
  const socket = await open();
  join(socket, pin, fields);
  const welcome = await socket.next("welcome");
  return { socket, welcome, ...(welcome.joined as { playerId: string; token: string; name: string }) };
}

describe("joining by socket", () => {
  test("[JN1] one message makes the player, and one reply tells who that is and all there is", async () => {
    const { pin, sessionId } = await start();
    const ada = await joined(pin, { name: "  Ada ", avatar: "2301" });
    expect(ada.welcome).toMatchObject({
      as: "player",
      view: { pin, phase: { name: "lobby" }, players: 1 },
      you: { playerId: ada.playerId, name: "Ada", avatar: "2301", score: 0, rank: 1, players: 1 },
      joined: { sessionId, name: "Ada" },
    });
    expect((await call.get(`/pins/${pin}/me`, ada.token)).body).toEqual(ada.welcome.you);

    await call.command(sessionId, "start");
    const { view } = (await ada.socket.next("view", ({ view }) => questionOf(view) === 0)) as unknown as {
      view: { phase: { opensAtMs: number } };
    };
    await until(view.phase.opensAtMs);
    answer(ada.socket, 0, { choice: 0 });
    expect(await ada.socket.next("ack")).toMatchObject({ ack: { accepted: true, correct: true } });

    const again = await connect(server, { pin, token: ada.token, as: "player" });
    const back = await again.next("welcome");
    expect(back).toMatchObject({ you: { playerId: ada.playerId } });
    expect(back).not.toHaveProperty("joined");
    for (const socket of [ada.socket, again]) {
      expectProtocol(socket);
      socket.drop();
    }
  });

  test("[JN2] a name that is refused may be changed on the same socket; the rules are those of REST", async () => {
    const { pin } = await start({ maxPlayers: 2 });
    await call.join(pin, "Ben");
    const socket = await open();
    for (const name of ["", "   ", "x".repeat(25), "a\u202Eb", "ｂＥＮ"]) {
      const byRest = await call.post(`/pins/${pin}/players`, { name }, null);
      expect([name, await refused(socket, pin, { name })]).toEqual([name, byRest.body.code]);
    }
    join(socket, pin, { name: "Bea" });
    expect(await socket.next("welcome")).toMatchObject({ joined: { name: "Bea" }, view: { players: 2 } });
    const third = await open();
    expect(await refused(third, pin, { name: "Cy" })).toBe("session_full");
    expect(await refused(third, "999999")).toBe("unknown_pin");
    expect((await call.view(pin)).players).toBe(2);
    socket.drop();
    third.drop();
  });

  test("[JN3] sent again after a lost reply, by any door, the same key gets the same player", async () => {
    const { pin } = await start();
    const lost = await open();
    join(lost, pin, { joinKey: KEY });
    lost.drop();
    const first = await joined(pin, { joinKey: KEY });
    const second = await joined(pin, { joinKey: KEY, name: "Somebody else" });
    const { body } = await call.post(`/pins/${pin}/players`, { name: "Ada", joinKey: KEY }, null);
    expect(second).toMatchObject({ playerId: first.playerId, name: "Ada" });
    expect(body).toMatchObject({ playerId: first.playerId, token: first.token });
    expect((await call.view(pin)).players).toBe(1);
    first.socket.drop();
    second.socket.drop();
  });

  test("[JN3] a room that has closed to new players meanwhile still tells who is in, and takes nobody new", async () => {
    const { pin, sessionId } = await start({ lateJoin: false });
    const ada = await joined(pin, { joinKey: KEY });
    const again = () => call.post(`/pins/${pin}/players`, { name: "Ada", joinKey: KEY }, null);
    const stranger = () =>
      call.post(`/pins/${pin}/players`, { name: "Eve", joinKey: "another secret key" }, null);
    await call.command(sessionId, "lock");
    expect((await again()).body).toMatchObject({ playerId: ada.playerId, token: ada.token });
    expect((await stranger()).body.code).toBe("session_locked");
    await call.command(sessionId, "unlock");
    await call.command(sessionId, "start");
    expect((await again()).body).toMatchObject({ playerId: ada.playerId });
    expect((await stranger()).body.code).toBe("late_join_closed");
    expect((await call.post(`/pins/${pin}/players`, { name: "", joinKey: KEY }, null)).body.code).toBe(
      "late_join_closed",
    );
    expect((await call.view(pin)).players).toBe(1);
    ada.socket.drop();
  });

  test("[JN10] a PIN in the digits of any script opens every door", async () => {
    const { pin } = await start();
    const written = (zero: number, gap = "") =>
      [...pin].map((digit) => String.fromCodePoint(zero + Number(digit))).join(gap);
    const spellings = [written(0x660), written(0x6f0), written(0xff10), written(0x966), written(0x1e950)];
    for (const [nth, spelled] of [
      ...spellings,
      written(0x9e6, " "),
      `${pin.slice(0, 3)}-${pin.slice(3)}`,
    ].entries()) {
      const path = `/pins/${encodeURIComponent(spelled)}`;
      const { body } = await call.post(`${path}/players`, { name: `Player ${nth}` }, null);
      const token = body.token as string;
      expect([spelled, (await call.get(`${path}/me`, token)).body.name]).toEqual([spelled, `Player ${nth}`]);
      expect((await call.get(path, null)).body).toMatchObject({ pin });
      const back = await connect(server, { pin: spelled, token, as: "player" });
      expect(await back.next("welcome")).toMatchObject({ you: { name: `Player ${nth}` } });
      const { socket } = await joined(spelled, { name: `Socket ${nth}` });
      back.drop();
      socket.drop();
    }
    for (const wrong of [`${pin}0`, pin.slice(1), "٤"])
      expect((await call.get(`/pins/${encodeURIComponent(wrong)}`, null)).body.code).toBe("unknown_pin");
  });

  test("[JN4] late, locked, ended and removed are told apart", async () => {
    const { pin, sessionId } = await start();
    const socket = await open();
    await call.command(sessionId, "lock");
    expect(await refused(socket, pin)).toBe("session_locked");
    await call.command(sessionId, "unlock");
    const ben = await joined(pin, { name: "Ben", joinKey: KEY });
    await call.post(`/sessions/${sessionId}/commands`, { command: "kick", playerId: ben.playerId });
    await ben.socket.closed;
    expect(await refused(socket, pin, { name: "Ben", joinKey: KEY })).toBe("player_removed");
    await call.command(sessionId, "start");
    join(socket, pin);
    expect(await socket.next("welcome")).toMatchObject({
      view: { phase: { name: "question", index: 0 } },
      you: { name: "Ada", score: 0, rank: 1, answer: null },
    });
    const strict = await start({ lateJoin: false });
    await call.command(strict.sessionId, "start");
    const late = await open();
    expect(await refused(late, strict.pin)).toBe("late_join_closed");
    await call.command(sessionId, "finish");
    expect(await refused(late, pin)).toBe("session_ended");
    socket.drop();
    late.drop();
  });

  test("[JN5] what is no join is refused; a socket becomes one player and stays it", async () => {
    const { pin } = await start();
    const socket = await open();
    for (const fields of [
      { name: 7 },
      { name: undefined },
      { joinKey: "short" },
      { as: "host" },
      { avatar: "x" },
    ])
      expect(await refused(socket, pin, fields)).toBe("bad_request");
    // Both at once: the second comes while the first is being stored.
    join(socket, pin);
    expect(await refused(socket, pin, { name: "Bob" })).toBe("bad_request");
    await socket.next("welcome");
    expect(await refused(socket, pin, { name: "Bob" })).toBe("bad_request");
    expect((await call.view(pin)).players).toBe(1);
    const old = await open();
    join(old, pin, { protocol: 0, name: "Old" });
    expect((await old.closed).code).toBe(4502);
    socket.drop();
  });

  test("[JN6] many at once are as many players, each told so", async () => {
    const { pin } = await start();
    const sockets = await Promise.all(Array.from({ length: 250 }, open));
    const welcomes: Message[] = await Promise.all(
      sockets.map((socket, i) => {
        join(socket, pin, { name: `Player ${i}` });
        return socket.next("welcome");
      }),
    );
    expect(new Set(welcomes.map(({ joined }) => (joined as { playerId: string }).playerId)).size).toBe(250);
    await expect.poll(async () => (await call.view(pin)).players).toBe(250);
    for (const socket of sockets) socket.drop();
  });
});

/** A digit written as %3n is the same PIN, and a form of it that only Next reads. */
describe("[API10] a call is answered alike by the server itself and by Next", () => {
  test("replies, refusals and headers", async () => {
    const { pin, sessionId } = await start();
    const { token } = await call.join(pin, "Ada");
    await call.command(sessionId, "start");
    const calls: [method: string, path: string, body?: unknown, type?: string][] = [
      ["GET", ""],
      ["GET", "/leaderboard?limit=3"],
      ["GET", "/leaderboard?limit=x"],
      ["GET", "/me"],
      ["POST", "/players", { name: "ada" }],
      ["POST", "/players", { name: "" }],
      ["POST", "/players", { nickname: "x" }],
      ["POST", "/players", "{"],
      ["POST", "/players", { name: "Eve" }, "text/plain"],
      ["POST", "/players", { name: "x".repeat(20_000) }],
      ["POST", "/answers", { questionIndex: 5, response: { choice: 0 } }],
      ["POST", "/answers", ""],
      ["DELETE", ""],
      ["PUT", "/players", {}],
      ["GET", "/nowhere"],
    ];
    for (const [method, path, body, type = "application/json"] of calls) {
      for (const bearer of [token, "nonsense", null]) {
        const ask = async (spelled: string) => {
          const response = await fetch(`${server.url}/api/v1/pins/${spelled}${path}`, {
            method,
            headers: {
              ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
              ...(body === undefined ? {} : { "content-type": type }),
            },
            body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
          });
          // Next's own: what it says of its pages' caches, and how it packs what it sends.
          const headers = Object.fromEntries(response.headers);
          for (const name of ["date", "vary", "content-length", "content-encoding", "transfer-encoding"])
            delete headers[name];
          return { status: response.status, headers, body: settled(await response.text()) };
        };
        const byNext = await ask(`%3${pin[0]}${pin.slice(1)}`);
        expect([method, path, bearer, await ask(pin)]).toEqual([method, path, bearer, byNext]);
      }
    }
  });
});

/** Last: it uses up the guesses of this address. */
test("[SEC8] PINs tried out by socket are counted with those tried by REST", async () => {
  const { pin } = await start();
  const codes: string[] = [];
  while (codes.length < 140 && codes.at(-1) !== "too_many_requests") {
    const socket = await open();
    for (let i = 0; i < 10; i++) codes.push(await refused(socket, String(100_000 + codes.length)));
    socket.drop();
  }
  expect(codes.slice(0, 100)).toEqual(Array(100).fill("unknown_pin"));
  expect(codes.at(-1)).toBe("too_many_requests");
  const socket = await open();
  expect(await refused(socket, pin)).toBe("too_many_requests");
  expect((await call.get(`/pins/${pin}`, null)).status).toBe(429);
  socket.drop();
});

function questionOf(view: unknown): number | undefined {
  return (view as { question: { index: number } | null }).question?.index;
}

/** Without what differs from one moment to the next. */
function settled(text: string): string {
  return text.replace(/"serverNowMs":\d+/g, '"serverNowMs":0').replace(/pins\/[%\d]+/g, "pins/…");
}
