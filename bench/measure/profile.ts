import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A span of a run, on the clock that V8 stamps its samples with: microseconds of the machine's monotonic clock. */
export interface Span {
  name: string;
  fromUs: number;
  untilUs: number;
}

export function monotonicUs(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  startTime: number;
  samples: number[];
  timeDeltas: number[];
}

export interface HotFunction {
  name: string;
  ms: number;
  share: number;
}

/** The functions with the most time of their own within the spans, over all profiles of a folder. Idle time left out. */
export function hotFunctions(folder: string, spans: readonly Span[], count = 30): HotFunction[] {
  const ofFunction = new Map<string, number>();
  let total = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
    const profile = JSON.parse(readFileSync(join(folder, file), "utf8")) as CpuProfile;
    const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
    let atUs = profile.startTime;
    profile.samples.forEach((id, i) => {
      const tookUs = profile.timeDeltas[i] ?? 0;
      atUs += tookUs;
      const name = names.get(id) ?? "?";
      if (name === "(idle)" || !spans.some(({ fromUs, untilUs }) => atUs >= fromUs && atUs <= untilUs))
        return;
      ofFunction.set(name, (ofFunction.get(name) ?? 0) + tookUs);
      total += tookUs;
    });
  }
  return [...ofFunction]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, us]) => ({ name, ms: us / 1_000, share: us / total }));
}

function nameOf({ functionName, url, lineNumber }: CpuProfile["nodes"][number]["callFrame"]): string {
  const name = functionName || "(anonymous)";
  if (url === "") return name;
  const path = url.replace(/^file:\/\//, "").replace(/\?.*$/, "");
  return `${name} ${path.split("/").slice(-3).join("/")}:${lineNumber + 1}`;
}
