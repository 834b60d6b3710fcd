import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";

/**
 * Seeds that failed once, by what they found. They stay. SIMULATION_RUNS and SIMULATION_FIRST choose other seeds:
 * `SIMULATION_RUNS=5000 SIMULATION_FIRST=1000 npm run unit -- tests/simulation`.
 */
const FAILED_ONCE: Record<string, number[]> = {
  "a reveal was left before its answers were counted": [9, 75, 130, 272, 385, 518, 649, 859],
  "a node never heard of a player whose notice was lost": [107, 131, 193, 223],
  "answers stored late kept the points of a voided question": [559, 609, 754, 790, 582531],
  "the board showed a running question in suspense": [288, 354, 444, 748],
  "an answer from before the opening or from a pause counted": [578, 708, 924, 978, 13371, 13688],
  "a question closed without somebody who was there": [227, 647],
  "a removed player stayed on the board, a restored one off it": [
    5, 16, 259, 321, 595, 1241, 2603, 2779, 50121, 60126,
  ],
  "the last totals never reached the board": [90, 441, 456],
};

const RUNS = Number(process.env.SIMULATION_RUNS ?? 200);
const FIRST = Number(process.env.SIMULATION_FIRST ?? 1);

async function failuresOf(seeds: readonly number[]): Promise<string[]> {
  const failures: string[] = [];
  for (const seed of seeds) {
    const violations = await simulate(seed);
    if (violations.length > 0) failures.push(`seed ${seed}: ${violations.slice(0, 3).join("; ")}`);
  }
  return failures;
}

test("[SIM1] whatever dies or gets lost, nothing acknowledged is lost, scores are what the answers come to, and the game ends", async () => {
  const seeds = Array.from({ length: RUNS }, (_, i) => FIRST + i);
  expect(await failuresOf(seeds)).toEqual([]);
});

test("[TM7] teams come to what the stored answers of their members come to, on every node", async () => {
  const failures: string[] = [];
  for (let seed = FIRST; seed < FIRST + RUNS / 2; seed++) {
    const violations = await simulate(seed, { teams: true });
    if (violations.length > 0) failures.push(`seed ${seed}: ${violations.slice(0, 3).join("; ")}`);
  }
  expect(failures).toEqual([]);
});

test.each(Object.entries(FAILED_ONCE))(
  "[SIM1] found once, never again: %s",
  async (_, seeds) => {
    expect(await failuresOf(seeds)).toEqual([]);
  },
  60_000,
);
