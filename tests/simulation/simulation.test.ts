import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";

/** Seeds that failed once, each with what it found. They stay. */
const FAILED_ONCE: [seed: number, found: string][] = [];

const RUNS = Number(process.env.SIMULATION_RUNS ?? 200);
const FIRST = Number(process.env.SIMULATION_FIRST ?? 1);

test("[SIM1] whatever dies, nothing acknowledged is lost, scores are what the answers come to, and the game ends", async () => {
  const failed: string[] = [];
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    const violations = await simulate(seed);
    if (violations.length > 0) failed.push(`seed ${seed}: ${violations.slice(0, 3).join("; ")}`);
  }
  expect(failed).toEqual([]);
}, 120_000);
