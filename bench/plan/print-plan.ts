import type { Demand, Plan } from "./arithmetic.ts";
import { BUDGET } from "./load.ts";
import type { Outcome } from "./simulate.ts";

/** A plan, its sums, and what the simulation made of it; ranges are over its seeds. */
export function printPlan(plan: Plan, demand: Demand, outcomes: readonly Outcome[]): void {
  const { cells, nodes, postgresCores, redisMasters } = plan;
  const range = (of: (outcome: Outcome) => number, show: (value: number) => string) => {
    const values = outcomes.map(of);
    const [least, most] = [show(Math.min(...values)), show(Math.max(...values))];
    return least === most ? least : `${least} – ${most}`;
  };
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  const kept = outcomes.every((outcome) => outcome.ackP99Ms <= BUDGET.ackP99Ms);
  const rows: [string, string, string][] = [
    ["", "arithmetic", "simulation"],
    ["answers a second at the busiest", demand.answersPerSecond.toFixed(0), ""],
    ["busiest node, of its core", percent(demand.nodeShare), range((each) => each.nodeShare, percent)],
    ["Postgres, of its cores", percent(demand.postgresShare), range((each) => each.postgresShare, percent)],
    ["busiest Redis master", percent(demand.redisShare), range((each) => each.redisShare, percent)],
    ["ack p50", "", range((each) => each.ackP50Ms, ms)],
    ["ack p99", `≤ ${ms(BUDGET.ackP99Ms)}`, range((each) => each.ackP99Ms, ms) + (kept ? "" : "  ✗")],
    ["after the last answer until the last ack", "", range((each) => each.drainMs, ms)],
    ["from board to board", `≥ ${ms(demand.boardEveryMs)}`, range((each) => each.boardEveryMs, ms)],
    ["RSS of a node", `${demand.nodeRssMb.toFixed(0)} MB`, ""],
    ["joins a second", demand.joinsPerSecond.toFixed(0), ""],
    ["joins: node, Postgres", `${percent(demand.joinNodeShare)}, ${percent(demand.joinPostgresShare)}`, ""],
    ["a reveal: each node, Redis", `${ms(demand.revealNodeMs)}, ${ms(demand.revealRedisMs)}`, ""],
  ];
  const each = cells > 1 ? ` in each of ${cells} cells (${cells * nodes} nodes)` : "";
  console.log(
    `\n  ${nodes} nodes, Postgres on ${postgresCores} cores, ${redisMasters} Redis master${redisMasters > 1 ? "s" : ""}${each}`,
  );
  for (const [name, sum, simulated] of rows)
    console.log(`    ${name.padEnd(42)}${sum.padStart(14)}${simulated.padStart(20)}`);
}
