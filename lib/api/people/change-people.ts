import type { Account } from "../../auth/account-store.ts";
import { ownerOfEnvironment } from "../../auth/owner.ts";
import type { MemberChange } from "../../auth/people-store.ts";
import type { Role } from "../../auth/rights.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";

type Deps = Pick<Runtime, "people" | "clock" | "config">;

export async function changeRole(
  runtime: Deps,
  { workspaceId }: Account,
  personId: string,
  role: Role,
): Promise<Result<null, Refusal>> {
  if (role !== "owner" && (await isSetByEnvironment(runtime, workspaceId, personId)))
    return setByEnvironment();
  return told(await runtime.people.setRole(workspaceId, personId, role, runtime.clock.now()));
}

/** Also how one leaves oneself. */
export async function removeMember(
  runtime: Deps,
  { workspaceId }: Account,
  personId: string,
): Promise<Result<null, Refusal>> {
  if (await isSetByEnvironment(runtime, workspaceId, personId)) return setByEnvironment();
  return told(await runtime.people.remove(workspaceId, personId, runtime.clock.now()));
}

/** The next start would make the owner anew whom the environment names, in an empty workspace. */
async function isSetByEnvironment(
  { people, config }: Deps,
  workspaceId: string,
  personId: string,
): Promise<boolean> {
  const owner = ownerOfEnvironment(config);
  if (owner === null) return false;
  return (await people.people(workspaceId)).some(({ id, email }) => id === personId && email === owner);
}

function setByEnvironment() {
  return refuse(
    "set_by_environment",
    "This owner is set on the server (OWNER_EMAIL). Set another one there first.",
  );
}

function told(change: MemberChange): Result<null, Refusal> {
  if (change === "done") return ok(null);
  return refuse(change === "last_owner" ? "last_owner" : "person_not_found");
}
