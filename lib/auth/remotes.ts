import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { isId, newId } from "../kernel/ids.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type AttemptLimiter, REMOTE_CODES } from "../limits/limiter.ts";
import type { SessionBus } from "../session/live/bus.ts";
import type { PairedRemote, RemoteStore } from "./remote-store.ts";

/**
 * Phones that run one session for its host, and nothing else of the account (docs/decisions/032).
 *
 *   code    The host's screen shows it for two minutes. One device takes it, once, by a tap; opening its link takes nothing.
 *   token   What that device keeps from then on. It ends with the session, or when the host removes the device.
 *
 * Both are `id.secret`. The row is found by the id, and the secret's hash compared with the stored one.
 */
export interface Remotes {
  offer(sessionId: string): Promise<RemoteCode>;
  /** `key` is a secret of the device's own making, so that a tap sent twice pairs it once. */
  pair(taker: {
    code: string;
    key: string;
    device: string;
    address: string;
  }): Promise<Result<{ sessionId: string; token: string }, Refusal>>;
  /** Which remote of this session has the token; null for none. */
  read(sessionId: string, token: string): Promise<{ id: string } | null>;
  paired(sessionId: string): Promise<PairedRemote[]>;
  /** Its sockets close at once, on all nodes. */
  remove(sessionId: string, id: string): Promise<Result<null, Refusal>>;
}

export interface RemoteCode {
  code: string;
  untilMs: number;
}

export interface RemotesDeps {
  store: RemoteStore;
  bus: Pick<SessionBus, "publish">;
  limiter: AttemptLimiter;
  clock: { now(): number };
}

/** Time to take out a phone and scan; the host's screen shows a new one before it runs out. */
export const REMOTE_CODE_FOR_MS = 120_000;
/** For so long a code that ran out is told from one that never was. */
const REMEMBERED_FOR_MS = 600_000;
/** 128 bits: a QR code that a phone reads across a desk. */
const SECRET_BYTES = 16;
const CODE_SECRET = /^[\w-]{22}$/;
const TOKEN_SECRET = /^[\w-]{32,64}$/;

export function createRemotes({ store, bus, limiter, clock }: RemotesDeps): Remotes {
  return {
    async offer(sessionId) {
      const id = newId();
      const secret = randomBytes(SECRET_BYTES).toString("base64url");
      const nowMs = clock.now();
      const codeUntilMs = nowMs + REMOTE_CODE_FOR_MS;
      await store.offer(
        { id, sessionId, codeHash: hash("code", secret), codeUntilMs },
        nowMs - REMEMBERED_FOR_MS,
      );
      return { code: `${id}.${secret}`, untilMs: codeUntilMs };
    },

    async pair({ code, key, device, address }) {
      const attempt = await limiter.consume(REMOTE_CODES, address);
      if (!attempt.allowed)
        return refuse("too_many_requests", "Too many attempts. Wait a minute and scan again.");
      const given = split(code, CODE_SECRET);
      const stored = given && TOKEN_SECRET.test(key) ? await store.get(given.id) : null;
      if (!given || !stored || !sameHash(stored.codeHash, hash("code", given.secret)))
        return refuse("remote_code_wrong");
      const { id } = stored;
      const nowMs = clock.now();
      const tokenHash = hash("token", key);
      const taken = await store.take(id, { tokenHash, device, pairedAtMs: nowMs }, nowMs);
      if (taken) return ok({ sessionId: stored.sessionId, token: `${id}.${key}` });
      const used = (await store.get(id))?.tokenHash != null;
      return refuse(used ? "remote_code_used" : "remote_code_wrong");
    },

    async read(sessionId, token) {
      const given = split(token, TOKEN_SECRET);
      const stored = given && (await store.get(given.id));
      if (!given || !stored?.tokenHash || stored.sessionId !== sessionId) return null;
      return sameHash(stored.tokenHash, hash("token", given.secret)) ? { id: stored.id } : null;
    },

    paired: (sessionId) => store.paired(sessionId),

    async remove(sessionId, id) {
      const removed = isId(id) && (await store.remove(sessionId, id));
      // Said again where it is gone already: another node may have missed it.
      if (isId(id)) bus.publish(sessionId, { type: "remoteRemoved", id });
      return removed ? ok(null) : refuse("not_found", "This device is no longer paired.");
    },
  };
}

function split(text: string, secrets: RegExp): { id: string; secret: string } | null {
  const at = text.indexOf(".");
  const [id, secret] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && text.length <= 100 && isId(id) && secrets.test(secret) ? { id, secret } : null;
}

/** Both are random and long, so a plain hash keeps them. */
function hash(what: "code" | "token", secret: string): string {
  return createHash("sha256").update(`remote ${what} ${secret}`).digest("hex");
}

function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
