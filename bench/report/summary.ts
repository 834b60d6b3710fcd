import { medianOf } from "../measure/percentiles.ts";
import { FIGURES, type FigureName, type Figures } from "./figures.ts";

export interface Summary {
  median: number;
  least: number;
  most: number;
}

/** Over the runs. A figure that no run has is left out. */
export function summaryOf(runs: readonly Figures[]): Partial<Record<FigureName, Summary>> {
  const summary: Partial<Record<FigureName, Summary>> = {};
  for (const name of Object.keys(FIGURES) as FigureName[]) {
    const values = runs.flatMap((figures) => {
      const value = figures[name];
      return value !== undefined && Number.isFinite(value) ? [value] : [];
    });
    if (values.length > 0)
      summary[name] = { median: medianOf(values), least: Math.min(...values), most: Math.max(...values) };
  }
  return summary;
}

/** What is worth comparing. Latencies, costs and memory: less is better. Rates: more is. */
const COMPARED = [
  ...["entersPerSecond", "connectsPerSecond", "ackP50Ms", "ackP99Ms", "boardSeenP50Ms", "boardSeenP99Ms"],
  ...["allBackMs", "framesOut", "megabytesOut", "cpuMsPer1000Answers", "cpuMsPer1000Connects"],
  ...["wholeCpuMsPer1000", "bytesPerPlayer", "closingMs", "cpuMsPer1000Reveals"],
  ...["cpuMsPerBoard", "bytesPerBoard", "cpuPercent"],
  ...["rssMb", "rssPerPlayerKb"],
] as FigureName[];

export function ratiosOf(
  ours: readonly Figures[],
  theirs: readonly Figures[],
): Partial<Record<FigureName, number>> {
  const [a, b] = [summaryOf(ours), summaryOf(theirs)];
  const ratios: Partial<Record<FigureName, number>> = {};
  for (const name of COMPARED) {
    const [mine, other] = [a[name]?.median, b[name]?.median];
    if (mine !== undefined && other) ratios[name] = mine / other;
  }
  return ratios;
}
