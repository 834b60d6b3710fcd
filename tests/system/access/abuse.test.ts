import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect, type TestSocket } from "#tests/support/socket.ts";
import { answer, type Game, refusalOf, startGame, welcomed } from "../socket-game.ts";

let server: TestServer;
let game: Game;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
});
beforeEach(async () => {
  game = await startGame(server, ["Ada", "Ben"]);
});
afterEach(async () => {
  await game?.leave();
});

async function refused(socket: TestSocket, send: () => void): Promise<string> {
  send();
  return refusalOf(await socket.next("refused")).code;
}

/** Everyone else still plays. */
async function stillPlays(name: string): Promise<void> {
  const { socket } = game.player(name);
  socket.send({ type: "ping", t0: 42 });
  await socket.next("pong", (message) => message.t0 === 42);
}

async function score(name: string): Promise<number> {
  const { standings } = await game.calls.leaderboard(game.pin);
  return standings.find((standing) => standing.name === name)?.score ?? Number.NaN;
}

test("[SC3] five identical answers back to back are paid once", async () => {
  await game.open(0);
  const { socket } = game.player("Ada");
  for (let i = 0; i < 5; i++) answer(socket, 0, { choice: 0 }, `${i}`);
  const acks = [];
  for (let i = 0; i < 5; i++)
    acks.push((await socket.next("ack")).ack as { repeat: boolean; points: number });
  expect(acks.filter((ack) => !ack.repeat).length).toBe(1);
  expect(new Set(acks.map((ack) => ack.points)).size).toBe(1);
  expect(await score("Ada")).toBe(acks[0]!.points);
});

test("answers before the window, for another question and after the reveal are refused, and nothing is stored", async () => {
  const { socket } = game.player("Ada");
  expect(await refused(socket, () => answer(socket, 0, { choice: 0 }))).toBe("no_open_question");
  await game.calls.command(game.sessionId, "start");
  expect(await refused(socket, () => answer(socket, 0, { choice: 0 }))).toBe("question_not_open");
  await game.open(0);
  expect(await refused(socket, () => answer(socket, 1, { choice: 0 }))).toBe("wrong_question");
  expect(await refused(socket, () => answer(socket, 0, { choice: 7 }))).toBe("invalid_response");
  expect(await refused(socket, () => answer(socket, 0, { text: "yes" }))).toBe("invalid_response");
  await game.reveal();
  await sleep(600);
  expect(["question_closed", "no_open_question"]).toContain(
    await refused(socket, () => answer(socket, 0, { choice: 0 })),
  );
  expect(await score("Ada")).toBe(0);
});

test("[AB1] nobody can act in the name of another", async () => {
  await game.open(0);
  const { socket } = game.player("Ada");
  const { playerId } = game.player("Ben");
  const forged = { type: "answer", id: "x", questionIndex: 0, response: { choice: 0 }, playerId };
  expect(await refused(socket, () => socket.send(forged))).toBe("bad_request");
  const hello = { type: "hello", protocol: 1, pin: game.pin, as: "player", playerId };
  const stranger = await connect(server, { hello: false });
  expect(await refused(stranger, () => stranger.send(hello))).toBe("bad_request");
  stranger.drop();
  expect((await game.calls.view(game.pin)).answered).toBe(0);
});

test("[AB2] a player's socket commands nothing", async () => {
  const before = await game.calls.view(game.pin);
  const { socket } = game.player("Ada");
  for (const message of [
    { type: "command", command: "start" },
    { type: "remote", command: "next" },
    { type: "start" },
    { type: "kick", playerId: game.player("Ben").playerId },
    { type: "view", view: { version: 99 } },
    { type: "settle" },
  ]) {
    expect(await refused(socket, () => socket.send(message)), message.type).toBe("unknown_message");
  }
  expect(await game.calls.view(game.pin)).toMatchObject({
    version: before.version,
    phase: { name: "lobby" },
  });
  await stillPlays("Ben");
});

test("[AB2] host and presenter answer and react as nobody", async () => {
  await game.open(0);
  const presenter = await welcomed(server, { pin: game.pin, token: game.presenterKey, as: "presenter" });
  for (const socket of [presenter, game.host]) {
    expect(await refused(socket, () => answer(socket, 0, { choice: 0 }))).toBe("forbidden");
    expect(await refused(socket, () => socket.send({ type: "react", emoji: "🔥" }))).toBe("forbidden");
  }
  expect((await game.calls.view(game.pin)).answered).toBe(0);
  presenter.drop();
});

