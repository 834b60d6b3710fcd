/** packages/client as it is published: what is in it, that it compiles for others, and that it says what the server says. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { ApiError, createClient, granted } from "#client/client.ts";
import {
  getLeaderboard,
  getMedia,
  getView,
  listWebhooks,
  startSession,
  storeMedia,
} from "#client/operations.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { clientSources } from "../../scripts/client-types.ts";

const execute = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const PACKAGE = join(ROOT, "packages/client");

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

test("[PKG2] its types are those of the server's schemas today (npm run client)", () => {
  for (const [name, text] of Object.entries(clientSources()))
    expect(readFileSync(join(PACKAGE, "src", name), "utf8") === text, `packages/client/src/${name}`).toBe(
      true,
    );
});

test("[PKG3] is packed with what it needs and nothing else, and compiles in a strict project of others", async () => {
  const folder = temporaryFolder("client");
  cleanUps.push(() => removeFolder(folder));
  const tsc = (...args: string[]) =>
    execute(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...args], {
      cwd: folder,
    }).catch(({ stdout }: { stdout: string }) => {
      throw new Error(stdout);
    });
  const own = join(folder, "node_modules/ovation-client");
  mkdirSync(own, { recursive: true });
  for (const name of ["package.json", "README.md", "tsconfig.json", "src"])
    cpSync(join(PACKAGE, name), join(own, name), { recursive: true });
  await tsc("-p", own);
  const { stdout } = await execute("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: own });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const modules = ["client", "messages", "operation", "operations", "socket"];
  expect(files.map(({ path }) => path).sort()).toEqual(
    [
      "README.md",
      "package.json",
      ...modules.flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]),
    ].sort(),
  );

  const examples = [...readFileSync(join(PACKAGE, "README.md"), "utf8").matchAll(/```ts\n(.*?)```/gs)];
  expect(examples).toHaveLength(2);
  const [calls = "", socket = ""] = examples.map(([, code]) => code);
  writeFileSync(
    join(folder, "calls.ts"),
    `declare const process: { env: Record<string, string | undefined> };\n${calls.replace("process.env.OVATION_API_KEY", 'process.env.KEY ?? ""')}`,
  );
  writeFileSync(
    join(folder, "socket.ts"),
    `declare const pin: string, token: string;\n${socket}
// What is not there is not taken, and a reply is what the server says.
import { createClient } from "ovation-client";
import { getView } from "ovation-client/operations";
const client = createClient({ url: "" });
// @ts-expect-error no such field
await client.call(getView, { params: { pin, more: 1 } });
// @ts-expect-error a PIN is needed
await client.call(getView);
const outcome = await client.call(getView, { params: { pin } });
// @ts-expect-error it may have been refused
outcome.value;
if (outcome.ok) outcome.value.door satisfies "action" | "socket";
`,
  );
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        ...{ strict: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom", "dom.iterable"] },
        ...{ noEmit: true, types: [], exactOptionalPropertyTypes: true, skipLibCheck: false },
      },
      files: ["calls.ts", "socket.ts"],
    }),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await tsc("-p", folder);
  const run = `import("ovation-client").then(({ createClient }) => process.stdout.write(typeof createClient({ url: "" }).call))`;
  const ran = await execute(process.execPath, ["-e", run], { cwd: folder });
  expect(ran.stdout).toBe("function");
});

describe("a call", () => {
  interface Asked {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingHttpHeaders;
    body: string;
  }

  async function serving(status: number, body: string, headers: Record<string, string> = {}) {
    const asked: Asked[] = [];
    const server = createServer(async (req, res) => {
      let text = "";
      for await (const chunk of req) text += chunk;
      asked.push({ method: req.method, url: req.url, headers: req.headers, body: text });
      res.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    cleanUps.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { asked, client: createClient({ url, token: "a-key" }) };
  }

  test("[PKG4] says who asks, and what is asked, as the server reads it", async () => {
    const { asked, client } = await serving(200, "{}");
    await client.call(startSession, { body: { quizId: "q" }, idempotencyKey: "k" });
    await client.call(getLeaderboard, { params: { pin: "12 34/56" }, query: { limit: 5 }, token: null });
    await client.call(storeMedia, { body: new Uint8Array([1, 2]), token: "another" });
    await client.call(listWebhooks);
    expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/api/v1/sessions", '{"quizId":"q"}'],
      ["GET", "/api/v1/pins/12%2034%2F56/leaderboard?limit=5", ""],
      ["POST", "/api/v1/media", "\u0001\u0002"],
      ["GET", "/api/v1/webhooks", ""],
    ]);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([
      ...["Bearer a-key", undefined, "Bearer another", "Bearer a-key"],
    ]);
    expect(asked[0]?.headers).toMatchObject({ "content-type": "application/json", "idempotency-key": "k" });
    expect(asked[2]?.headers["content-type"]).toBeUndefined();
  });

  test("[PKG4] gives a refusal as a value, and throws it where that is asked for", async () => {
    const problem = { code: "too_many_requests", detail: "Too many.", status: 429, title: "Too many" };
    const { client } = await serving(429, JSON.stringify(problem), { "retry-after": "7" });
    const outcome = client.call(getView, { params: { pin: "123456" } });
    expect(await outcome).toMatchObject({
      ok: false,
      status: 429,
      problem: { ...problem, retryAfterMs: 7_000 },
    });
    await expect(granted(outcome)).rejects.toThrow(ApiError);
    await expect(granted(outcome)).rejects.toMatchObject({
      status: 429,
      problem: { code: "too_many_requests" },
    });
  });

  test("[PKG4] knows a reply that is none of ours, gives files as they are, and rejects when nothing comes", async () => {
    const proxy = await serving(502, "<h1>Bad Gateway</h1>");
    expect(await proxy.client.call(listWebhooks)).toMatchObject({ ok: false, problem: { code: "http_502" } });
    const file = await serving(200, "bytes");
    const outcome = await file.client.call(getMedia, { params: { id: "m" } });
    expect(outcome.ok && (await outcome.value.text())).toBe("bytes");
    const unreachable = createClient({ url: "http://127.0.0.1:9" });
    await expect(unreachable.call(listWebhooks)).rejects.toThrow();
  });
});
