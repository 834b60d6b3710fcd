import { Readable } from "node:stream";
import { isId } from "../../kernel/ids.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { DrainOutcome } from "../../operator/node-store.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { operations } from "../operations.ts";
import { endSession } from "../sessions/end-session.ts";
import { operatorCall } from "./operator.ts";
import { connectedTo, openSessions, statusOf } from "./overview.ts";

const STANDINGS_TOLD = 20;

export const getStatus = operatorCall(operations.getStatus, async ({ runtime }) =>
  ok(await statusOf(runtime)),
);

export const listOpenSessions = operatorCall(operations.listOpenSessions, async ({ runtime }) =>
  ok(await openSessions(runtime)),
);

export const watchSession = operatorCall(operations.watchSession, async ({ runtime, params }) => {
  const live = isId(params.id) ? await runtime.live.open(params.id) : null;
  if (!live) return refuse("session_not_found");
  const survey = live.session.settings.mode === "survey";
  const [connected, standings] = await Promise.all([
    connectedTo(runtime, params.id),
    survey ? [] : runtime.leaderboard.top(params.id, STANDINGS_TOLD),
  ]);
  return ok({ view: runtime.view(live), connected, standings: [...standings] });
});

export const endAnySession = operatorCall(operations.endAnySession, async ({ runtime, account, params }) => {
  const live = isId(params.id) ? await runtime.live.open(params.id) : null;
  if (!live) return refuse("session_not_found");
  const ended = await endSession(runtime, live, account.id);
  if (ended.ok)
    runtime.logger.info({ sessionId: params.id, hostId: account.id }, "An operator ended a session");
  return ended;
});

export const drainNode = operatorCall(operations.drainNode, ({ runtime, params, body }) =>
  drain(runtime, params.id, true, body.force ?? false),
);

export const undrainNode = operatorCall(operations.undrainNode, ({ runtime, params }) =>
  drain(runtime, params.id, false, false),
);

async function drain(
  runtime: Runtime,
  id: string,
  asked: boolean,
  force: boolean,
): Promise<Result<null, Refusal>> {
  const outcome = await runtime.nodes.askDrain(id, asked, { force });
  if (outcome !== "asked") return refuse(REFUSED[outcome]);
  if (id === runtime.bootId) await runtime.beat.beatNow();
  return ok(null);
}

const REFUSED = {
  unknown: "node_not_found",
  silent: "node_silent",
  last: "last_node",
} as const satisfies Record<Exclude<DrainOutcome, "asked">, Refusal["code"]>;

export const getBackup = operatorCall(operations.getBackup, async ({ runtime, account }) => {
  const begun = await beginBackup(runtime);
  if (!begun.ok) return begun;
  runtime.logger.info({ hostId: account.id }, "A backup is taken");
  const name = `ovation-${new Date(runtime.clock.now()).toISOString().slice(0, 16).replace(":", "")}.backup`;
  begun.value.once("error", (err) => runtime.logger.error({ err }, "A backup broke off"));
  return new Response(Readable.toWeb(begun.value) as never, {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
});

async function beginBackup(runtime: Runtime): Promise<Result<Readable, Refusal>> {
  try {
    return ok(await runtime.backUp());
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "backup_refused") return refuse("backup_refused", message);
    if (code === "ENOSPC") return refuse("disk_full", "The server’s disk has no room for a backup.");
    throw error;
  }
}
