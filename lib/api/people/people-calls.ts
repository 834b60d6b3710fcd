import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { toldOriginOf } from "../actor.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";
import { changeRole, removeMember } from "./change-people.ts";
import { invite } from "./invite.ts";
import { makeOwnKey, removeOwnKey } from "./own-keys.ts";

export const listPeople = call(operations.listPeople, async ({ runtime, account }) => {
  const people = await runtime.people.people(account.workspaceId);
  return ok({ people: people.map((person) => ({ ...person, you: person.id === account.id })) });
});

export const setRole = call(operations.setRole, ({ runtime, account, params, body }) =>
  changeRole(runtime, account, params.id, body.role),
);

export const removePerson = call(operations.removePerson, ({ runtime, account, params }) =>
  removeMember(runtime, account, params.id),
);

export const createInvitation = call(
  operations.createInvitation,
  async ({ runtime, request, account, body }) =>
    ok(await invite(runtime, account, body, toldOriginOf(request.headers))),
);

export const listInvitations = call(operations.listInvitations, async ({ runtime, account }) =>
  ok({ invitations: await runtime.people.invitations(account.workspaceId, runtime.clock.now()) }),
);

export const revokeInvitation = call(operations.revokeInvitation, async ({ runtime, account, params }) => {
  const revoked = await runtime.people.revoke(account.workspaceId, params.id, runtime.clock.now());
  return revoked ? ok(null) : refuse("invitation_not_found", "There is no such open invitation.");
});

export const listKeys = call(operations.listKeys, async ({ runtime, account }) =>
  ok({ keys: await runtime.accounts.apiKeys(account.id) }),
);

export const createKey = call(operations.createKey, ({ runtime, account, body }) =>
  makeOwnKey(runtime, account, body),
);

export const deleteKey = call(operations.deleteKey, ({ runtime, account, params }) =>
  removeOwnKey(runtime, account, params.id),
);
