import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { removeMaps, uploadSourceMaps, uploadTarget } from "../../../scripts/upload-source-maps.mjs";

const ID = "f206e0e7-3d0c-41cb-bccc-11b716728e27";
const ENV = {
  SENTRY_AUTH_TOKEN: "a-token",
  SENTRY_ORG: "school",
  SENTRY_PROJECT: "quiz",
  SENTRY_RELEASE: "ovation@1",
};
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A build of two scripts, one of which has a map. */
function built(): string {
  const folder = temporaryFolder("build");
  cleanUps.push(() => removeFolder(folder));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, "static/chunks", name), text);
  write("a.js", `console.log(1);\n//# debugId=${ID}\n//# sourceMappingURL=a.js.map`);
  write("a.js.map", JSON.stringify({ version: 3, debugId: ID, sources: ["a.ts"], mappings: "AAAA" }));
  write("b.js", "console.log(2);");
  return folder;
}

/** As much of Sentry as takes artifact bundles; it gives itself time to put them together. */
async function startSentry({ refuses = false } = {}) {
  const chunks = new Map<string, Buffer>();
  const bundles: { bundle: Buffer; asked: Record<string, unknown> }[] = [];
  let assembling = 0;
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const reply = (status: number, value: unknown) => res.writeHead(status).end(JSON.stringify(value));
    if (refuses || req.headers.authorization !== "Bearer a-token")
      return reply(403, { detail: "no such token" });
    if (req.method === "GET" && req.url === "/api/0/organizations/school/chunk-upload/")
      return reply(200, { url: "/chunks/", chunkSize: 100, chunksPerRequest: 3, hashAlgorithm: "sha1" });
    if (req.url === "/chunks/") {
      const form = await new Response(new Uint8Array(body), {
        headers: { "content-type": req.headers["content-type"] ?? "" },
      }).formData();
      const files = form.getAll("file") as File[];
      expect(files.length).toBeLessThanOrEqual(3);
      for (const file of files) {
        const content = Buffer.from(await file.arrayBuffer());
        expect(createHash("sha1").update(content).digest("hex")).toBe(file.name);
        chunks.set(file.name, content);
      }
      return reply(200, {});
    }
    const asked = JSON.parse(body.toString()) as { checksum: string; chunks: string[] };
    const missingChunks = asked.chunks.filter((name) => !chunks.has(name));
    if (missingChunks.length > 0) return reply(200, { state: "not_found", missingChunks });
    if (assembling++ < 2) return reply(200, { state: "assembling", missingChunks: [] });
    const bundle = Buffer.concat(asked.chunks.map((name) => chunks.get(name) as Buffer));
    expect(createHash("sha1").update(bundle).digest("hex")).toBe(asked.checksum);
    bundles.push({ bundle, asked });
    return reply(200, { state: "ok", missingChunks: [] });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUps.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bundles };
}

test("[OPS13] a build's scripts and their maps reach Sentry under one debug id each", async () => {
  const sentry = await startSentry();
  const target = uploadTarget({ ...ENV, SENTRY_URL: `${sentry.url}/` });
  expect(await uploadSourceMaps(built(), { ...target, pollMs: 1 })).toBe(1);
  const [{ bundle, asked } = { bundle: Buffer.alloc(0), asked: {} }] = sentry.bundles;
  expect(asked).toMatchObject({ projects: ["quiz"], version: "ovation@1" });
  expect(bundle.subarray(0, 4).toString()).toBe("SYSB");
  const files = unzipSync(bundle.subarray(8));
  const manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString());
  expect(manifest).toMatchObject({ org: "school", project: "quiz", release: "ovation@1" });
  const script = "files/_/_/_next/static/chunks/a.js";
  expect(manifest.files).toEqual({
    [script]: {
      ...{ type: "minified_source", url: "~/_next/static/chunks/a.js" },
      headers: { "debug-id": ID, sourcemap: "a.js.map" },
    },
    [`${script}.map`]: {
      ...{ type: "source_map", url: "~/_next/static/chunks/a.js.map" },
      headers: { "debug-id": ID },
    },
  });
  for (const path of Object.keys(manifest.files)) expect(files[path]?.length).toBeGreaterThan(0);
});

test("[OPS13] no map is left for browsers", () => {
  const folder = built();
  removeMaps(folder);
  expect(existsSync(join(folder, "static/chunks/a.js.map"))).toBe(false);
  expect(existsSync(join(folder, "static/chunks/a.js"))).toBe(true);
});

test("[OPS13] a refusal is told; without a token nothing is uploaded, and one alone is not enough", async () => {
  const sentry = await startSentry({ refuses: true });
  const target = uploadTarget({ ...ENV, SENTRY_URL: sentry.url });
  await expect(uploadSourceMaps(built(), target)).rejects.toThrow("refused with 403");
  expect(uploadTarget({ ...ENV, SENTRY_AUTH_TOKEN: "" })).toBeNull();
  expect(() => uploadTarget({ SENTRY_AUTH_TOKEN: "a-token", SENTRY_ORG: "school" })).toThrow(
    "SENTRY_PROJECT must be set",
  );
});
