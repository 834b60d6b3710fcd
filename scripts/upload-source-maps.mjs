/**
 * Gives Sentry what it needs to read the stacks of built scripts: the source maps of a build, as an artifact bundle in
 * which each script and its map have the same debug id (docs/decisions/007). The build calls it when SENTRY_AUTH_TOKEN is
 * set. Afterwards no map is left where browsers could ask for it.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { zipSync } from "fflate";

const SENTRY = "https://sentry.io";
const REQUEST_MS = 60_000;
/** Sentry puts the chunks together by itself, and is asked so often whether it has. */
const POLLS = 30;
const POLL_MS = 1_000;
/** As bundles of sources begin, ahead of their zip: the name of the format, and its version. */
const HEAD = Buffer.from([...Buffer.from("SYSB"), 2, 0, 0, 0]);

/** What of the environment says where to; null if nothing is to be uploaded. Throws a sentence where something is missing. */
export function uploadTarget(env) {
  const { SENTRY_AUTH_TOKEN: token, SENTRY_ORG: org, SENTRY_PROJECT: project } = env;
  if (!token) return null;
  const missing = Object.entries({ SENTRY_ORG: org, SENTRY_PROJECT: project }).flatMap(([name, value]) =>
    value ? [] : [name],
  );
  if (missing.length > 0)
    throw new Error(
      `SENTRY_AUTH_TOKEN is set, so source maps are to be uploaded: ${missing.join(" and ")} must be set, too.`,
    );
  const url = (env.SENTRY_URL || SENTRY).replace(/\/+$/, "");
  const release = env.SENTRY_RELEASE || `ovation@${JSON.parse(readFileSync("package.json", "utf8")).version}`;
  return { token, org, project, url, release, pollMs: POLL_MS };
}

/** Returns how many scripts were uploaded. `folder` is that of the build, `.next`. */
export async function uploadSourceMaps(folder, target) {
  const files = mappedScripts(folder);
  if (files.length === 0)
    throw new Error(`There are no scripts with source maps and debug ids in ${folder}.`);
  const bundle = Buffer.concat([HEAD, zipSync(bundleOf(files, target), { level: 6 })]);
  await send(bundle, target);
  return files.length;
}

/** Takes away all maps of scripts that browsers load, and the lines that lead to them. */
export function removeMaps(folder) {
  for (const path of filesIn(join(folder, "static")))
    if (path.endsWith(".map")) rmSync(join(folder, "static", path));
}

function mappedScripts(folder) {
  return ["static", "server"].flatMap((part) =>
    filesIn(join(folder, part)).flatMap((path) => {
      const file = join(folder, part, path);
      if (!path.endsWith(".js") || !existsSync(`${file}.map`)) return [];
      const script = readFileSync(file);
      const debugId = /\/\/# debugId=([\da-f-]{36})/i.exec(script.toString("latin1"))?.[1];
      const address = part === "static" ? `_next/static/${path}` : `.next/server/${path}`;
      return debugId ? [{ address, debugId, script, map: readFileSync(`${file}.map`) }] : [];
    }),
  );
}

function filesIn(folder) {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
}

function bundleOf(files, { org, project, release }) {
  const entries = files.flatMap(({ address, debugId, script, map }) => [
    { path: `files/_/_/${address}`, content: script, type: "minified_source", address, debugId },
    {
      path: `files/_/_/${address}.map`,
      content: map,
      type: "source_map",
      address: `${address}.map`,
      debugId,
    },
  ]);
  const listed = entries.map(({ path, type, address, debugId }) => {
    const leadsTo = type === "minified_source" ? { sourcemap: `${address.split("/").at(-1)}.map` } : {};
    return [path, { type, url: `~/${address}`, headers: { "debug-id": debugId, ...leadsTo } }];
  });
  const manifest = { files: Object.fromEntries(listed), debug_id: randomUUID(), org, project, release };
  return Object.fromEntries([
    ["manifest.json", Buffer.from(JSON.stringify(manifest))],
    ...entries.map(({ path, content }) => [path, content]),
  ]);
}

/** By the protocol of sentry-cli: say what there is in chunks, send those that are missing, and ask until all is taken. */
async function send(bundle, target) {
  const { org, project, url, release, pollMs } = target;
  const api = `${url}/api/0/organizations/${encodeURIComponent(org)}`;
  const options = await call("GET", `${api}/chunk-upload/`, target);
  const chunks = chunksOf(bundle, options.chunkSize);
  const wanted = {
    checksum: sha1(bundle),
    chunks: [...chunks.keys()],
    projects: [project],
    version: release,
  };
  const assemble = () =>
    call("POST", `${api}/artifactbundle/assemble/`, target, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wanted),
    });
  let { state, missingChunks, detail } = await assemble();
  for (let poll = 0; state !== "ok" && state !== "created"; poll++) {
    if (state === "error" || poll === POLLS)
      throw new Error(`Sentry could not put the source maps together: ${detail ?? state}.`);
    if (missingChunks.length > 0)
      await sendChunks(missingChunks, chunks, new URL(options.url, url), options, target);
    else await sleep(pollMs);
    ({ state, missingChunks, detail } = await assemble());
  }
}

function chunksOf(bundle, size) {
  const chunks = new Map();
  for (let at = 0; at < bundle.length; at += size) {
    const chunk = bundle.subarray(at, at + size);
    chunks.set(sha1(chunk), chunk);
  }
  return chunks;
}

async function sendChunks(names, chunks, url, { chunksPerRequest = 1 }, target) {
  for (let at = 0; at < names.length; at += chunksPerRequest) {
    const form = new FormData();
    for (const name of names.slice(at, at + chunksPerRequest))
      form.append("file", new Blob([chunks.get(name)]), name);
    await call("POST", url, target, { body: form });
  }
}

async function call(method, url, { token }, init = {}) {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  const reply = await fetch(url, { ...init, method, headers, signal: AbortSignal.timeout(REQUEST_MS) });
  const text = await reply.text();
  if (!reply.ok)
    throw new Error(
      `${method} ${new URL(url).pathname} was refused with ${reply.status}: ${text.slice(0, 200)}`,
    );
  return text === "" ? {} : JSON.parse(text);
}

function sha1(content) {
  return createHash("sha1").update(content).digest("hex");
}
