import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect } from "#tests/support/socket.ts";
import { eventually } from "#tests/support/waiting.ts";
import { answer, expectProtocol, quiet, refusalOf, seen, startGame, welcomed } from "../socket-game.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
});

test.concurrent("[RT1] the welcome holds the whole state, and names the process that also serves the pages", async () => {
  const beforeMs = Date.now();
  const game = await startGame(server, ["Ada"]);
  const welcome = await game.player("Ada").socket.next("welcome");
  expect(welcome).toMatchObject({
    protocol: 1,
    as: "player",
    view: { pin: game.pin, phase: { name: "lobby" }, players: 1 },
    board: { players: 1, answered: 0 },
    you: { name: "Ada", score: 0, rank: 1, answer: null },
  });
  expect(welcome.serverNowMs).toBeGreaterThanOrEqual(beforeMs);
  expect(welcome.serverNowMs).toBeLessThanOrEqual(Date.now());
  const health = (await (await fetch(`${server.url}/healthz`)).json()) as { bootId: string };
  expect(welcome.bootId).toBe(health.bootId);
  await seen(game.host, "board", (board) => (board.top as { name: string }[])[0]?.name === "Ada");
  await game.leave();
});

test.concurrent("[RT1] every message of a whole game follows the protocol", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  const presenter = await welcomed(server, {
    sessionId: game.sessionId,
    token: game.presenterKey,
    as: "presenter",
  });
  await game.open(0);
  answer(game.player("Ada").socket, 0, { choice: 0 });
  answer(game.player("Ben").socket, 0, { choice: 1 });
  await game.player("Ada").socket.next("you");
  await game.open(1);
  await game.reveal();
  await game.calls.command(game.sessionId, "finish");
  const sockets = [game.host, presenter, game.player("Ada").socket, game.player("Ben").socket];
  for (const socket of sockets)
    await seen(
      socket,
      "view",
      (message) => (message.view as { phase: { name: string } }).phase.name === "podium",
    );
  await quiet(...sockets);
  for (const socket of sockets) expectProtocol(socket);
  expect(presenter.messages.map((message) => message.type)).toEqual(
    expect.arrayContaining(["roster", "board", "view"]),
  );
  expect(game.player("Ada").socket.messages.map((message) => message.type)).not.toEqual(
    expect.arrayContaining(["roster"]),
  );
  presenter.drop();
  await game.leave();
});

test.concurrent("[RT2] whoever comes back is told all there is: question, own answer, own score", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  await game.open(0);
  const ada = game.player("Ada");
  answer(ada.socket, 0, { choice: 0 });
  const { ack } = await ada.socket.next("ack");
  ada.socket.drop();
  const again = await connect(server, { sessionId: game.sessionId, token: ada.token, as: "player" });
  const welcome = await again.next("welcome");
  expect(welcome).toMatchObject({
    view: { phase: { name: "question", index: 0 }, question: { prompt: "First?" }, answered: 1 },
    you: {
      playerId: ada.playerId,
      score: (ack as { score: number }).score,
      rank: 1,
      answer: { questionIndex: 0, response: { choice: 0 }, correct: true },
    },
  });
  again.drop();
  await game.leave();
});

test.concurrent("[RT3] an ack says what is stored: asking again by REST gets the same", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  await game.open(0);
  const ada = game.player("Ada");
  answer(ada.socket, 0, { choice: 0 }, "mine");
  const { id, ack } = await ada.socket.next("ack");
  expect(id).toBe("mine");
  expect(ack).toMatchObject({ accepted: true, repeat: false, questionIndex: 0, correct: true });
  const byRest = await game.calls.answer(game.pin, ada.token, 0, { choice: 1 });
  const { points, score } = ack as { points: number; score: number };
  expect(byRest.body).toMatchObject({ accepted: true, repeat: true, correct: true, points, score });
  const { standings } = await game.calls.leaderboard(game.pin);
  expect(standings[0]).toMatchObject({ name: "Ada", score, rank: 1 });
  await game.leave();
});

