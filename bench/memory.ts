/**
 * What the embedded server takes of a small machine: `npm run bench:memory`. Starts it on an empty folder as README says,
 * in a control group of one gigabyte where this user may make one, plays a whole quiz with a room of bots, stops it,
 * starts it again and plays another. Fails above 400 MB idle or 600 MB in play.
 *
 *   --players N      bots in the room (300)
 *   --questions N    of the quiz (10)
 *   --limit MB       what the machine has (1024)
 *   --build          removes .next first, so that the start builds the pages as well
 *   --data-dir DIR   an old data folder, of which a copy is used
 */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { api } from "#tests/support/api.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { type Child, startChild } from "#tests/support/programs/child.ts";
import { freePort } from "#tests/support/programs/ports.ts";
import { eventually, growsTo } from "#tests/support/waiting.ts";
import { runBots } from "./bots/run-bots.ts";
import { type Footprint, footprint, watchFootprint } from "./memory/footprint.ts";
import { smallMachine } from "./memory/small-machine.ts";
import { printTable } from "./report/print.ts";
import { benchQuiz } from "./stage/bench-quiz.ts";

const MB = 2 ** 20;
const IDLE_MAX = 400 * MB;
const PLAYING_MAX = 600 * MB;
/** Until what the start needed has been collected and given back. */
const SETTLE_MS = 20_000;
const OWNER_API_KEY = "ovation_bench_owner_key_0123456789abcdef";
const ROOT = join(import.meta.dirname, "..");

const string = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    ...{ players: string, questions: string, limit: string, "data-dir": string },
    build: { type: "boolean" },
  },
});
const whole = (name: "players" | "questions" | "limit", usual: number): number => {
  const value = Number(values[name] ?? usual);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name} takes a whole number above 0.`);
  process.exit(1);
};
const [players, questions, limit] = [whole("players", 300), whole("questions", 10), whole("limit", 1024)];

const machine = smallMachine(limit * MB);
if (!machine) console.error("No control group can be made here: the memory is measured, not limited.");
const dataDir = temporaryFolder("memory");
if (values["data-dir"]) cpSync(values["data-dir"], dataDir, { recursive: true });
if (values.build) rmSync(join(ROOT, ".next"), { recursive: true, force: true });

const rows: string[][] = [["", "RSS MB", "PSS MB", "of that anonymous MB"]];
let over = 0;
function tell(name: string, { rss, pss, anonymous }: Footprint, most?: number): void {
  rows.push([name, ...[rss, pss, anonymous].map((bytes) => String(Math.round(bytes / MB)))]);
  if (most !== undefined && rss > most) over += 1;
}

try {
  for (const start of ["first start", "second start"]) {
    const startedAtMs = performance.now();
    const { child, url, peak } = await startServer();
    try {
      tell(`${start}, until ready (${((performance.now() - startedAtMs) / 1_000).toFixed(1)} s), most`, peak);
      await sleep(SETTLE_MS);
      tell(`${start}, idle`, footprint(child.pid), IDLE_MAX);
      tell(`${start}, a quiz of ${players} players, most`, await playing(child, url), PLAYING_MAX);
      await sleep(SETTLE_MS);
      tell(`${start}, idle after the quiz`, footprint(child.pid));
    } finally {
      await child.stop();
    }
  }
  printTable(rows);
  if (machine) {
    const { most, killed } = machine;
    console.log(
      `The machine of ${limit} MB: ${Math.round(most() / MB)} MB taken at most, its file cache included; ` +
        `${killed()} processes killed for want of memory.`,
    );
    if (killed() > 0) process.exitCode = 1;
  }
  if (over > 0) {
    console.error(`RSS is above ${IDLE_MAX / MB} MB idle or ${PLAYING_MAX / MB} MB in play.`);
    process.exitCode = 1;
  }
} finally {
  machine?.remove();
  await removeFolder(dataDir);
}

async function startServer(): Promise<{ child: Child; url: string; peak: Footprint }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = [process.execPath, join(ROOT, "scripts/start.mjs")];
  // The shell puts itself in, and then becomes the server: every page is counted.
  const inside = machine ? [`echo $$ > "$0"; exec "$@"`, machine.procs] : [`exec "$@"`, "sh"];
  const child = startChild("/bin/sh", ["-c", ...inside, ...command], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), HOST: "127.0.0.1" },
      ...{ DATA_DIR: dataDir, LOG_LEVEL: "warn", OWNER_EMAIL: "owner@example.com", OWNER_API_KEY },
      OWNER_PASSWORD: "a long enough password",
    },
  });
  const watched = watchFootprint(child.pid);
  await eventually(
    async () => {
      if (!child.running) return;
      const { status } = await fetch(`${url}/readyz`);
      if (status !== 200) throw new Error(`/readyz says ${status}`);
    },
    { everyMs: 100, withinMs: 900_000 },
  );
  const peak = watched.stop();
  if (!child.running) throw new Error(`The server did not start.\n${child.logs()}`);
  return { child, url, peak };
}

/** A whole quiz to its podium, with a host who steps on as soon as a question is closed; the most that was taken. */
async function playing(child: Child, url: string): Promise<Footprint> {
  const calls = api({ url, ownerApiKey: OWNER_API_KEY });
  const { sessionId, pin } = await calls.startSession(benchQuiz(questions, 20), { readingMs: 0 });
  const watched = watchFootprint(child.pid);
  let connected = 0;
  const game = runBots({
    ...{ url, pin, count: players },
    onProgress: (progress) => {
      connected = progress.connected;
    },
  });
  await growsTo(players, () => connected);
  await calls.command(sessionId, "start");
  for (;;) {
    const { phase } = (await calls.view(pin)) as { phase: { name: string } };
    if (phase.name === "podium") break;
    if (phase.name === "question") await sleep(100);
    else await calls.command(sessionId, "next");
  }
  const report = await game;
  console.log(`${report.joined} players joined, ${report.answered} answers saved`);
  return watched.stop();
}
