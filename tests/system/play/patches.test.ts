import { afterAll, beforeAll, expect, test } from "vitest";
import { viewStore } from "#lib/client/view-store.ts";
import { PATCHES } from "#lib/protocol/patch.ts";
import { type ServerMessage, serverMessageSchema } from "#lib/protocol/server-messages.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect, type Message, type TestSocket } from "#tests/support/socket.ts";
import { eventually } from "#tests/support/waiting.ts";
import { answer, expectProtocol, seen, startGame, welcomed } from "../socket-game.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
});

/** From so many players on, phones are sent patches. */
const LARGE = 301;

/** A game with its players and as many others, who have no screen here. */
async function largeGame(names: string[], settings: object = {}) {
  const game = await startGame(server, names, { settings });
  const others = Array.from({ length: LARGE - names.length }, (_, i) => `Other ${i + 1}`);
  for (let i = 0; i < others.length; i += 50)
    await Promise.all(others.slice(i, i + 50).map((name) => game.calls.join(game.pin, name)));
  return game;
}

/** What a page knows that has heard all this; but for how many there were when it came. */
function known(socket: TestSocket) {
  let gaps = 0;
  const store = viewStore({ now: () => 0 }, () => {
    gaps += 1;
  });
  for (const message of socket.messages) store.received(serverMessageSchema.parse(message) as ServerMessage);
  const { view, you } = store.state();
  return { view: { ...view, serverNowMs: 0 }, you: { ...you, players: 0 }, gaps };
}

function tellsResult({ view = null }: Message): boolean {
  return JSON.stringify(view).includes('result":{');
}

test.each(["instant", "suspense"])(
  "[RT15] a player who takes patches knows all that others are sent whole, the close as patches (%s)",
  async (reveal) => {
    const game = await largeGame(["Ada", "Ben"], { reveal });
    const ada = game.player("Ada");
    const patched = await connect(server, {
      pin: game.pin,
      token: ada.token,
      as: "player",
      subprotocol: PATCHES,
    });
    await seen(patched, "welcome");
    const alike = () =>
      eventually(() => {
        expect(known(patched)).toEqual(known(ada.socket));
        expect(known(patched).gaps).toBe(0);
      });
    for (const index of [0, 1]) {
      await game.open(index);
      await alike();
      answer(game.player("Ben").socket, index, { choice: 1 });
      await game.player("Ben").socket.next("ack");
      answer(ada.socket, index, { choice: 0 }, "q");
      await ada.socket.next("ack");
      const before = patched.messages.length;
      await game.reveal();
      // In one frame or, on a slow machine, in two.
      await eventually(() => {
        const told = patched.messages.slice(before).filter(({ type }) => type === "patch");
        expect(told.some(tellsResult)).toBe(true);
        expect(told.at(-1)).toMatchObject({ you: { answer: { correct: true } } });
      });
      await alike();
      await game.calls.command(game.sessionId, "next");
      await alike();
    }
    expect(patched.messages.filter(({ type }) => type === "view")).toEqual([]);
    expect(patched.messages.filter(({ type }) => type === "cuts").length).toBeGreaterThan(0);
    expectProtocol(patched);
    patched.drop();
    await game.leave();
  },
);

test("[RT15] somebody who comes between two views is sent the next one so that it fits", async () => {
  const game = await largeGame(["Ada"]);
  await game.open(0);
  const { token } = game.player("Ada");
  const sockets: TestSocket[] = [];
  for (let i = 0; i < 3; i++) {
    const socket = await connect(server, { pin: game.pin, token, as: "player", subprotocol: PATCHES });
    await seen(socket, "welcome");
    sockets.push(socket);
    await game.calls.command(game.sessionId, "pause");
    await game.calls.command(game.sessionId, "resume");
  }
  const late = await welcomed(server, { pin: game.pin, token, as: "player" });
  await eventually(() => {
    for (const socket of sockets) expect(known(socket)).toMatchObject({ view: known(late).view, gaps: 0 });
  });
  for (const socket of [...sockets, late]) socket.drop();
  await game.leave();
});

test("[RT15] in a small room all are sent the same", async () => {
  const game = await startGame(server, ["Ada"]);
  const { token, socket } = game.player("Ada");
  const patched = await connect(server, { pin: game.pin, token, as: "player", subprotocol: PATCHES });
  await seen(patched, "welcome");
  await game.open(0);
  answer(socket, 0, { choice: 0 });
  await socket.next("ack");
  await game.reveal();
  await seen(patched, "you", ({ you }) => (you as { answer: unknown }).answer !== null);
  await eventually(() => expect(known(patched)).toEqual(known(socket)));
  const types = new Set(patched.messages.map(({ type }) => type));
  expect([types.has("patch"), types.has("cuts")]).toEqual([false, false]);
  patched.drop();
  await game.leave();
});