test.concurrent("[RT5] one board for the room, with the newest counts", async () => {
  const game = await startGame(server, ["Ada", "Ben", "Cy"]);
  await game.open(0);
  answer(game.player("Ada").socket, 0, { choice: 0 });
  await seen(game.player("Cy").socket, "board", (board) => board.answered === 1);
  const board = await seen(
    game.player("Cy").socket,
    "board",
    (each) => (each.top as { score: number }[])[0]!.score > 0,
  );
  expect(board).toMatchObject({ top: [{ name: "Ada", rank: 1 }, { rank: 2 }, { rank: 2 }], players: 3 });
  await game.leave();
});

test.concurrent("[RT10] the host alone sees how answers spread while the question runs", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  const presenter = await welcomed(server, { pin: game.pin, token: game.presenterKey, as: "presenter" });
  await game.open(0);
  answer(game.player("Ada").socket, 0, { choice: 1 });
  const tally = await seen(game.host, "tally", (message) => message.answered === 1);
  expect(tally).toMatchObject({ questionIndex: 0, correct: 0, bars: [{ count: 0 }, { count: 1 }] });
  const others = [presenter, game.player("Ada").socket, game.player("Ben").socket];
  await quiet(...others);
  for (const socket of others) {
    expect(socket.messages.filter((message) => message.type === "tally")).toEqual([]);
  }
  presenter.drop();
  await game.leave();
});

test.concurrent("[RT10] host and presenter see who is here", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  const presenter = await welcomed(server, {
    sessionId: game.sessionId,
    token: game.presenterKey,
    as: "presenter",
  });
  for (const staff of [game.host, presenter]) {
    const roster = await seen(staff, "roster", (message) => message.connected === 2);
    expect(roster.players).toMatchObject([
      { name: "Ben", connected: true },
      { name: "Ada", connected: true },
    ]);
  }
  game.player("Ben").socket.drop();
  await seen(game.host, "roster", (message) => message.connected === 1 && message.away === 1);
  await api(server).join(game.pin, "Rest");
  const later = await seen(game.host, "roster", (message) => message.total === 3);
  expect(later).toMatchObject({ connected: 1, away: 1 });
  presenter.drop();
  await game.leave();
});

test.concurrent("[RT11] reactions reach host and presenter as sums, and are limited", async () => {
  const game = await startGame(server, ["Ada"]);
  for (let i = 0; i < 8; i++) game.player("Ada").socket.send({ type: "react", emoji: "🎉" });
  await seen(game.host, "reactions");
  await quiet(game.host);
  const sum = game.host.messages
    .filter((message) => message.type === "reactions")
    .reduce((total, message) => total + ((message.counts as Record<string, number>)["🎉"] ?? 0), 0);
  expect(sum).toBeGreaterThanOrEqual(3);
  expect(sum).toBeLessThanOrEqual(4);
  game.player("Ada").socket.send({ type: "react", emoji: "💣" });
  expect(refusalOf(await game.player("Ada").socket.next("refused")).code).toBe("bad_request");
  await game.leave();
});

test.concurrent("[RT12] at the reveal everybody gets their own line", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  await game.open(0);
  answer(game.player("Ada").socket, 0, { choice: 0 });
  await game.player("Ada").socket.next("ack");
  await game.reveal();
  expect((await game.player("Ada").socket.next("you")).you).toMatchObject({
    rank: 1,
    answer: { correct: true },
  });
  expect((await game.player("Ben").socket.next("you")).you).toMatchObject({
    rank: 2,
    answer: null,
    next: { name: "Ada" },
  });
  await game.leave();
});

