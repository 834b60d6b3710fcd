/**
 * `npm run bench`: starts the production server on private stores, drives it from generator processes over the public
 * protocol, holds what players were told against the database, and compares it with reference servers in the same run.
 * docs/PERFORMANCE.md says how to read it.
 */
import { writeFileSync } from "node:fs";
import { ensureParts } from "#tests/support/programs/parts.ts";
import { ensureBuild } from "../scripts/build-if-stale.mjs";
import { startFleet } from "./generator/fleet.ts";
import { machine } from "./measure/machine.ts";
import { sharesOf } from "./measure/profile.ts";
import { BenchTrouble, type Options, readOptions } from "./options.ts";
import { measureActionDoor } from "./references/action-door.ts";
import { measureRawInsert } from "./references/raw-insert.ts";
import { type ReferenceServer, startReference } from "./references/start-reference.ts";
import type { Figures, Results } from "./report/figures.ts";
import { printProfile, printRatios, printResults, printVerdicts, troubles } from "./report/print.ts";
import { ratiosOf, summaryOf } from "./report/summary.ts";
import { verdictsOn } from "./report/targets.ts";
import { type Kept, runOnce } from "./run-once.ts";
import { startOvation } from "./stage/ovation.ts";
import { type Stores, startStores } from "./stage/stores.ts";

async function bench(options: Options): Promise<void> {
  if (options.store !== "embedded" || options.references.includes("insert"))
    await ensureParts(["postgres", "redis"]);
  await ensureBuild({ log: console.log });
  const stores = await startStores(options.store);
  const fleet = startFleet(options.generators, 1);
  const results: Results = {};
  const kept: Kept = { spans: [], series: [] };
  const add = (name: string, figures: Figures) => {
    results[name] = [...(results[name] ?? []), figures];
  };
  try {
    // Run by run rather than server by server, so that a change in the machine's load meets all of them.
    for (let run = 1; run <= options.runs; run++) {
      const of = `run ${run}/${options.runs}`;
      if (!options.onlyReferences) {
        const subject = await startOvation(stores, {
          nodes: options.nodes,
          profileInto: options.profile,
          watched: options.scenario === "soak",
          joins: options.join,
          env: { LOG_LEVEL: options.logLevel },
          // A board alone is compared with as large a one.
          patches: !options.whole && options.scenario !== "boards",
          secondsOpen: Math.min(600, options.seconds + 120),
        });
        add("ovation", await runOnce(subject, fleet, options, of, kept));
      }
      for (const name of serversAmong(options)) {
        const subject = await startReference(name);
        add(name, await runOnce(subject, fleet, options, of, { spans: [], series: [] }));
      }
      if (options.references.includes("action")) add("action", await actionDoor(stores, options));
      if (options.references.includes("insert")) add("insert", await rawInsert(stores, options));
    }
  } finally {
    await fleet.stop();
    await stores.stop();
  }
  report(options, results, kept);
}

/** Some references make no sense for some scenarios: one room per answer's broadcast would take all night. */
function serversAmong({ references, scenario, players }: Options): ReferenceServer[] {
  return references.filter((name): name is ReferenceServer => {
    if (name === "action" || name === "insert" || scenario === "soak" || scenario === "floods") return false;
    if (name === "echo") return scenario !== "many-rooms";
    return name !== "socketio" || scenario !== "wave" || players <= PEER_SHAPE_PLAYERS;
  });
}

/** A broadcast to all for every answer: a million frames at this size, and the square of it beyond. */
const PEER_SHAPE_PLAYERS = 1_000;
const DOOR_ANSWERS_MAX = 3_000;
/** Fewer would measure how code and caches warm up. */
const INSERTS_AT_LEAST = 5_000;

async function actionDoor(stores: Stores, options: Options): Promise<Figures> {
  const ovation = await startOvation(stores, {
    nodes: 1,
    profileInto: null,
    watched: false,
    secondsOpen: 300,
    joins: "rest",
    patches: true,
  });
  try {
    return await measureActionDoor(ovation, Math.min(options.players, DOOR_ANSWERS_MAX));
  } finally {
    await ovation.stop();
  }
}

async function rawInsert(stores: Stores, options: Options): Promise<Figures> {
  if (!stores.postgresUrl) throw new BenchTrouble("--reference insert needs --store postgres or cluster.");
  return measureRawInsert(stores.postgresUrl, Math.max(options.players, INSERTS_AT_LEAST));
}

function report(options: Options, results: Results, { spans, series }: Kept): void {
  const ratios = Object.fromEntries(
    Object.entries(results)
      .filter(([name]) => name !== "ovation" && results.ovation)
      .map(([name, runs]) => [name, ratiosOf(results.ovation ?? [], runs)])
      .filter(([, compared]) => Object.keys(compared as object).length > 0),
  );
  printResults(results);
  printRatios(ratios);
  const verdicts = verdictsOn(results, options.players);
  printVerdicts(verdicts);
  const profile = options.profile
    ? sharesOf(
        options.profile,
        spans.filter(({ name }) => name === "answering"),
      )
    : null;
  if (profile) printProfile(profile);
  const wrong = troubles(results);
  for (const line of wrong) console.log(`✗ ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
  if (!options.json) return;
  const summary = Object.fromEntries(Object.entries(results).map(([name, runs]) => [name, summaryOf(runs)]));
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine: machine(), options, summary, ratios, verdicts, runs: results, series, profile }, null, 2)}\n`,
  );
}

// Last, when everything above has its value.
try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BenchTrouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
