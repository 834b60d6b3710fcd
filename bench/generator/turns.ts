import { instantMs } from "../measure/instant.ts";
import type { Entered } from "./protocol.ts";

/** Runs a step for each of `count` players, at most `atOnce` at a time, and takes the time of each, without its `wait`. */
export async function inTurns(
  count: number,
  atOnce: number,
  step: (player: number) => Promise<void>,
  wait?: (player: number) => Promise<void>,
): Promise<Entered> {
  const samples = new Float64Array(count).fill(Number.NaN);
  const failures: Record<string, number> = {};
  let failed = 0;
  let next = 0;
  async function walk(): Promise<void> {
    while (next < count) {
      const player = next++;
      if (wait) await wait(player);
      const startedAtMs = instantMs();
      try {
        await step(player);
        samples[player] = instantMs() - startedAtMs;
      } catch (error) {
        failed += 1;
        const reason = (error as Error).message.slice(0, 200);
        failures[reason] = (failures[reason] ?? 0) + 1;
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, walk));
  return { samples: samples.filter((sample) => !Number.isNaN(sample)), failed, failures };
}
