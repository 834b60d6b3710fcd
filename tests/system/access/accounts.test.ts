import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATION_RIGHTS } from "#lib/api/needed-rights.ts";
import type { Operation } from "#lib/api/operation.ts";
import { operations } from "#lib/api/operations.ts";
import { KEY_SCOPES, type KeyScope, may, ROLES, type Role } from "#lib/auth/rights.ts";
import { newId } from "#lib/kernel/ids.ts";
import { type Api, api, type Json, type Reply } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { callAction } from "../call-action.ts";
import { expectProblem, quiz } from "../rest-session.ts";

let server: TestServer;
let call: Api;
const PASSWORD = "a long enough password";

/** Somebody who came by an invitation, with the cookies of their browser. */
interface Member {
  email: string;
  cookies: string;
}

beforeAll(async () => {
  server = await startServer();
  call = api(server);
});
afterAll(() => server?.stop());

async function invite(role: Role, email?: string): Promise<{ id: string; code: string }> {
  const { status, body } = await call.post<{ id: string; url: string }>("/invitations", { role, email });
  expect(status).toBe(201);
  const { pathname, search, hash } = new URL(body.url);
  expect({ pathname, search }).toEqual({ pathname: "/invitation", search: "" });
  return { id: body.id, code: hash.slice(1) };
}

const accept = (code: string, given: { name?: string; email: string; password?: string }) =>
  callAction(
    server,
    "acceptInvitationAction",
    [{ code, name: "Grace", password: PASSWORD, ...given }],
    "",
    "/invitation",
  );

async function member(role: Role): Promise<Member> {
  const email = `${newId()}@example.org`;
  const { redirect, cookies } = await accept((await invite(role)).code, { email });
  expect(redirect).toMatch(/^\/host/);
  return { email, cookies };
}

/** As a page of ours would call the API. */
const byCookie = (cookie: string, method: string, path: string, body?: unknown) =>
  send({ cookie, origin: server.url }, method, path, body);
const byKey = (key: string, method: string, path: string, body?: unknown) =>
  send({ authorization: `Bearer ${key}` }, method, path, body);

async function send(
  who: Record<string, string>,
  method: string,
  path: string,
  body: unknown,
): Promise<Reply> {
  const reply = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { ...who, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, body: text.startsWith("{") ? JSON.parse(text) : {}, headers: reply.headers };
}

const HOST_CALLS = Object.keys(OPERATION_RIGHTS) as (keyof typeof OPERATION_RIGHTS)[];

/** Ids that could be, and lead nowhere: whatever is allowed does nothing. */
function pathOf({ path }: Operation): string {
  return path.replace(/\{\w+\}/g, () => newId());
}

describe.each(ROLES)("[ACC3] a %s", (role) => {
  let cookies: string;
  const keys = new Map<KeyScope, string>();
  beforeAll(async () => {
    ({ cookies } = await member(role));
    for (const scope of KEY_SCOPES) {
      const made = await byCookie(cookies, "POST", "/keys", { name: `As ${scope}`, scope });
      if (role === "viewer" && scope === "host") expectProblem(made, 403, "forbidden");
      else keys.set(scope, String(made.body.key));
    }
  });

  test.each(HOST_CALLS)("calls %s, signed in and by each key, as the table says", async (id) => {
    const operation = operations[id] as Operation;
    const [right, { method }] = [OPERATION_RIGHTS[id], operation];
    const told = ({ status, body }: Reply) => {
      expect([401, 500], JSON.stringify(body)).not.toContain(status);
      return !(status === 403 && body.code === "forbidden");
    };
    const body = method === "GET" || method === "DELETE" ? undefined : {};
    expect(told(await byCookie(cookies, method, pathOf(operation), body))).toBe(may({ role }, right));
    for (const [scope, key] of keys) {
      const reply = await byKey(key, method, pathOf(operation), body);
      expect(told(reply), scope).toBe(may({ role, scope }, right));
    }
  });
});

/** Actions for hosts, by where they are; all others ask for no account, or look after it. */
const PAGES = { "app/(host)/host/page": "/host", "app/(host)/host/people/page": "/host/people" };
/** Of a session's own pages, which a viewer does not open, or open to everybody. */
const FOR_ALL = ["signOutAction", "signInAction", "ownsSessionAction", "leaveAction"];

test("[ACC3] no server action of the desk does anything for a viewer", async () => {
  const { cookies } = await member("viewer");
  const path = join(import.meta.dirname, "../../../.next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(path, "utf8")) as {
    node: Record<string, { exportedName?: string; workers: Record<string, unknown> }>;
  };
  let asked = 0;
  for (const { exportedName = "", workers } of Object.values(node)) {
    const page = Object.entries(PAGES).find(([worker]) => worker in workers)?.[1];
    if (!page || FOR_ALL.includes(exportedName)) continue;
    const args = { inviteAction: [{ role: "host" }], setRoleAction: [newId(), "host"] }[exportedName];
    const { result } = await callAction(server, exportedName, args ?? [newId(), {}], cookies, page);
    expect(result, exportedName).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    asked += 1;
  }
  expect(asked).toBeGreaterThan(9);
});

