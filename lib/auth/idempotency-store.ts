/** The port of idempotency keys: what the first request with a key was, and what it was told. Each account has its own. */
export interface IdempotencyStore {
  /**
   * One of many who bring a key at once gets it. A key that is as old as `forgetBeforeMs` is new again; so is one whose
   * request was begun before `abandonedBeforeMs` and never told anything. Of each account the newest `KEYS_KEPT` stay.
   */
  claim(
    request: IdempotentRequest,
    limits: { forgetBeforeMs: number; abandonedBeforeMs: number },
  ): Promise<Claim>;
  /** Stores the reply to the request. Does nothing if another request has the key by now. */
  keep(request: IdempotentRequest, reply: KeptReply): Promise<void>;
  /** Nothing was made: the key is new again. */
  release(request: IdempotentRequest): Promise<void>;
  removeOld(beforeMs: number): Promise<void>;
}

export interface IdempotentRequest {
  accountId: string;
  key: string;
  /** Of method, address and body. */
  requestHash: string;
  claimedAtMs: number;
}

export interface KeptReply {
  status: number;
  body: string | null;
}

export type Claim =
  | { outcome: "claimed" }
  /** Somebody had it before: with this request, and this reply if there is one yet. */
  | { outcome: "known"; requestHash: string; reply: KeptReply | null };

/** How long a key is known. */
export const KEY_KEPT_MS = 24 * 3_600_000;

/** More than a client has under way in a day of retries; what is older makes room. */
export const KEYS_KEPT = 1_000;
