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

interface CallFrame {
  functionName: string;
  url: string;
  lineNumber: number;
}

interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame }[];
  startTime: number;
  samples: number[];
  timeDeltas: number[];
}

/** What a share of the server's own time went into. */
export interface Share {
  name: string;
  ms: number;
  share: number;
}

/** Where the time within the spans went, over all profiles of a folder, idle time left out: by part, and by function. */
export function sharesOf(
  folder: string,
  spans: readonly Span[],
  functions = 30,
): { parts: Share[]; functions: Share[] } {
  const byPart = new Map<string, number>();
  const byFunction = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
    const profile = JSON.parse(readFileSync(join(folder, file), "utf8")) as CpuProfile;
    const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
    let atUs = profile.startTime;
    profile.samples.forEach((id, i) => {
      const tookUs = profile.timeDeltas[i] ?? 0;
      atUs += tookUs;
      const frame = frames.get(id);
      if (!frame || frame.functionName === "(idle)") return;
      if (!spans.some(({ fromUs, untilUs }) => atUs >= fromUs && atUs <= untilUs)) return;
      const [part, name] = [partOf(frame), nameOf(frame)];
      byPart.set(part, (byPart.get(part) ?? 0) + tookUs);
      byFunction.set(name, (byFunction.get(name) ?? 0) + tookUs);
    });
  }
  return { parts: largest(byPart), functions: largest(byFunction).slice(0, functions) };
}

function largest(times: ReadonlyMap<string, number>): Share[] {
  const total = [...times.values()].reduce((sum, us) => sum + us, 0);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([name, us]) => ({ name, ms: us / 1_000, share: us / total }));
}

/** What a package is there for, where that is asked. */
const OF_PACKAGES: Readonly<Record<string, string>> = {
  "prom-client": "metrics",
  tdigest: "metrics",
  pino: "logs",
  "pino-pretty": "logs",
  "sonic-boom": "logs",
};

/** Native calls that hand bytes to the kernel; most of their time is the kernel's. */
const WRITES = new Set(["writev", "writeBuffer", "writeUtf8String", "writeLatin1String"]);

/** A package, a folder of lib, or what Node itself did. */
function partOf({ functionName, url }: CallFrame): string {
  if (WRITES.has(functionName) && url === "") return "socket writes";
  if (functionName === "(garbage collector)") return "garbage collection";
  if (functionName === "(program)" || url === "") return "V8 and native calls";
  if (url.startsWith("node:")) return "Node's streams, timers and net";
  const own = /\/lib\/observability\/([\w-]+)\.ts|\/lib\/http\/(request-log)\.ts/.exec(url);
  const file = own?.[1] ?? own?.[2];
  if (file !== undefined) return file.includes("metrics") ? "metrics" : "logs";
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (name) return OF_PACKAGES[name] ?? name;
  const [, folder] = /\/(lib\/[^/]+)\//.exec(url) ?? [];
  return folder ?? "other";
}

function nameOf({ functionName, url, lineNumber }: CallFrame): string {
  const name = functionName || "(anonymous)";
  if (url === "") return name;
  const path = url.replace(/^file:\/\//, "").replace(/\?.*$/, "");
  return `${name} ${path.split("/").slice(-3).join("/")}:${lineNumber + 1}`;
}