test.concurrent("[RT12] beyond the tenth place the own line holds the rows above and below, until scores move again", async () => {
  const game = await startGame(server, []);
  for (let nth = 1; nth <= 9; nth++) await game.join(`Player ${nth}`);
  for (const name of ["Tenth", "Ada", "Ben"]) await game.join(name);
  await game.open(0);
  await game.reveal();
  const line = async (name: string) =>
    (await game.player(name).socket.next("you")).you as { neighbors?: object };
  expect((await line("Tenth")).neighbors).toMatchObject({
    above: { name: "Player 9" },
    below: { name: "Ada" },
  });
  const around = { above: { rank: 1, name: "Tenth", score: 0 }, below: { rank: 1, name: "Ben", score: 0 } };
  expect((await line("Ada")).neighbors).toEqual(around);
  expect((await line("Ben")).neighbors).toMatchObject({ above: { name: "Ada" }, below: null });

  const { token } = game.player("Ada");
  const again = async () => {
    const socket = await welcomed(server, { pin: game.pin, token, as: "player" });
    const { you } = await socket.next("welcome");
    socket.drop();
    return you as { neighbors?: object };
  };
  expect((await again()).neighbors).toEqual(around);
  await game.open(1);
  expect(await again()).not.toHaveProperty("neighbors");
  for (const { socket } of game.players) expectProtocol(socket);
  await game.leave();
});

test.concurrent("what happens in one session never reaches another", async () => {
  const [game, other] = [await startGame(server, ["Ada"]), await startGame(server, ["Zoe"])];
  const zoe = other.player("Zoe").socket;
  await quiet(zoe, other.host);
  const before = zoe.frames.length;
  await game.join("Ben");
  await game.open(0);
  answer(game.player("Ada").socket, 0, { choice: 0 });
  await game.player("Ada").socket.next("ack");
  await game.reveal();
  await quiet(zoe, other.host);
  expect(before).toBeGreaterThan(0);
  expect(zoe.frames.length).toBe(before);
  for (const frame of [...zoe.frames, ...other.host.frames]) {
    expect(frame).not.toContain(game.sessionId);
    expect(frame).not.toContain("Ada");
  }
  await game.leave();
  await other.leave();
});

test.concurrent("[RT7] a host who is gone for half a second changes nothing", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  const phase = await game.open(0);
  game.host.drop();
  await sleep(500);
  answer(game.player("Ada").socket, 0, { choice: 0 });
  await game.player("Ada").socket.next("ack");
  const host = await connect(server, { pin: game.pin, token: server.ownerApiKey, as: "host" });
  const { view } = await host.next("welcome");
  expect(view).toMatchObject({ phase, answered: 1, players: 2 });
  host.drop();
  await game.leave();
});

test.concurrent("[AB1] a removed player is told, sent away for good, and not let in again", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  const { socket, playerId, token } = game.player("Ada");
  await game.calls.command(game.sessionId, { command: "kick", playerId });
  expect(refusalOf(await socket.next("refused")).code).toBe("player_removed");
  expect((await socket.closed).code).toBe(4505);
  const again = await connect(server, { pin: game.pin, token, as: "player" });
  expect(refusalOf(await again.next("refused")).code).toBe("player_removed");
  expect((await again.closed).code).toBe(4505);
  await seen(game.host, "roster", (message) => message.total === 1);
  await game.leave();
});

test.concurrent("everybody gone: the last answer still closes the question early", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  await game.open(0);
  answer(game.player("Ada").socket, 0, { choice: 0 });
  game.player("Ben").socket.drop();
  await eventually(async () => {
    expect((await game.calls.view(game.pin)).phase).toMatchObject({ name: "reveal" });
  });
  await game.leave();
});

test.concurrent("[RT9] a socket that says nothing is closed", async () => {
  const silent = await connect(server, { hello: false });
  expect((await silent.closed).code).toBe(4004);
});

