import { createClient, granted as ofClient } from "#client/client.ts";
import * as operations from "#client/operations.ts";
import { ANY_PICTURE, png } from "./pictures.ts";

/**
 * The REST API as tests use it. Without a token a call is made as the owner; with `null` as nobody. Steps that every test
 * takes go by the published client; calls that may be wrong, as no client would make them, by hand.
 */

export interface Reply<Body = Json> {
  status: number;
  /** The parsed JSON; text when it is not JSON; `{}` when there is none. */
  body: Body;
  headers: Headers;
}

/** What came back, before a test says what it expects of it. */
export type Json = Record<string, unknown>;
export type Token = string | null;

export interface StartedSession {
  quizId: string;
  sessionId: string;
  pin: string;
  joinUrl: string;
  presenterUrl: string;
}

export interface JoinedPlayer {
  playerId: string;
  sessionId: string;
  token: string;
}

export type Api = ReturnType<typeof api>;

export function api(server: { url: string; ownerApiKey: string }) {
  const client = createClient({
    url: server.url,
    token: server.ownerApiKey,
    // A connection kept for the next call may be closed by the server in the instant in which that call is made.
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, connection: "close" } }),
  });

  async function call<Body>(
    method: string,
    path: string,
    body: unknown,
    token?: Token,
  ): Promise<Reply<Body>> {
    const bearer = token === undefined ? server.ownerApiKey : token;
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        connection: "close",
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return {
      status: response.status,
      body: parsed(await response.text()) as Body,
      headers: response.headers,
    };
  }

  const get = <Body = Json>(path: string, token?: Token) => call<Body>("GET", path, undefined, token);
  const post = <Body = Json>(path: string, body?: unknown, token?: Token) =>
    call<Body>("POST", path, body, token);
  const put = <Body = Json>(path: string, body?: unknown, token?: Token) =>
    call<Body>("PUT", path, body, token);
  const del = <Body = Json>(path: string, token?: Token) => call<Body>("DELETE", path, undefined, token);

  async function writeQuiz(quiz: unknown): Promise<string> {
    const text = JSON.stringify(quiz);
    const own = text.includes(ANY_PICTURE) ? text.replaceAll(ANY_PICTURE, await storePicture()) : text;
    return (await ofClient(client.call(operations.createQuiz, { body: JSON.parse(own) }))).id;
  }

  async function storePicture(): Promise<string> {
    const body = new Uint8Array(png(400, 300));
    return (await ofClient(client.call(operations.storeMedia, { body }))).id;
  }

  return {
    get,
    storePicture,
    post,
    put,
    del,

    // The steps that nearly every test takes. They throw when refused; to test a refusal, use the calls above.

    writeQuiz,
    /** Writes the quiz and opens a session of it. */
    async startSession(quiz: unknown, settings?: unknown): Promise<StartedSession> {
      const quizId = await writeQuiz(quiz);
      const body = { quizId, settings: settings as object | undefined };
      const {
        id: sessionId,
        pin,
        joinUrl,
        presenterUrl,
      } = await ofClient(client.call(operations.startSession, { body }));
      return { quizId, sessionId, pin, joinUrl, presenterUrl };
    },
    /** A command of the host: `"start"`, or with its fields `{ command: "kick", playerId }`. */
    async command(sessionId: string, command: string | Json): Promise<Json> {
      const body: Json = typeof command === "string" ? { command } : command;
      const path = `/sessions/${sessionId}`;
      if (body.command !== "next" || body.expectedVersion !== undefined)
        return granted(await post(`${path}/commands`, body));
      // As every client should: two steps in a row must not look like one pressed twice.
      for (let attempt = 1; ; attempt++) {
        const { version } = granted(await get(path));
        const reply = await post(`${path}/commands`, { ...body, expectedVersion: version });
        // A node that has missed news has given an old version; by its refusal it has read the new one.
        if (reply.status !== 409 || reply.body.code !== "stale_command" || attempt > 3) return granted(reply);
      }
    },
    async join(pin: string, name: string): Promise<JoinedPlayer> {
      return ofClient(client.call(operations.join, { params: { pin }, body: { name }, token: null }));
    },
    /** The ack, or the problem when it was refused: an answer may be refused in an honest test. */
    answer: (pin: string, token: string, questionIndex: number, response: unknown) =>
      post(`/pins/${pin}/answers`, { questionIndex, response }, token),
    async view(pin: string): Promise<Json> {
      return ofClient(client.call(operations.getView, { params: { pin }, token: null }));
    },
    leaderboard: (pin: string, limit = 100) =>
      ofClient(client.call(operations.getLeaderboard, { params: { pin }, query: { limit }, token: null })),
  };
}

function granted<Body>({ status, body }: Reply<Body>): Body {
  if (status >= 200 && status < 300) return body;
  throw new Error(`the API answered ${status}: ${JSON.stringify(body)}`);
}

function parsed(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
