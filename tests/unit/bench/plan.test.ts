import { join } from "node:path";
import { expect, test } from "vitest";
import { PACE_MS } from "#lib/scoring/intake.ts";
import { createAgenda } from "../../../bench/plan/agenda.ts";
import { demandOf, smallestPlan } from "../../../bench/plan/arithmetic.ts";
import { readCosts } from "../../../bench/plan/costs.ts";
import type { Load } from "../../../bench/plan/load.ts";
import { simulate } from "../../../bench/plan/simulate.ts";
import { createStation } from "../../../bench/plan/station.ts";

const costs = readCosts(join(import.meta.dirname, "../../../bench/plan/costs.json"));
const HALL: Load = {
  name: "one session",
  sessions: 1,
  playersEach: 20_000,
  burstMs: 2_000,
  questionEveryMs: 30_000,
  joinWithinMs: 60_000,
};

test("things happen at their instants, and in the order of planning at the same one", () => {
  const agenda = createAgenda();
  const seen: string[] = [];
  const note = (name: string) => () => seen.push(`${agenda.now()} ${name}`);
  for (const [atMs, name] of [
    [5, "b"],
    [1, "a"],
    [5, "c"],
    [3, "x"],
  ] as const)
    agenda.at(atMs, note(name));
  agenda.at(3, () => agenda.at(4, note("y")));
  agenda.run();
  expect(seen).toEqual(["1 a", "3 x", "4 y", "5 b", "5 c"]);
});

test("a station works in order, on as many cores as it has", () => {
  const finishedAt = (cores: number) => {
    const agenda = createAgenda();
    const station = createStation(agenda, 100, cores);
    const at: number[] = [];
    for (let i = 0; i < 4; i++) station.work(10, () => at.push(agenda.now()));
    agenda.run();
    return { at, share: station.busiestShare() };
  };
  expect(finishedAt(1)).toEqual({ at: [10, 20, 30, 40], share: 0.4 });
  expect(finishedAt(2)).toEqual({ at: [10, 10, 20, 20], share: 0.2 });
});

test("the simulation comes to the sums on paper, and the same seed to the same outcome", () => {
  const plan = smallestPlan(costs, HALL, 1)!;
  const demand = demandOf(costs, HALL, plan);
  const outcome = simulate(costs, HALL, plan, 1);
  expect(outcome.answers).toBe(HALL.playersEach);
  for (const share of ["nodeShare", "postgresShare", "redisShare"] as const)
    expect(Math.abs(outcome[share] / demand[share] - 1), share).toBeLessThan(0.15);
  expect(simulate(costs, HALL, plan, 1)).toEqual(outcome);
});

test("too few nodes, or too small a database, show as acknowledgments that come late", () => {
  const plan = smallestPlan(costs, HALL, 1)!;
  const { ackP99Ms } = simulate(costs, HALL, plan, 1);
  // Even on enough nodes an answer waits for its group, one every PACE_MS; what comes on top is the queue.
  const onOneMs = simulate(costs, HALL, { ...plan, nodes: 1 }, 1).ackP99Ms;
  expect(onOneMs - PACE_MS).toBeGreaterThan(2 * (ackP99Ms - PACE_MS));
  const slow = { ...costs, postgres: { ...costs.postgres, answerMs: 0.3 } };
  expect(simulate(slow, HALL, { ...plan, postgresCores: 1 }, 1).ackP99Ms).toBeGreaterThan(1_000);
});
