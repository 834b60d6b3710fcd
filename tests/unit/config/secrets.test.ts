import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { authSecret } from "#lib/config/secrets.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "ovation-secret-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test("[SEC9] the secret is made once, kept, and readable by nobody else", () => {
  const inner = join(dataDir, "data");
  const first = authSecret({ authSecret: null, dataDir: inner });
  expect(first.length).toBeGreaterThanOrEqual(43);
  expect(authSecret({ authSecret: null, dataDir: inner })).toBe(first);
  expect(statSync(join(inner, "secret")).mode & 0o777).toBe(0o600);
});

test("[SEC9] AUTH_SECRET goes before the kept one", () => {
  expect(authSecret({ authSecret: "x".repeat(32), dataDir })).toBe("x".repeat(32));
});

test("[SEC9] a damaged file is refused, not used", () => {
  writeFileSync(join(dataDir, "secret"), "short");
  expect(() => authSecret({ authSecret: null, dataDir })).toThrow("holds no secret");
});
