/**
 * `npm run lighthouse`: a production server, and Lighthouse on the door, an open question on a phone, and the big screen.
 * Prints the median scores of three runs (`-- --runs 5`); exits 1 where one is below its target. Speed is only told
 * by a machine that does nothing else.
 *
 * Lighthouse brings 200 packages of 185 MB, so it is no dependency: the first run puts it beside the build, in .cache.
 */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { tsImport } from "tsx/esm/api";
import { ensureBuild } from "./build-if-stale.mjs";
import { ONE_QUESTION } from "./one-question.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const PLACE = join(ROOT, ".cache/lighthouse");
/** The last one that runs on Node 20. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const RUNS = Number(/--runs[ =](\d+)/.exec(process.argv.join(" "))?.[1] ?? 3);
/** The big screen hangs on a computer that somebody set up before; how fast it loads is measured, and no target. */
const TARGETS = {
  join: { performance: 95, accessibility: 100, "best-practices": 100 },
  play: { performance: 95, accessibility: 100, "best-practices": 100 },
  presenter: { performance: 0, accessibility: 100, "best-practices": 100 },
};

const { lighthouse, desktopConfig, puppeteer } = await loadLighthouse();
const [{ startServer }, { api: apiOf }, { chromiumBinary }, { playerCookieName }] = await Promise.all(
  [
    "tests/support/server.ts",
    "tests/support/api.ts",
    "tests/support/programs/parts.ts",
    "lib/auth/cookies.ts",
  ].map((path) => tsImport(join(ROOT, path), import.meta.url)),
);
const executablePath = await chromiumBinary();
await ensureBuild({ log: console.log });
const server = await startServer();
try {
  await measureAll(await pages());
} finally {
  await server.stop();
}

async function measureAll(all) {
  for (const [name, page] of Object.entries(all)) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(await page()));
    report(name, runs);
  }
}

/** What to look at; each call makes what it needs, so that no run finds what another left behind. */
async function pages() {
  const api = apiOf(server);
  const session = () => api.startSession(ONE_QUESTION, { readingMs: 0 });
  return {
    join: async () => ({ url: (await session()).joinUrl }),
    play: async () => {
      const { sessionId, pin } = await session();
      const { token } = await api.join(pin, "Ada");
      // Somebody who thinks longer keeps the question open.
      await api.join(pin, "Bo");
      await api.command(sessionId, "start");
      await isOpen(api, pin);
      const cookie = { name: playerCookieName(sessionId), value: token, url: server.url, httpOnly: true };
      return { url: `${server.url}/play?pin=${pin}`, cookie };
    },
    presenter: async () => ({ url: (await session()).presenterUrl, config: desktopConfig }),
  };
}

/** After the 3-2-1. */
async function isOpen(api, pin) {
  for (;;) {
    const { phase, serverNowMs } = await api.view(pin);
    if (serverNowMs >= phase.opensAtMs) return;
    await sleep(phase.opensAtMs - serverNowMs);
  }
}

async function measure({ url, cookie, config }) {
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    if (cookie) await browser.setCookie({ ...cookie, domain: "127.0.0.1", path: "/" });
    const onlyCategories = ["performance", "accessibility", "best-practices"];
    // The reset would take the player's cookie; the browser is new and has nothing else.
    const flags = { onlyCategories, disableStorageReset: true, logLevel: "error" };
    const { lhr } = await lighthouse(onThisHost(url), flags, config, page);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await browser.close();
  }
}

/** Links for phones carry this machine's network address, where the cookie would not count. */
function onThisHost(url) {
  const address = new URL(url);
  address.host = new URL(server.url).host;
  return address.href;
}

function report(name, runs) {
  for (const [category, target] of Object.entries(TARGETS[name])) {
    const scores = runs.map((lhr) => Math.round(lhr.categories[category].score * 100)).sort((a, b) => a - b);
    const score = scores[Math.floor(scores.length / 2)];
    const ok = score >= target;
    if (!ok) process.exitCode = 1;
    console.log(
      `${ok ? "✓" : "✗"} ${name.padEnd(10)} ${category.padEnd(15)} ${score}  (${scores.join(" ")})`,
    );
  }
  console.log(`  ${figures(runs.at(-1))}`);
  for (const line of new Set(runs.flatMap(failures))) console.log(`  ${line}`);
}

function figures({ audits }) {
  const shown = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ];
  return shown.map((id) => `${id} ${audits[id].displayValue}`).join(", ");
}

/** What cost points, outside of speed, whose audits only advise. */
function failures({ categories, audits }) {
  return ["accessibility", "best-practices"].flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => {
        const items = audits[id].details?.items ?? [];
        return `${id}: ${audits[id].title} ${JSON.stringify(items.slice(0, 3)).slice(0, 600)}`;
      }),
  );
}

async function loadLighthouse() {
  if (!existsSync(join(PLACE, "node_modules/lighthouse"))) {
    console.log(`Fetching ${LIGHTHOUSE} into .cache…`);
    mkdirSync(PLACE, { recursive: true });
    await run("npm", [
      "install",
      "--prefix",
      PLACE,
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      LIGHTHOUSE,
    ]);
  }
  const require = createRequire(join(PLACE, "package.json"));
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const [{ default: lighthouse, desktopConfig }, { default: puppeteer }] = await Promise.all([
    load("lighthouse"),
    load("puppeteer-core"),
  ]);
  return { lighthouse, desktopConfig, puppeteer };
}

function run(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`${command} failed`))));
  });
}
