import { expect, test } from "vitest";
import { callFinder, calls } from "#lib/api/calls.ts";
import { openApiDocument } from "#lib/api/openapi.ts";
import { parameterNames } from "#lib/api/operation.ts";
import { operations } from "#lib/api/operations.ts";
import { apiRoute } from "#lib/api/route.ts";
import { commandBodySchema } from "#lib/api/sessions/session-operations.ts";
import { hostCommandSchema } from "#lib/session/phases/command.ts";

const document = openApiDocument();

test("[API9] the reference is OpenAPI 3.1 and every reference in it leads somewhere", () => {
  const text = JSON.stringify(document);
  const names = Object.keys(document.components?.schemas ?? {});
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(names).toContain(name);
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths ?? {})).toHaveLength(
    new Set(Object.values(operations).map(({ path }) => path)).size,
  );
});

test("[API9] every operation has a handler of its name", () => {
  expect(Object.keys(calls).sort()).toEqual(Object.keys(operations).sort());
  for (const [name, { operation }] of Object.entries(calls)) {
    expect(operation.id).toBe(name);
    expect(operations[name as keyof typeof operations]).toBe(operation);
  }
});

test("[API9] a path leads to one call for each of its methods, with what it says", () => {
  const findCall = callFinder(Object.values(calls));
  for (const { operation } of Object.values(calls)) {
    const path = `/api/v1${operation.path.replace(/\{(\w+)\}/g, "the-$1")}`;
    const asked = findCall(operation.method, path);
    expect(asked).toMatchObject({ call: { operation } });
    const names = parameterNames(operation.path);
    expect(asked).toHaveProperty("params", Object.fromEntries(names.map((name) => [name, `the-${name}`])));
  }
  const digits = "４２３ ９１１";
  expect(findCall("GET", `/api/v1/pins/${encodeURIComponent(digits)}`)).toMatchObject({
    params: { pin: digits },
  });
});

test("[API9] a path that takes other methods names them, and one that leads nowhere none", async () => {
  const ask = async (method: string, path: string) => {
    const reply = await apiRoute(new Request(`http://localhost/api/v1${path}`, { method }));
    return { status: reply.status, allow: reply.headers.get("allow"), text: await reply.text() };
  };
  expect(await ask("PATCH", "/quizzes/abc")).toMatchObject({
    status: 405,
    allow: "GET, PUT, DELETE",
    text: expect.stringContaining('"code":"method_not_allowed"'),
  });
  expect(await ask("OPTIONS", "/pins/123456/players")).toEqual({ status: 204, allow: "POST", text: "" });
  for (const path of ["/quizzes/", "/quizzes/a/b", "/", "/pins", "/metrics"])
    expect(await ask("GET", path)).toMatchObject({
      status: 404,
      allow: null,
      text: expect.stringContaining('"code":"not_found"'),
    });
});

test("[API9] commands may carry the version they were decided on, and nothing else", () => {
  for (const command of [
    "start",
    "next",
    "open",
    "close",
    "pause",
    "resume",
    "skip",
    "lock",
    "unlock",
    "finish",
  ]) {
    expect(commandBodySchema.safeParse({ command, expectedVersion: 3 }).success).toBe(true);
    expect(commandBodySchema.safeParse({ command, version: 3 }).success).toBe(false);
  }
  expect(commandBodySchema.parse({ command: "addTime" })).toEqual(
    hostCommandSchema.parse({ command: "addTime" }),
  );
});
