import { describe, expect, test } from "vitest";
import { ACTION_RIGHTS, OPERATION_RIGHTS } from "#lib/api/needed-rights.ts";
import type { Operation } from "#lib/api/operation.ts";
import { operations } from "#lib/api/operations.ts";
import { KEY_SCOPES, lacking, may, RIGHTS, ROLES, scopeFits } from "#lib/auth/rights.ts";

test("[ACC3] every call for hosts has a right of its own, and no other call", () => {
  const forHosts = (Object.values(operations) as Operation[])
    .filter(({ auth }) => auth === "host" || auth === "screen")
    .map(({ id }) => id);
  expect(Object.keys(OPERATION_RIGHTS).sort()).toEqual(forHosts.sort());
});

test("[ACC3] what changes nothing is for everybody, what changes something for no viewer", () => {
  for (const [id, right] of Object.entries(OPERATION_RIGHTS)) {
    const { method } = operations[id as keyof typeof OPERATION_RIGHTS];
    if (method !== "GET") expect(right, id).not.toBe("read");
  }
  for (const [doing, right] of Object.entries(ACTION_RIGHTS)) expect(right, doing).not.toBe("read");
});

describe.each(ROLES)("[ACC3] as %s", (role) => {
  const rights = {
    owner: ["read", "write", "run", "account", "people", "operate"],
    host: ["read", "write", "run", "account"],
    viewer: ["read", "account"],
  }[role];

  test.each(RIGHTS)("%s", (right) => {
    expect(may({ role }, right)).toBe(rights.includes(right));
    for (const scope of KEY_SCOPES) {
      const scoped = { read: ["read"], host: ["read", "write", "run"], admin: [...RIGHTS] }[scope];
      const both = rights.includes(right) && scoped.includes(right as never);
      expect(may({ role, scope }, right), scope).toBe(both);
      if (!both) expect(lacking({ role, scope }, right)).toMatch(/scope “|Your role here is /);
    }
  });

  test("no key is made that promises more than the role has", () => {
    expect(KEY_SCOPES.filter((scope) => scopeFits(scope, role))).toEqual(
      role === "viewer" ? ["read", "admin"] : ["read", "host", "admin"],
    );
  });
});
