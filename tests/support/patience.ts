/**
 * How long tests wait before they call something hung. Nothing is right or wrong because of how long it took: a limit is
 * only there so that a run that hangs ends. All limits are here. They are many times what an idle machine needs, and
 * longer on a slow one: how slow it is, is measured once, by the first process of a run, and its workers are told.
 */
import { createHash } from "node:crypto";

/** The variable that hands the measure on. Set by hand, it says how patient to be. */
const TOLD = "TEST_SLOWNESS";
/** What the work below takes on one idle core of a usual machine. */
const USUAL_MS = 100;
const SAMPLES = 5;
const LARGEST = 10;

/** How many times slower than a usual machine this one is; 1 or more. */
export const slowness = toldOrMeasured();

/** Of what is over by itself in so many milliseconds on a usual machine: how many it may take here. */
export function patience(usualMs: number): number {
  return Math.ceil(usualMs * slowness);
}

/** For one thing to happen: a message, a word on the screen. */
export const WAIT_MS = patience(45_000);
/** For a server to be ready. Its start keeps a core busy for seconds, and those of several files come together. */
export const START_MS = patience(120_000);
/** For one test, or what is done before all of them. */
export const TEST_MS = patience(300_000);

function toldOrMeasured(): number {
  const told = Number(process.env[TOLD]);
  const known = told >= 1 ? told : measured();
  process.env[TOLD] = String(known);
  return known;
}

/** By the slowest of some samples: others may have the core for a while. */
function measured(): number {
  const slowestMs = Math.max(...Array.from({ length: SAMPLES }, workMs));
  return Math.min(Math.max(1, Math.ceil((slowestMs / USUAL_MS) * 2) / 2), LARGEST);
}

function workMs(): number {
  const startedAtMs = performance.now();
  let text = "";
  for (let i = 0; i < 100_000; i++) text = createHash("sha256").update(text).digest("hex");
  return performance.now() - startedAtMs;
}
