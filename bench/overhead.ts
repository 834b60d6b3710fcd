/**
 * What metrics and logs cost the server: `npm run bench:overhead`. Plays the same game with both, without metrics and
 * without logs, one after the other and the other way round in the next round, each time on a server just started, and
 * compares the CPU seconds of the servers. Metrics are asked for every ten seconds, as ops/prometheus does; logs are
 * those of `LOG_LEVEL=info`, into a pipe that is read.
 *
 *   --players N    (10000)
 *   --questions N  (4)
 *   --rounds N     (5)
 *   --json FILE    keeps every figure
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ensureParts } from "#tests/support/programs/parts.ts";
import { METRICS_HEADERS } from "#tests/support/server.ts";
import { ensureBuild } from "../scripts/build-if-stale.mjs";
import { startFleet } from "./generator/fleet.ts";
import { medianOf } from "./measure/percentiles.ts";
import { cpuSeconds, machineLoad } from "./measure/processes.ts";
import { printTable } from "./report/print.ts";
import { enterInSteps } from "./scenarios/enter.ts";
import { playQuestion } from "./scenarios/play-question.ts";
import type { Act } from "./scenarios/scenario.ts";
import { warmUp } from "./scenarios/warm-up.ts";
import { startOvation } from "./stage/ovation.ts";
import { type Stores, startStores } from "./stage/stores.ts";

/** The settings of each kind of server; their difference is what is measured. */
const KINDS = {
  both: { LOG_LEVEL: "info" },
  "no metrics": { LOG_LEVEL: "info", METRICS_TOKEN: "" },
  "no logs": { LOG_LEVEL: "silent" },
};
type Kind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Kind[];
const TARGETS = { "no metrics": 0.02, "no logs": 0.03 };
const SCRAPED_EVERY_MS = 10_000;
const PLAYERS_PER_GENERATOR = 2_500;

const { values } = parseArgs({
  options: {
    players: { type: "string", default: "10000" },
    questions: { type: "string", default: "4" },
    rounds: { type: "string", default: "5" },
    json: { type: "string" },
  },
});
const [players, questions, rounds] = [values.players, values.questions, values.rounds].map(Number) as [
  number,
  number,
  number,
];

await ensureParts(["postgres", "redis"]);
await ensureBuild({ log: console.log });
const stores = await startStores("postgres");
const fleet = startFleet(Math.min(2, Math.ceil(players / PLAYERS_PER_GENERATOR)), 1);
const seconds: Record<Kind, number[]> = { both: [], "no metrics": [], "no logs": [] };
try {
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 === 0 ? NAMES : NAMES.toReversed()) {
      const used = await cpuOfGame(stores, kind);
      seconds[kind].push(used);
      console.log(
        `round ${round + 1}/${rounds}, ${kind}: ${used.toFixed(2)} s of CPU, load ${machineLoad()}`,
      );
    }
  }
} finally {
  await fleet.stop();
  await stores.stop();
}
report();

/** User and system time of the server from the first join to the last question's reveal. */
async function cpuOfGame(on: Stores, kind: Kind): Promise<number> {
  const subject = await startOvation(on, {
    ...{ nodes: 1, profileInto: null, watched: false, secondsOpen: 300, joins: "socket" as const },
    patches: true,
    env: KINDS[kind],
  });
  const act: Act = {
    ...{ subject, fleet, players, questions, seconds: 2, door: "socket" as const },
    doing: () => {},
    note: (line) => console.log(line),
    series: () => {},
    span: (_, run) => run(),
  };
  const scraping = setInterval(() => {
    if (kind !== "no metrics") void fetch(`${subject.url}/metrics`, { headers: METRICS_HEADERS });
  }, SCRAPED_EVERY_MS);
  try {
    await warmUp(act);
    const rooms = await subject.openRooms(1, players, questions);
    const before = cpuSeconds(subject.pids()).server;
    await enterInSteps(act, rooms);
    for (let i = 0; i < questions; i++) await playQuestion(act, rooms, i);
    return cpuSeconds(subject.pids()).server - before;
  } finally {
    clearInterval(scraping);
    await fleet.leave();
    await subject.stop();
  }
}

function report(): void {
  const rows = [["given up", "saves, median", "of each round", "target"]];
  for (const kind of ["no metrics", "no logs"] as const) {
    const saved = seconds.both.map((both, i) => 1 - (seconds[kind][i] ?? Number.NaN) / both);
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    rows.push([
      kind.replace("no ", ""),
      percent(medianOf(saved)),
      saved.map(percent).join(", "),
      `< ${percent(TARGETS[kind])}`,
    ]);
  }
  printTable(rows);
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ players, questions, rounds, seconds }, null, 2)}\n`);
}