test("[ACC2] hosts of one workspace share quizzes and sessions, and both say who made them", async () => {
  const { cookies } = await member("host");
  const made = await byCookie(cookies, "POST", "/quizzes", { ...quiz, title: "Hers" });
  const id = String(made.body.id);
  const { body } = await call.get<{ quizzes: Json[] }>("/quizzes");
  expect(body.quizzes.find((each) => each.id === id)).toMatchObject({ madeBy: { name: "Grace" } });
  const opened = await call.post("/sessions", { quizId: id });
  expect(opened.status).toBe(201);
  const sessionId = String(opened.body.id);
  const command = await byCookie(cookies, "POST", `/sessions/${sessionId}/commands`, { command: "start" });
  expect(command.status).toBe(200);
  const sessions = await byCookie(cookies, "GET", "/sessions");
  expect(
    (sessions.body as { sessions: Json[] }).sessions.find((each) => each.id === sessionId),
  ).toMatchObject({
    madeBy: { name: "owner" },
  });
  const viewer = await member("viewer");
  expect((await byCookie(viewer.cookies, "GET", `/sessions/${sessionId}/results`)).status).toBe(200);
  const refused = await callAction(server, "commandAction", [sessionId, "finish"], viewer.cookies, "/host");
  expect(refused.result?.ok).not.toBe(true);
  expect((await call.get(`/sessions/${sessionId}`)).body).not.toMatchObject({ phase: { name: "podium" } });
});

test("[ACC4] an invitation is read without being used, opens once, and says why it does not", async () => {
  const { id, code } = await invite("host");
  const read = (given: string) => callAction(server, "readInvitationAction", [given], "", "/invitation");
  for (let i = 0; i < 2; i++)
    expect((await read(code)).result).toMatchObject({ ok: true, invitation: { role: "host", email: null } });
  const open = await call.get<{ invitations: Json[] }>("/invitations");
  expect(JSON.stringify(open.body)).not.toContain(code.split(".")[1]);
  expect(open.body.invitations.map((each) => each.id)).toContain(id);
  const email = `${newId()}@example.org`;
  for (const [wrong, path] of [
    [{ email: "nobody" }, "email"],
    [{ email, password: "short" }, "password"],
    [{ email, name: "  " }, "name"],
  ] as const)
    expect((await accept(code, wrong)).result).toMatchObject({ refusal: { problems: [{ path }] } });
  expect((await accept(code, { email: server.ownerEmail.toUpperCase() })).result).toMatchObject({
    refusal: { code: "email_taken" },
  });
  expect((await accept(code, { email })).redirect).toMatch(/^\/host/);
  for (const used of [await read(code), await accept(code, { email: `x${email}` })])
    expect(used.result).toMatchObject({
      refusal: { code: "invitation_spent", message: expect.stringContaining("was already used") },
    });
  const taken = await invite("viewer");
  expect((await call.del(`/invitations/${taken.id}`)).status).toBe(204);
  expectProblem(await call.del(`/invitations/${taken.id}`), 404, "invitation_not_found");
  expect((await read(taken.code)).result).toMatchObject({
    refusal: { code: "invitation_spent", message: expect.stringContaining("revoked") },
  });
  for (const none of ["", "x", `${newId()}.${"a".repeat(32)}`, `${id}.${"a".repeat(32)}`, "a".repeat(5_000)])
    expect((await read(none)).result?.ok).toBe(false);
});

test("[ACC4] an invitation for an email is for that one; a body that does not fit is told so", async () => {
  const { code } = await invite("viewer", "Vera@Example.org");
  expect((await accept(code, { email: "eve@example.org" })).result).toMatchObject({
    refusal: { message: expect.stringContaining("vera@example.org") },
  });
  expect((await accept(code, { email: "VERA@example.org" })).redirect).toMatch(/^\/host/);
  for (const wrong of [{}, { role: "king" }, { role: "host", email: "no" }, { role: "host", more: 1 }])
    expectProblem(await call.post("/invitations", wrong), 400, "bad_request");
});

