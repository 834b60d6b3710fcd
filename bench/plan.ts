/**
 * `npm run bench:plan`: what it takes to carry a hundred thousand players in one session, and a million over many, worked
 * out from measured unit costs and checked by a simulation of the queues. docs/PERFORMANCE.md has the sums.
 *
 *   --costs file           unit costs other than bench/plan/costs.json
 *   --from file --from …   unit costs from the JSON of bench runs (plan/costs-from-runs.ts says which); with --write they
 *                          become bench/plan/costs.json
 *   --seeds 3              how many simulations
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { demandOf, smallestPlan } from "./plan/arithmetic.ts";
import { type Costs, readCosts } from "./plan/costs.ts";
import { type BenchJson, costsFromRuns } from "./plan/costs-from-runs.ts";
import { LOADS } from "./plan/load.ts";
import { printPlan } from "./plan/print-plan.ts";
import { simulate } from "./plan/simulate.ts";

const { values } = parseArgs({
  options: {
    from: { type: "string", multiple: true },
    write: { type: "boolean" },
    costs: { type: "string", default: join(import.meta.dirname, "plan/costs.json") },
    seeds: { type: "string", default: "3" },
  },
});
const SOURCE =
  "Medians of bench runs by plan/costs-from-runs.ts. Not from these, and set high: noticeMs (0.0001 to 0.0004 measured for reading one, in groups of 500 to 10, without the socket), rssBaseMb, rssPlayerKb, commitMs, answerBytes, and Redis' part of a reveal.";
const costs = values.from ? measured(values.from) : readCosts(values.costs);
/** Everything in one cell, or in several that share nothing. */
const CELLS = [1, 2, 5, 10, 20, 50];

for (const load of LOADS) {
  const plans = CELLS.filter((cells) => cells <= load.sessions).flatMap((cells) => {
    const plan = smallestPlan(costs, load, cells);
    return plan ? [plan] : [];
  });
  console.log(`\n${load.name}`);
  if (plans.length === 0) console.log("  No number of nodes keeps the budget.");
  const cheapest = plans.toSorted((a, b) => a.cells * a.nodes - b.cells * b.nodes)[0];
  for (const plan of plans) {
    if (plan.cells > 1 && plan !== cheapest) continue;
    const outcomes = Array.from({ length: Number(values.seeds) }, (_, i) =>
      simulate(costs, load, plan, i + 1),
    );
    printPlan(plan, demandOf(costs, load, plan), outcomes);
  }
}

function measured(files: readonly string[]): Costs {
  const runs = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as BenchJson & { machine: object });
  const found = costsFromRuns(runs, readCosts(values.costs));
  if (values.write) {
    const kept = { source: SOURCE, machine: runs[0]?.machine, costs: found };
    writeFileSync(values.costs, `${JSON.stringify(kept, rounded, 2)}\n`);
  }
  return found;
}

/** More digits would claim more than was measured. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(3)) : value;
}