test.concurrent("[RT9] a hello that cannot be let in is refused with its reason, and closed for good", async () => {
  const game = await startGame(server, ["Ada"]);
  const other = await startGame(server, ["Zoe"]);
  const cases: [object, string, number][] = [
    [{ pin: "000000", as: "player" }, "unknown_pin", 4503],
    [{ pin: "nonsense", as: "player" }, "unknown_pin", 4503],
    [{ sessionId: "nosuchsession", as: "player" }, "session_not_found", 4503],
    [{ pin: game.pin, as: "player" }, "not_joined", 4504],
    [{ pin: game.pin, as: "player", token: "made.up.token" }, "not_joined", 4504],
    [{ pin: game.pin, as: "player", token: other.player("Zoe").token }, "not_joined", 4504],
    [{ pin: game.pin, as: "player", token: game.presenterKey }, "not_joined", 4504],
    [{ pin: game.pin, as: "presenter", token: game.player("Ada").token }, "bad_token", 4504],
    [{ pin: game.pin, as: "presenter", token: other.presenterKey }, "bad_token", 4504],
    [{ pin: game.pin, as: "presenter" }, "bad_token", 4504],
    [{ pin: game.pin, as: "host" }, "unauthenticated", 4504],
    [{ pin: game.pin, as: "host", token: game.player("Ada").token }, "unauthenticated", 4504],
    [{ pin: game.pin, as: "player", protocol: 99 }, "unsupported_protocol", 4502],
  ];
  for (const [hello, code, close] of cases) {
    const socket = await connect(server, hello);
    expect(refusalOf(await socket.next("refused")).code, JSON.stringify(hello)).toBe(code);
    expect((await socket.closed).code, JSON.stringify(hello)).toBe(close);
    expect(socket.messages.length).toBe(1);
  }
  await game.leave();
  await other.leave();
});

test.concurrent("a second hello on the same socket is refused", async () => {
  const game = await startGame(server, ["Ada"]);
  const { socket, token } = game.player("Ada");
  socket.send({ type: "hello", protocol: 1, pin: game.pin, token, as: "player" });
  expect(refusalOf(await socket.next("refused")).code).toBe("bad_request");
  socket.send({ type: "ping", t0: 7 });
  expect(await socket.next("pong")).toMatchObject({ t0: 7 });
  await game.leave();
});

test.concurrent("[AB4] browsers are known by their cookie, on our own pages only", async () => {
  const game = await startGame(server, ["Ada"]);
  const cookie = `ovation_player_${game.sessionId}=${game.player("Ada").token}`;
  const own = await connect(server, { pin: game.pin, as: "player", headers: { origin: server.url, cookie } });
  expect((await own.next("welcome")).you).toMatchObject({ name: "Ada" });
  own.drop();
  const noOrigin = await connect(server, { pin: game.pin, as: "player", headers: { cookie } });
  expect(refusalOf(await noOrigin.next("refused")).code).toBe("not_joined");
  const foreign = connect(server, {
    pin: game.pin,
    as: "player",
    headers: { origin: "https://evil.example", cookie },
  });
  await expect(foreign).rejects.toThrow("403");
  await game.leave();
});

/** Last, alone: all others would be sent away, too. */
test("[RT2] a restart sends everybody away to come back, and they find all as it was", async () => {
  const game = await startGame(server, ["Ada", "Ben"]);
  await game.open(0);
  const ada = game.player("Ada");
  answer(ada.socket, 0, { choice: 0 });
  const { ack } = await ada.socket.next("ack");
  const before = await ada.socket.next("welcome");
  await server.restart();
  expect((await ada.socket.closed).code).toBe(4000);
  expect((await game.host.closed).code).toBe(4000);
  const again = await connect(server, { pin: game.pin, token: ada.token, as: "player" });
  const welcome = await again.next("welcome");
  expect(welcome.bootId).not.toBe(before.bootId);
  expect(welcome).toMatchObject({
    you: { score: (ack as { score: number }).score, answer: { questionIndex: 0 } },
  });
  again.drop();
  await game.leave();
});
