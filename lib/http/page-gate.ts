import type { IncomingMessage, ServerResponse } from "node:http";
import { ADDRESS_HEADER } from "../auth/client-address.ts";
import { HOST_COOKIE, readCookie } from "../auth/cookies.ts";
import { REFUSALS, type RefusalCode, refuse } from "../kernel/refusal.ts";
import { createFairGate, type FairGate } from "../limits/fair-gate.ts";
import { networksOf } from "../limits/networks.ts";
import { createWorkBudgets } from "../limits/work-budgets.ts";
import { accountProof, type Credentials, signedProof } from "../runtime/client-proof.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { arrivedBody, SMALL_BODY_BYTES } from "./arrived-body.ts";
import { BODY_MAX_BYTES } from "./body-size.ts";
import { knownHosts } from "./known-hosts.ts";
import { COST_MS, type Work, workOf } from "./page-work.ts";
import { problemReply } from "./problem.ts";
import { sendReply } from "./reply.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;
type Deps = Pick<Runtime, "accounts" | "tokens" | "clock" | "metrics">;

/**
 * Stands before Next, whose pages and actions cost this process a hundred times what an answer by socket does, so that a
 * crowd of them never holds up a running game.
 *   1. Each caller has a budget of work: a signed-in host, a player and a known device their own, strangers one for
 *      their network, large enough for a school that opens its pages at once. It is looked at only while others wait.
 *   2. A large body is taken from a signed-in host alone; a small one is here in full before it costs a place.
 *   3. A few are inside at once; the others wait in line, each caller in turn (lib/limits/fair-gate.ts).
 */
export function withPageGate(runtime: Deps, next: OnRequest): OnRequest {
  const gates: Record<Work, FairGate> = gatesForWork();
  const strangers = createWorkBudgets({ burstMs: 12_000, perSecondMs: 300 });
  // A school's teachers sign in; others do not come to such a page without a credential.
  const strangersPages = createWorkBudgets({ burstMs: 1_000, perSecondMs: 100 });
  const known = createWorkBudgets({ burstMs: 400, perSecondMs: 40 });
  /** Not of time but of KiB: those of refused bodies that are read. */
  const dropped = createWorkBudgets({ burstMs: 8_192, perSecondMs: 1_024 });
  const hosts = createWorkBudgets({ burstMs: 6_000, perSecondMs: 300 });
  const hostOf = knownHosts(
    async (credentials) => (await accountProof(runtime, credentials))?.name ?? null,
    () => runtime.clock.now(),
  );

  return async function onRequest(req, res) {
    const length = bodyLength(req);
    const work = workOf(req, length === null || length > SMALL_BODY_BYTES);
    const nowMs = runtime.clock.now();
    const networks = networksOf(String(req.headers[ADDRESS_HEADER] ?? "unknown"));
    const [own] = networks as [(typeof networks)[number]];
    const credentials = credentialsOf(req);

    // Only who sends what looks like a host's credential makes us ask the database, and pays for it.
    const claims = credentials.bearer !== null || readCookie(credentials.cookie, HOST_COOKIE) !== null;
    const signed = signedProof(runtime, credentials);
    const mayAsk = claims && (hostOf.knows(credentials) || strangers.take(networks, LOOK_UP_MS, nowMs) === 0);
    const host = mayAsk ? await hostOf(credentials) : null;
    const key = host ?? signed?.name ?? own.key;

    if (work === "large" && host === null && !isApi(req)) return turnAway(req, res, "payload_too_large");
    if (work === "large" && length !== null && length > ACTION_MAX_BYTES && !isApi(req))
      return turnAway(req, res, "payload_too_large");
    const budget = host ? hosts : signed ? known : work === "page" ? strangersPages : strangers;
    const waitMs = budget.take(host || signed ? [{ key, share: 1 }] : networks, COST_MS[work], nowMs);
    const gate = gates[work];
    if (waitMs > 0 && gate.waiting() > 0) return turnAway(req, res, "too_many_requests", waitMs);
    if ((work === "action" || work === "page") && length !== 0 && !(await arrivedBody(req)))
      return turnAway(req, res, "bad_request");

    const leave = await gate.enter(key);
    if (leave === "full") return turnAway(req, res, "overloaded");
    if (res.destroyed || req.socket.destroyed) return leave();
    untilItWaits(res, leave, HELD_AT_MOST_MS[work]);
    return next(req, res);
  };

  function turnAway(req: IncomingMessage, res: ServerResponse, code: Refused, waitMs = 2_000): void {
    runtime.metrics.pageTurnedAway(code);
    const afterS = Math.ceil(waitMs / 1_000);
    const retry = code === "too_many_requests" || code === "overloaded";
    // A reset could overtake the answer, so a body is read and dropped; of a flood of them the rest is cut.
    const bytes = bodyLength(req);
    if (bytes !== null && dropped.take([EVERYBODY], bytes / 1024, runtime.clock.now()) === 0) req.resume();
    else res.setHeader("Connection", "close");
    if (isApi(req)) {
      const reply = problemReply(refuse(code, SAYS[code]).error);
      sendReply(res, {
        ...reply,
        headers: { ...reply.headers, ...(retry ? { "retry-after": `${afterS}` } : {}) },
      });
      return;
    }
    res.statusCode = REFUSALS[code].status;
    res.setHeader("Content-Type", "text/plain; charset=utf-8");
    res.setHeader("Cache-Control", "no-store");
    if (retry) res.setHeader("Retry-After", afterS);
    // A browser tries a page again by itself.
    if (retry && req.method === "GET") res.setHeader("Refresh", afterS);
    res.end(`${SAYS[code]}\n`);
  }
}

