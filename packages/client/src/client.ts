import type { CallOptions, Given, Operation } from "./operation.ts";
import type { Problem } from "./operations.ts";

export interface ClientOptions {
  /** Of the server, such as https://quiz.example.com; in a page of it, "" will do. */
  url: string;
  /** An API key, or a token of a player or a screen. Browsers that are signed in need none. */
  token?: string;
  /** In place of the global one. */
  fetch?: typeof fetch;
  /** How long a call may take; 30 seconds if left out. Not for files and streams. */
  timeoutMs?: number;
}

/** A refusal is a value; only a network that fails rejects. */
export type Outcome<Reply> =
  | { ok: true; status: number; value: Reply; headers: Headers }
  | { ok: false; status: number; problem: ClientProblem; headers: Headers };

/** Problem details, or of a reply that is none of Ovation's, such as a proxy's, its status as `http_502`. */
export interface ClientProblem extends Omit<Partial<Problem>, "code"> {
  code: Problem["code"] | `http_${number}`;
  detail: string;
  /** From `Retry-After`, where the server said when to come again. */
  retryAfterMs?: number;
}

export interface Client {
  /** Makes a call. Rejects when the network does, or the signal or the time says so. */
  call<Input extends Given, Reply>(
    operation: Operation<Input, Reply>,
    // Left out where nothing is needed.
    ...input: Record<never, never> extends Input ? [(Input & CallOptions)?] : [Input & CallOptions]
  ): Promise<Outcome<Reply>>;
}

const TIMEOUT_MS = 30_000;

export function createClient(options: ClientOptions): Client {
  const { url, timeoutMs = TIMEOUT_MS } = options;
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));

  return {
    async call(operation, ...[input]) {
      const { params, query, body, token, idempotencyKey, signal, headers } = (input ?? {}) as Given &
        CallOptions;
      const bearer = token === undefined ? options.token : token;
      const isJson = body !== undefined && !isFile(body);
      const limit = operation.reply === "raw" ? null : AbortSignal.timeout(timeoutMs);
      const signals = [signal, limit].filter((each) => each !== null && each !== undefined);
      const response = await send(`${url.replace(/\/+$/, "")}${addressOf(operation.path, params, query)}`, {
        method: operation.method,
        headers: {
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
          ...(isJson ? { "content-type": "application/json" } : {}),
          ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
        ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
      });
      const { status } = response;
      if (!response.ok)
        return { ok: false, status, problem: await problemOf(response), headers: response.headers };
      const value = operation.reply === "raw" ? response : await jsonOf(response);
      return { ok: true, status, value: value as never, headers: response.headers };
    },
  };
}

/** What a call gave back; throws an `ApiError` where it was refused. */
export async function granted<Reply>(outcome: Promise<Outcome<Reply>>): Promise<Reply> {
  const told = await outcome;
  if (told.ok) return told.value;
  throw new ApiError(told.status, told.problem);
}

export class ApiError extends Error {
  readonly status: number;
  readonly problem: ClientProblem;

  constructor(status: number, problem: ClientProblem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = "ApiError";
    this.status = status;
    this.problem = problem;
  }
}

function isFile(body: unknown): boolean {
  return (
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body) ||
    body instanceof ReadableStream
  );
}

function addressOf(path: string, params: object = {}, query: object = {}): string {
  const given = params as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of [value].flat()) if (each !== undefined) search.append(name, String(each));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === "" ? null : JSON.parse(text);
}

async function problemOf(response: Response): Promise<ClientProblem> {
  const { status } = response;
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const seconds = Number(response.headers.get("retry-after") ?? "none");
  const retryAfter = Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {};
  const { code, detail } = body ?? {};
  if (!code)
    return { status, code: `http_${status}`, detail: `The server answered ${status}.`, ...retryAfter };
  return { ...body, code, detail: detail ?? body?.title ?? code, ...retryAfter };
}
