import type { Account } from "../../auth/account-store.ts";
import { ownerOfEnvironment } from "../../auth/owner.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";

type Deps = Pick<Runtime, "people" | "sessions" | "deletion" | "config">;

/**
 * Deletes a workspace with all that is in it. First it is closed, so that nothing new begins; then its sessions go one by
 * one, each as if its host deleted it, so that phones and screens are told; then the rest at once. Should the server die on
 * the way, its owner signs in and does it again.
 */
export async function deleteWorkspace(
  { people, sessions, deletion, config }: Deps,
  { workspaceId }: Account,
): Promise<Result<null, Refusal>> {
  const owner = ownerOfEnvironment(config);
  const members = await people.people(workspaceId);
  if (owner !== null && members.some(({ email }) => email === owner))
    return refuse(
      "set_by_environment",
      "The server’s settings name an owner of this workspace (OWNER_EMAIL). Name another account there first.",
    );
  await people.endAccess(workspaceId);
  for (const sessionId of await sessions.idsOf(workspaceId)) await deletion.session(sessionId);
  await people.removeWorkspace(workspaceId);
  return ok(null);
}
