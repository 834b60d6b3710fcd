import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openApiDocument } from "#lib/api/openapi.ts";
import { operations } from "#lib/api/operations.ts";
import * as playerCalls from "#lib/api/player-calls.ts";
import * as sessionCalls from "#lib/api/session-calls.ts";
import { commandBodySchema } from "#lib/api/session-operations.ts";
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

test("[API9] every operation has a handler, and every handler an operation", () => {
  const root = "app/api/v1";
  const files = readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => /(^|\/)route\.ts$/.test(file));
  const handled = files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    // Those that the server answers, too, stand elsewhere, each under its operation's name.
    const exported = source.matchAll(/export const (\w+) = (?:route\(\s*operations\.|routeOf\()(\w+)/g);
    return [...exported].map(([, method, id]) => {
      const operation = operations[id as keyof typeof operations];
      expect(operation.method).toBe(method);
      expect(`${operation.path.slice(1).replaceAll("{", "[").replaceAll("}", "]")}/route.ts`).toBe(file);
      return id;
    });
  });
  for (const [id, { operation }] of Object.entries({ ...playerCalls, ...sessionCalls }))
    expect(operation.id).toBe(id);
  expect(handled.sort()).toEqual(Object.keys(operations).sort());
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
