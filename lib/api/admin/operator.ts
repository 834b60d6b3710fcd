import type { Account } from "../../auth/account-store.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { type Call, call, type Handler } from "../call.ts";
import type { Operation } from "../operation.ts";
import { mayOperate } from "./may-operate.ts";

/** A call of the operator's. That the right is there was asked before; here it is whose server it is. */
export function operatorCall<O extends Operation>(operation: O, handler: Handler<O>) {
  return call(operation, (async (asked: Call<O>) => {
    const allowed = operates(asked.runtime, asked.account as Account);
    return allowed.ok ? handler(asked) : allowed;
  }) as Handler<O>);
}

function operates(runtime: Runtime, account: Account): Result<null, Refusal> {
  return mayOperate(runtime, account)
    ? ok(null)
    : refuse("forbidden", "The server is looked after by the owners of another workspace.");
}
