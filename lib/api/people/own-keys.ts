import type { z } from "zod";
import type { Account, ApiKey } from "../../auth/account-store.ts";
import { makeApiKey, OWNER_KEY_LABEL } from "../../auth/api-keys.ts";
import { scopeFits } from "../../auth/rights.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { keyBodySchema } from "./people-operations.ts";

type Deps = Pick<Runtime, "accounts" | "clock">;

/** A new key of the account that asks. The key itself is told this once. */
export async function makeOwnKey(
  { accounts, clock }: Deps,
  account: Account,
  asked: z.output<typeof keyBodySchema>,
): Promise<Result<ApiKey & { key: string }, Refusal>> {
  if (asked.name === OWNER_KEY_LABEL)
    return refuse(
      "bad_request",
      `${OWNER_KEY_LABEL} is the name of the key that the server’s settings give.`,
    );
  if (!scopeFits(asked.scope, account.role))
    return refuse(
      "forbidden",
      `Your role here is ${account.role}, which does not allow the scope “${asked.scope}”.`,
    );
  const made = await makeApiKey({ accounts, now: () => clock.now() }, account, asked);
  return made ? ok(made) : refuse("too_many_keys");
}

export async function removeOwnKey(
  { accounts }: Deps,
  account: Account,
  keyId: string,
): Promise<Result<null, Refusal>> {
  const keys = await accounts.apiKeys(account.id);
  if (keys.some(({ id, name }) => id === keyId && name === OWNER_KEY_LABEL))
    return refuse(
      "set_by_environment",
      `This key is set on the server (${OWNER_KEY_LABEL}). Remove it there.`,
    );
  return (await accounts.removeApiKey(account.id, keyId)) ? ok(null) : refuse("key_not_found");
}
