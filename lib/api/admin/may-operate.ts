import type { Account } from "../../auth/account-store.ts";
import { may } from "../../auth/rights.ts";
import type { Runtime } from "../../runtime/runtime.ts";

/** Owners look after the server, of the workspace of its own owner: what others hold is theirs (docs/SPEC.md, ADM1). */
export function mayOperate(
  { operatorWorkspace }: Pick<Runtime, "operatorWorkspace">,
  account: Account,
): boolean {
  return may(account, "operate") && account.workspaceId === operatorWorkspace;
}
