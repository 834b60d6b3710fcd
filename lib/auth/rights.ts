/**
 * What one may do in a workspace, in one table: by role, and by the scope of the API key that asks. What belongs to
 * another workspace is not there, whatever the role (docs/SPEC.md, ACC3).
 */
export const RIGHTS = ["read", "write", "run", "account", "people", "operate"] as const;

/**
 *   read     see quizzes, sessions, results and who else is here
 *   write    make, change, import, place and delete quizzes and files
 *   run      open, run and delete sessions and players
 *   account  one's own name, email, password, devices and API keys
 *   people   invitations, roles, removing others
 *   operate  the server itself, with the sessions of all workspaces; only in the server's own (lib/api/admin/may-operate.ts)
 */
export type Right = (typeof RIGHTS)[number];

export const ROLES = ["owner", "host", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const KEY_SCOPES = ["read", "host", "admin"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const ROLE_RIGHTS: Record<Role, readonly Right[]> = {
  owner: RIGHTS,
  host: ["read", "write", "run", "account"],
  viewer: ["read", "account"],
};

export const SCOPE_RIGHTS: Record<KeyScope, readonly Right[]> = {
  read: ["read"],
  host: ["read", "write", "run"],
  admin: RIGHTS,
};

/** A key does what both its scope and its account's role allow. */
export function may({ role, scope }: { role: Role; scope?: KeyScope | undefined }, right: Right): boolean {
  return ROLE_RIGHTS[role].includes(right) && (scope === undefined || SCOPE_RIGHTS[scope].includes(right));
}

/** Whether a key of this scope can do all that its scope promises, in the hands of this role. */
export function scopeFits(scope: KeyScope, role: Role): boolean {
  return scope === "admin" || SCOPE_RIGHTS[scope].every((right) => ROLE_RIGHTS[role].includes(right));
}

/** Why not, in a sentence. */
export function lacking({ role, scope }: { role: Role; scope?: KeyScope | undefined }, right: Right): string {
  if (scope !== undefined && !SCOPE_RIGHTS[scope].includes(right)) {
    const needed = KEY_SCOPES.find((each) => SCOPE_RIGHTS[each].includes(right));
    return `This API key has the scope “${scope}”; this needs “${needed}”.`;
  }
  const needed = ROLES.filter((each) => ROLE_RIGHTS[each].includes(right));
  return `Your role here is ${role}. ${NEEDS[right]} takes ${needed.length > 1 ? "a host or an owner" : "an owner"}.`;
}

const NEEDS: Record<Right, string> = {
  read: "Seeing this",
  write: "Changing quizzes",
  run: "Running quizzes",
  account: "This",
  people: "Managing people",
  operate: "Looking after the server",
};
