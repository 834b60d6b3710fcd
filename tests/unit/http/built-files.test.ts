import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withBuiltFiles } from "#lib/http/built-files.ts";
import { compressBuild } from "../../../scripts/compress-build.mjs";

const SCRIPT = "console.log('Bravo!');".repeat(50);
const TYPEFACE = Buffer.from("wOF2 is packed in itself");
const folder = mkdtempSync(join(tmpdir(), "ovation-built-"));
let server: Server;
let origin = "";

beforeAll(async () => {
  writeFileSync(join(folder, "a.js"), SCRIPT);
  writeFileSync(join(folder, "face.woff2"), TYPEFACE);
  await compressBuild(folder);
  const handle = withBuiltFiles(folder, (_, res) => void res.end("next"));
  server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, encoding: string, method = "GET") =>
  fetch(`${origin}${path}`, { method, headers: { "accept-encoding": encoding } });

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
])("[PL7] a browser that takes %s gets %s, for a year", async (accepted, encoding) => {
  const reply = await get("/_next/static/a.js?dpl=1", accepted);
  expect(reply.headers.get("content-encoding")).toBe(encoding);
  expect(reply.headers.get("cache-control")).toContain("immutable");
  expect(reply.headers.get("vary")).toBe("Accept-Encoding");
  expect(reply.headers.get("content-type")).toContain("javascript");
  expect(Number(reply.headers.get("content-length"))).toBeLessThan(100);
  expect(await reply.text()).toBe(SCRIPT);
});

test.each(["br", "identity"])("[PL7] a typeface comes as it is, whatever is taken (%s)", async (accepted) => {
  const reply = await get("/_next/static/face.woff2", accepted);
  expect(reply.headers.get("content-encoding")).toBeNull();
  expect(reply.headers.get("content-type")).toBe("font/woff2");
  expect(reply.headers.get("cache-control")).toContain("immutable");
  expect(Buffer.from(await reply.arrayBuffer())).toEqual(TYPEFACE);
});

test.each([
  ["what was not built", "/_next/static/b.js", "br", "GET"],
  ["a way out of the folder", "/_next/static/..%2fa.js", "br", "GET"],
  ["a page", "/join", "br", "GET"],
  ["a browser that takes nothing packed", "/_next/static/a.js", "identity", "GET"],
  ["the packed file itself", "/_next/static/a.js.br", "br", "GET"],
  ["another method", "/_next/static/a.js", "br", "POST"],
])("[PL7] %s is left to Next", async (_, path, encoding, method) => {
  expect(await (await get(path, encoding, method)).text()).toBe("next");
});
