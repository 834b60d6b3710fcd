import type { Result } from "../kernel/result.ts";
import type { Ack, Joined } from "../protocol/shapes.ts";
import type { ExtraTime } from "../session/extra-time.ts";
import type { SummaryItem } from "../session/players/summary.ts";
import type { You } from "../session/players/you.ts";
import type { View } from "../session/reports/view.ts";
import type { AnswerDoor, AnswerInput } from "./answers/answer-door.ts";
import { bearer } from "./bearer.ts";
import type { LiveBoard } from "./board/live-board.ts";

/**
 * The part of the REST API that a player's page uses: what it falls back on while its socket is away, and what has no
 * other door. Rejects when the network does.
 */
export interface SessionApi {
  view(pin: string): Promise<Result<View, ApiProblem>>;
  you(pin: string): Promise<Result<You, ApiProblem>>;
  board(pin: string, limit?: number): Promise<Result<LiveBoard, ApiProblem>>;
  answer(input: AnswerInput): Promise<Result<Ack, ApiProblem>>;
  join(pin: string, join: { name: string; joinKey: string }): Promise<Result<Joined, ApiProblem>>;
  setExtraTime(pin: string, extraTime: ExtraTime | null): Promise<Result<You, ApiProblem>>;
  /** Every question that was asked, with the player's own answer. */
  ownAnswers(pin: string): Promise<Result<{ questions: SummaryItem[] }, ApiProblem>>;
  /** The player's own answers, to be checked against the session's record. */
  receipt(pin: string): Promise<Result<object, ApiProblem>>;
}

/** `code` is the stable one of the problem details; `http_<status>` when the body was none of ours. */
export interface ApiProblem {
  code: string;
  message: string;
}

interface SessionApiOptions {
  fetch: typeof fetch;
  /** Ends with no slash; empty in a page. */
  baseUrl: string;
  /** Without one, the same-origin cookie says who asks. */
  token?: string;
}

const PATIENCE_MS = 8_000;

export function sessionApi({ fetch, baseUrl, token }: SessionApiOptions): SessionApi {
  async function call<T>(
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: unknown,
    traceparent?: string,
  ): Promise<Result<T, ApiProblem>> {
    const response = await fetch(`${baseUrl}/api/v1/pins/${path}`, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      headers: {
        ...bearer(token),
        ...(traceparent === undefined ? {} : { traceparent }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok && reply !== null) return { ok: true, value: reply as T };
    return { ok: false, error: problemOf(response.status, reply) };
  }

  return {
    view: (pin) => call("GET", encodeURIComponent(pin)),
    you: (pin) => call("GET", `${encodeURIComponent(pin)}/me`),
    async board(pin, limit = 10) {
      type Reply = Omit<LiveBoard, "top" | "cuts"> & {
        standings: LiveBoard["top"];
        cuts?: LiveBoard["cuts"];
      };
      const reply = await call<Reply>("GET", `${encodeURIComponent(pin)}/leaderboard?limit=${limit}`);
      if (!reply.ok) return reply;
      const { players, standings, cuts = [], teams } = reply.value;
      return { ok: true, value: { top: standings, players, cuts, teams } };
    },
    answer: ({ pin, traceparent, questionIndex, response, pressedAtMs, change }) =>
      call(
        "POST",
        `${encodeURIComponent(pin)}/answers`,
        { questionIndex, response, pressedAtMs, change },
        traceparent,
      ),
    join: (pin, join) => call("POST", `${encodeURIComponent(pin)}/players`, join),
    setExtraTime: (pin, extraTime) => call("PUT", `${encodeURIComponent(pin)}/me`, { extraTime }),
    ownAnswers: (pin) => call("GET", `${encodeURIComponent(pin)}/me/answers`),
    receipt: (pin) => call("GET", `${encodeURIComponent(pin)}/me/receipt`),
  };
}

/** Said of the caller, not of the answer: another door may know the player where this one does not. */
const WHO_ASKS: readonly string[] = ["unauthenticated", "not_joined", "bad_token", "forbidden", "bad_origin"];

/**
 * The last door: it also works where a proxy forbids sockets, and after an update has changed the server action's
 * identity under an old page. Only problems with a code of ours are outcomes; a proxy's own error page is none.
 */
export function restDoor(api: SessionApi): AnswerDoor {
  return {
    name: "rest",
    open: () => true,
    async send(_, input) {
      const reply = await api.answer(input);
      if (reply.ok) return { ok: true, ack: reply.value };
      const { code, message } = reply.error;
      if (code.startsWith("http_") || WHO_ASKS.includes(code)) throw new Error(message);
      return { ok: false, refusal: reply.error };
    },
  };
}

function problemOf(status: number, body: unknown): ApiProblem {
  const { code, detail, title } = (body ?? {}) as Record<string, unknown>;
  if (typeof code !== "string") return { code: `http_${status}`, message: `The server answered ${status}.` };
  return { code, message: String(detail ?? title ?? code) };
}