test("[AB3] what is no message is refused, and after ten of them the socket is closed", async () => {
  const { socket } = game.player("Ada");
  const nested = `${"[".repeat(8_000)}${"]".repeat(8_000)}`;
  const frames = [
    "",
    "null",
    "[]",
    `[{"type":"ping","t0":1}]`,
    "7",
    "{",
    `{"type":"answer"}`,
    `{"type":null}`,
    Buffer.from([0, 1, 2, 255]),
    nested.slice(0, 16_000),
  ];
  for (const frame of frames) {
    socket.sendRaw(frame);
    expect(["bad_request", "unknown_message"]).toContain(refusalOf(await socket.next("refused")).code);
    await sleep(100);
  }
  socket.sendRaw("one more");
  expect((await socket.closed).code).toBe(4501);
  await stillPlays("Ben");
});

test("[AB3] an answer of ten thousand levels is refused like any other", async () => {
  await game.open(0);
  const { socket } = game.player("Ada");
  const nested = `${"[".repeat(7_000)}${"]".repeat(7_000)}`;
  expect(
    await refused(socket, () =>
      socket.sendRaw(`{"type":"answer","id":"deep","questionIndex":0,"response":${nested}}`),
    ),
  ).toBe("bad_request");
  await stillPlays("Ada");
});

test("[AB3] a frame of a megabyte ends its socket and nothing else", async () => {
  const { socket } = game.player("Ada");
  socket.sendRaw(JSON.stringify({ type: "ping", t0: 1, pad: "x".repeat(1_000_000) }));
  expect((await socket.closed).code).toBe(1009);
  await stillPlays("Ben");
});

test("[AB3] a message in many small pieces ends its socket and nothing else", async () => {
  const { socket } = game.player("Ada");
  for (let i = 0; i < 200; i++) socket.raw.send("x", { fin: false });
  expect([1008, 1009, 1002]).toContain((await socket.closed).code);
  await stillPlays("Ben");
});

test("[RT8] a thousand messages a second close their socket while the others play on", async () => {
  const other = await startGame(server, ["Zoe"]);
  await other.open(0);
  const { socket } = game.player("Ada");
  let open = true;
  void socket.closed.then(() => {
    open = false;
  });
  for (let i = 0; i < 100 && open; i++) {
    for (let j = 0; j < 10; j++) socket.sendRaw(`{"type":"react","emoji":"🔥"}`);
    await sleep(10);
  }
  expect((await socket.closed).code).toBe(4500);
  const notices = socket.messages.filter((message) => message.type === "refused");
  expect(notices.length).toBeLessThan(5);
  const zoe = other.player("Zoe").socket;
  answer(zoe, 0, { choice: 0 });
  expect((await zoe.next("ack")).ack).toMatchObject({ accepted: true });
  await stillPlays("Ben");
  await other.leave();
});

test("[RT8] a flood of protocol pings is a flood too", async () => {
  const { socket } = game.player("Ada");
  for (let i = 0; i < 2_000; i++) socket.raw.ping(undefined, undefined, () => {});
  // ws cuts the line by itself when too many pongs wait at once; spread out, they count as messages.
  expect([4500, 1006]).toContain((await socket.closed).code);
  await stillPlays("Ben");
});

test("[AB3] a name of 900 kB is refused", async () => {
  const reply = await game.calls.post(`/pins/${game.pin}/players`, { name: "x".repeat(900_000) }, null);
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(await game.calls.view(game.pin)).toMatchObject({ players: 2 });
});

test("[AB5] guessing PINs is slowed down, and those who have joined are not", async () => {
  let slowed = false;
  for (let i = 0; i < 160 && !slowed; i++) {
    const guess = await connect(server, { pin: String(100_000 + i), as: "player" });
    const { code } = refusalOf(await guess.next("refused"));
    slowed = code === "too_many_requests";
    guess.drop();
  }
  expect(slowed).toBe(true);
  const ada = await connect(server, { pin: game.pin, token: game.player("Ada").token, as: "player" });
  await ada.next("welcome");
  ada.drop();
});
