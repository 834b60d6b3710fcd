import type { Account } from "../../auth/account-store.ts";
import { ok } from "../../kernel/result.ts";
import { cleanLine } from "../../quiz/clean-text.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { ownPlayedSession } from "./session-access.ts";

export const regradeSession = call(
  operations.regradeSession,
  async ({ runtime, account, params, body: { profile = null, reason, ...asked } }) => {
    const live = await ownPlayedSession(runtime, account, params.id);
    if (!live.ok) return live;
    const by = whoIs(account);
    return runtime.regrading.regrade(params.id, {
      ...asked,
      profile,
      by,
      reason: cleanLine(reason, reason.length),
    });
  },
);

export const listRegrades = call(operations.listRegrades, async ({ runtime, account, params }) => {
  const live = await ownPlayedSession(runtime, account, params.id);
  if (!live.ok) return live;
  const regrades = await runtime.regrading.list(params.id);
  return ok({
    regrades: regrades.map(({ id, atMs, by, reason, changes, profile, undone }) => ({
      id,
      atMs,
      by,
      reason,
      changes,
      profile,
      undone,
    })),
  });
});

export const undoRegrade = call(operations.undoRegrade, async ({ runtime, account, params }) => {
  const live = await ownPlayedSession(runtime, account, params.id);
  return live.ok ? runtime.regrading.undo(params.id, params.regradeId, whoIs(account)) : live;
});

function whoIs({ id, name, email }: Account) {
  return { accountId: id, name: name || email };
}
