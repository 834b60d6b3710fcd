import { z } from "zod";
import { KEY_NAME_MAX } from "../../auth/api-keys.ts";
import { KEY_SCOPES, ROLES } from "../../auth/rights.ts";
import { operation } from "../operation.ts";
import {
  invitationListSchema,
  keyListSchema,
  madeInvitationSchema,
  madeKeySchema,
  peopleSchema,
} from "../reply-schemas.ts";
import { accountEmail, oneLine } from "./account-fields.ts";

export const roleSchema = z
  .enum(ROLES, "`role` is owner, host or viewer.")
  .describe(
    "`viewer` sees quizzes and results, `host` writes and runs quizzes, `owner` also looks after people.",
  );

export const invitationBodySchema = z.strictObject({
  email: accountEmail.optional().describe("Whom it is for: only this email can then be used."),
  role: roleSchema,
});

export const keyBodySchema = z.strictObject({
  name: oneLine("name", KEY_NAME_MAX).describe("What it is for, as its owner will find it in the list."),
  scope: z
    .enum(KEY_SCOPES, "`scope` is read, host or admin.")
    .describe(
      "`read` sees quizzes, sessions and results, `host` also writes and runs them, `admin` does whatever the account may. Never more than the account's role.",
    ),
});

export const peopleOperations = {
  listPeople: operation({
    id: "listPeople",
    method: "GET",
    path: "/people",
    auth: "host",
    summary: "Who is in the workspace",
    description: "They share its quizzes and sessions.",
    reply: { status: 200, description: "Owners first, then by name.", schema: peopleSchema },
    refusals: [],
  }),
  setRole: operation({
    id: "setRole",
    method: "PUT",
    path: "/people/{id}",
    auth: "host",
    summary: "Change a person's role",
    description:
      "For owners. Takes effect at once, in open control rooms within 20 seconds. The last owner stays one.",
    body: z.strictObject({ role: roleSchema }),
    reply: { status: 204, description: "It is changed." },
    refusals: ["person_not_found", "last_owner", "set_by_environment"],
    example: { role: "host" },
  }),
  removePerson: operation({
    id: "removePerson",
    method: "DELETE",
    path: "/people/{id}",
    auth: "host",
    summary: "Remove a person",
    description:
      "For owners. Ends the account's sign-ins, API keys and open invitations; what it made stays. The last owner stays.",
    reply: { status: 204, description: "Removed." },
    refusals: ["person_not_found", "last_owner", "set_by_environment"],
  }),
  createInvitation: operation({
    id: "createInvitation",
    method: "POST",
    path: "/invitations",
    auth: "host",
    summary: "Invite someone",
    description:
      "For owners. Makes a link by which one person gets an account in this workspace: once, within seven days. It is shown only here. Where the server has a mail server (SMTP_URL) and an email is given, the link is mailed, too; otherwise send it yourself.",
    body: invitationBodySchema,
    reply: { status: 201, description: "The link.", schema: madeInvitationSchema },
    refusals: [],
    example: { email: "grace@example.org", role: "host" },
  }),
  listInvitations: operation({
    id: "listInvitations",
    method: "GET",
    path: "/invitations",
    auth: "host",
    summary: "List the open invitations",
    description: "For owners. Those that were neither used nor revoked and have not expired; newest first.",
    reply: { status: 200, description: "Without their links.", schema: invitationListSchema },
    refusals: [],
  }),
  revokeInvitation: operation({
    id: "revokeInvitation",
    method: "DELETE",
    path: "/invitations/{id}",
    auth: "host",
    summary: "Revoke an invitation",
    reply: { status: 204, description: "Its link stops working." },
    refusals: ["invitation_not_found"],
  }),
  listKeys: operation({
    id: "listKeys",
    method: "GET",
    path: "/keys",
    auth: "host",
    summary: "List your API keys",
    description: "Those of the account that asks; by a sign-in or a key of the scope `admin`.",
    reply: { status: 200, description: "Oldest first, without the keys themselves.", schema: keyListSchema },
    refusals: [],
  }),
  createKey: operation({
    id: "createKey",
    method: "POST",
    path: "/keys",
    auth: "host",
    summary: "Create an API key",
    body: keyBodySchema,
    reply: { status: 201, description: "The key. It is shown only once.", schema: madeKeySchema },
    refusals: ["too_many_keys", "forbidden"],
    example: { name: "Timetable", scope: "read" },
  }),
  deleteKey: operation({
    id: "deleteKey",
    method: "DELETE",
    path: "/keys/{id}",
    auth: "host",
    summary: "Revoke an API key",
    reply: { status: 204, description: "It stops working." },
    refusals: ["key_not_found", "set_by_environment"],
  }),
} as const;
