import type { Account } from "../../auth/account-store.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { Retention } from "../../session/retention.ts";

/** From now on the workspace keeps what it plays for so long; what is due already goes at once. */
export async function keep(
  { retention, sweepRetention }: Pick<Runtime, "retention" | "sweepRetention">,
  { workspaceId }: Account,
  chosen: Retention,
): Promise<Retention> {
  await retention.set(workspaceId, chosen);
  sweepRetention();
  return chosen;
}