type Refused = Extract<RefusalCode, "payload_too_large" | "too_many_requests" | "overloaded" | "bad_request">;

/** No more than the browser's own words would help: these are met by machines, and by people in a crowd. */
const SAYS: Record<Refused, string> = {
  payload_too_large: "That is too large. Sign in, if you are a host.",
  too_many_requests: "Too many requests from this network. Try again in a few seconds.",
  overloaded: "The server is very busy. Try again in a few seconds.",
  bad_request: "The request was incomplete.",
};

/** Pages and actions share a line: all they need is this process's time. */
function gatesForWork(): Record<Work, FairGate> {
  const quick = createFairGate({ atOnce: QUICK_AT_ONCE, waitingMax: 5_000 });
  return {
    file: quick,
    page: quick,
    action: quick,
    large: createFairGate({ atOnce: 2, waitingMax: 100 }),
    upload: createFairGate({ atOnce: 16, waitingMax: 100 }),
  };
}

/** Each a few milliseconds in one piece, and some wait for the database meanwhile. */
const QUICK_AT_ONCE = 3;
/** A request that takes longer waits for something other than this process. */
const HELD_AT_MOST_MS: Record<Work, number> = {
  file: 250,
  page: 250,
  action: 250,
  large: 5_000,
  upload: 60_000,
};
/** As next.config.mjs has it. */
const ACTION_MAX_BYTES = BODY_MAX_BYTES;
const LOOK_UP_MS = 1;
const EVERYBODY = { key: "everybody", share: 1 };

/** Null when it does not say. */
function bodyLength({ headers }: IncomingMessage): number | null {
  if (headers["transfer-encoding"] !== undefined) return null;
  return Number(headers["content-length"] ?? 0);
}

function isApi({ url = "" }: IncomingMessage): boolean {
  return url.startsWith("/api/");
}

function credentialsOf({ headers }: IncomingMessage): Credentials {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "")?.[1] ?? null;
  return { bearer, cookie: headers.cookie ?? null };
}

/** Leaves when the answer is written, or waits for a slow reader, or after a while. */
function untilItWaits(res: ServerResponse, leave: () => void, atMostMs: number): void {
  const late = setTimeout(leave, atMostMs);
  const done = () => {
    clearTimeout(late);
    leave();
  };
  res.once("finish", done);
  res.once("close", done);
  const write = res.write.bind(res) as (...args: unknown[]) => boolean;
  res.write = ((...args: unknown[]) => {
    const more = write(...args);
    if (!more) done();
    return more;
  }) as typeof res.write;
}
