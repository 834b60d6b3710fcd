import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { serverMessageSchema } from "#lib/protocol/server-messages.ts";
import { type Api, api, type JoinedPlayer, type StartedSession } from "#tests/support/api.ts";
import { patience } from "#tests/support/patience.ts";
import type { SharedServer } from "#tests/support/shared-server.ts";
import { connect, type Message, type TestSocket } from "#tests/support/socket.ts";
import { eventually, until } from "#tests/support/waiting.ts";
import { skipCountdown } from "./rest-session.ts";

/** A session with its host, presenter and players on the live socket, as the socket tests use it. */
export interface Game extends StartedSession {
  calls: Api;
  presenterKey: string;
  host: TestSocket;
  players: (JoinedPlayer & { name: string; socket: TestSocket })[];
  player(name: string): JoinedPlayer & { name: string; socket: TestSocket };
  /** One more, with a socket that has been welcomed. */
  join(name: string): Promise<JoinedPlayer & { name: string; socket: TestSocket }>;
  /** Commands until question `index` takes answers. Returns its phase. */
  open(index: number): Promise<QuestionPhase>;
  /** Closes the running question, and waits until it is counted. */
  reveal(): Promise<void>;
  leave(): Promise<void>;
}

export interface QuestionPhase {
  name: "question";
  index: number;
  opensAtMs: number;
  closesAtMs: number;
}

/** No test waits as long: such a question stays open until it is closed. */
const timeLimitMs = 600_000;

export const QUIZ = {
  title: "Sockets",
  questions: [
    {
      kind: "single",
      prompt: "First?",
      options: [{ text: "yes", correct: true }, { text: "no" }],
      timeLimitMs,
    },
    { kind: "truefalse", prompt: "Second?", correct: true, timeLimitMs },
  ],
};

export async function startGame(
  server: SharedServer,
  names: readonly string[],
  { quiz = QUIZ, settings = {} }: { quiz?: unknown; settings?: object } = {},
): Promise<Game> {
  const calls = api(server);
  const session = await calls.startSession(quiz, { readingMs: 0, ...settings });
  const host = await welcomed(server, {
    sessionId: session.sessionId,
    token: server.ownerApiKey,
    as: "host",
  });
  const game: Game = {
    ...session,
    calls,
    presenterKey: new URL(session.presenterUrl).hash.replace(/^#key=/, ""),
    host,
    players: [],
    player(name) {
      const found = game.players.find((player) => player.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found;
    },
    async join(name) {
      const joined = await calls.join(session.pin, name);
      const socket = await welcomed(server, { pin: session.pin, token: joined.token, as: "player" });
      const player = { ...joined, name, socket };
      game.players.push(player);
      return player;
    },
    async open(index) {
      for (;;) {
        const phase = await phaseNow();
        if (phase.name === "question" && phase.index === index) break;
        await calls.command(session.sessionId, phase.name === "lobby" ? "start" : "next");
        if (phase.name === "lobby" && !("readingMs" in settings))
          await skipCountdown(calls, session.sessionId);
      }
      const phase = (await phaseNow()) as unknown as QuestionPhase;
      await until(phase.opensAtMs);
      return phase;
    },
    async reveal() {
      await calls.command(session.sessionId, "close");
    },
    async leave() {
      for (const socket of [host, ...game.players.map((player) => player.socket)]) socket.drop();
    },
  };
  async function phaseNow() {
    return (await calls.view(session.pin)).phase as { name: string; index: number };
  }
  for (const name of names) await game.join(name);
  return game;
}

/** Longer than anything is held back to be sent together. */
const QUIET_MS = 700;

type Greeting = { pin?: string; sessionId?: string; token?: string; as: "player" | "host" | "presenter" };

/** A socket that was let in; its welcome stays to be read with `next`. */
export async function welcomed(server: SharedServer, greeting: Greeting): Promise<TestSocket> {
  const socket = await connect(server, greeting);
  await seen(socket, "welcome");
  return socket;
}

/** Waits for a message without taking it. */
export async function seen(
  socket: TestSocket,
  type: string,
  predicate: (message: Message) => boolean = () => true,
): Promise<Message> {
  return eventually(
    () => {
      const found = socket.messages.find((message) => message.type === type && predicate(message));
      if (found) return found;
      throw new Error(`no "${type}" was seen; there were: ${socket.messages.map((m) => m.type).join(", ")}`);
    },
    { everyMs: 10 },
  );
}

/** Waits until nothing has come for a while: what the server sends late, it has sent. */
export async function quiet(...sockets: TestSocket[]): Promise<void> {
  const count = () => sockets.reduce((sum, { frames }) => sum + frames.length, 0);
  for (let before = -1; before !== count(); ) {
    before = count();
    await sleep(patience(QUIET_MS));
  }
}

export function answer(socket: TestSocket, questionIndex: number, response: unknown, id = "a"): void {
  socket.send({ type: "answer", id, questionIndex, response });
}

export function refusalOf(message: Message): { code: string; message: string } {
  return message.refusal as { code: string; message: string };
}

/** Every message so far is one the protocol knows, with nothing missing. */
export function expectProtocol(socket: TestSocket): void {
  for (const message of socket.messages) {
    const parsed = serverMessageSchema.safeParse(message);
    expect(parsed.success, `${JSON.stringify(message)}: ${parsed.error?.message}`).toBe(true);
  }
}
