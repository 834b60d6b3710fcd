/** One call of the API, with the types of what it takes and gives. Made in operations.ts, one constant each. */
export interface Operation<Input, Reply> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the server's address, with parameters in braces. */
  readonly path: string;
  /** "json", "none", or "raw": a file or a stream, handed on as the response itself. */
  readonly reply: "json" | "none" | "raw";
  /** Never there: it holds the types. */
  readonly types?: { input: Input; reply: Reply };
}

/** What every call may be given besides its own input. */
export interface CallOptions {
  /** In place of the client's own: a player's token, for instance. */
  token?: string | null;
  /** Names a request that makes something, so that it can be sent again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  headers?: Readonly<Record<string, string>>;
}

/** Input of a call: `params` for the braces of its path. */
export interface Given {
  params?: object;
  query?: object;
  body?: unknown;
}