test("[ACC5] [ACC6] roles change at once; who is removed is out; the owner of the settings stays", async () => {
  const { email, cookies } = await member("viewer");
  const people = async () => (await call.get<{ people: Json[] }>("/people")).body.people;
  const person = (await people()).find((each) => each.email === email)!;
  const owner = (await people()).find((each) => each.you === true)!;
  expect(person).toMatchObject({ role: "viewer", name: "Grace", you: false });
  expect((await byCookie(cookies, "POST", "/quizzes", quiz)).status).toBe(403);
  expect((await call.put(`/people/${person.id}`, { role: "owner" })).status).toBe(204);
  expect((await byCookie(cookies, "POST", "/quizzes", quiz)).status).toBe(201);
  const { body: key } = await byCookie(cookies, "POST", "/keys", { name: "Mine", scope: "admin" });
  for (const refused of [
    await byCookie(cookies, "DELETE", `/people/${owner.id}`),
    await byCookie(cookies, "PUT", `/people/${owner.id}`, { role: "host" }),
  ])
    expectProblem(refused, 409, "set_by_environment");
  expect((await call.del(`/people/${person.id}`)).status).toBe(204);
  expect((await byCookie(cookies, "GET", "/quizzes")).status).toBe(401);
  expectProblem(await call.get("/quizzes", String(key.key)), 401, "bad_token");
  expectProblem(await call.del(`/people/${person.id}`), 404, "person_not_found");
  expectProblem(await call.put("/people/nobody", { role: "host" }), 404, "person_not_found");
});

test("[ACC7] a key is told once, says when it was used, and opens nothing once it is revoked", async () => {
  const made = await call.post<{ id: string; key: string }>("/keys", {
    name: " Time\ntable ",
    scope: "read",
  });
  expect(made).toMatchObject({ status: 201, body: { name: "Time table", scope: "read", usedAtMs: null } });
  const { id, key } = made.body;
  expect(key).toMatch(/^ovk_[\w-]{32}$/);
  expect((await call.get("/quizzes", key)).status).toBe(200);
  expectProblem(await call.post("/quizzes", quiz, key), 403, "forbidden");
  const { body } = await call.get<{ keys: Json[] }>("/keys");
  expect(JSON.stringify(body)).not.toContain(key);
  expect(body.keys.find((each) => each.id === id)).toMatchObject({ hint: key.slice(0, 8) });
  const fixed = body.keys.find(({ name }) => name === "OWNER_API_KEY")!;
  expectProblem(await call.del(`/keys/${fixed.id}`), 409, "set_by_environment");
  for (const wrong of [
    {},
    { name: "x" },
    { name: "", scope: "read" },
    { name: "OWNER_API_KEY", scope: "read" },
  ])
    expectProblem(await call.post("/keys", wrong), 400, "bad_request");
  expect((await call.del(`/keys/${id}`)).status).toBe(204);
  expectProblem(await call.get("/quizzes", key), 401, "bad_token");
  for (const gone of [id, "nobody", "%EF%BF%BD"]) {
    expectProblem(await call.del(`/keys/${gone}`), 404, "key_not_found");
    expectProblem(await call.del(`/invitations/${gone}`), 404, "invitation_not_found");
    expectProblem(await call.del(`/people/${gone}`), 404, "person_not_found");
  }
});

test("[ACC8] [ACC9] password and email change with the password; other devices are then signed out", async () => {
  const { email, cookies } = await member("host");
  const act = (name: string, args: unknown[], as = cookies) =>
    callAction(server, name, args, as, "/host/account");
  const wrong = { refusal: { code: "bad_sign_in", problems: [{ path: "password" }] } };
  const next = `${newId()}@example.org`;
  expect((await act("changeEmailAction", [{ email: next, password: "wrong" }])).result).toMatchObject(wrong);
  expect((await act("changeEmailAction", [{ email: next, password: PASSWORD }])).result?.ok).toBe(true);
  const given = { password: PASSWORD, newPassword: "another long password" };
  expect((await act("changePasswordAction", [{ ...given, password: "wrong" }])).result).toMatchObject(wrong);
  const changed = await act("changePasswordAction", [given]);
  expect(changed.result?.ok).toBe(true);
  expect((await byCookie(cookies, "GET", "/quizzes")).status).toBe(401);
  const now = changed.cookies.split("; ").reverse().join("; ");
  expect((await byCookie(now, "GET", "/quizzes")).status).toBe(200);
  expect((await act("renameAction", ["Rear Admiral"], now)).result?.ok).toBe(true);
  const { people } = (await call.get<{ people: Json[] }>("/people")).body;
  expect(people.find((each) => each.email === next)).toMatchObject({ name: "Rear Admiral" });
  expect(people.some((each) => each.email === email)).toBe(false);
  expect((await act("endDeviceAction", [newId()], now)).result).toMatchObject({
    refusal: { code: "device_not_found" },
  });
  const left = await act("leaveAction", [], now);
  expect(left.redirect).toMatch(/^\/sign-in/);
  expect((await byCookie(now, "GET", "/quizzes")).status).toBe(401);
});
