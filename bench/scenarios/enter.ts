import { setTimeout as sleep } from "node:timers/promises";
import type { Entered } from "../generator/protocol.ts";
import { spreadOf } from "../measure/percentiles.ts";
import { cpuBetween, cpuSeconds, residentBytes } from "../measure/processes.ts";
import type { Figures } from "../report/figures.ts";
import type { Room } from "../stage/subject.ts";
import { type Act, allPids } from "./scenario.ts";

/** As many joins under way as a hall of people causes that types a PIN; more would only wait elsewhere. */
const JOINS_AT_ONCE = 128;
const CONNECTS_AT_ONCE = 256;
const STORM_AT_ONCE = 1_024;
/** After it, the server has measured every round trip, and the last welcome is forgotten. */
const SETTLE_MS = 4_500;
/** Fewer are lost in what a process takes and gives back on its own. */
const PLAYERS_TO_WEIGH = 2_000;

/** Everybody joins, then everybody connects: two steps, so that each can be measured. */
export async function enterInSteps(act: Act, rooms: readonly Room[]): Promise<Figures> {
  const { fleet, subject } = act;
  await fleet.setup(subject.target, rooms);
  const before = memory(act);
  const joined =
    subject.target.joins === "rest"
      ? await timed(act, "joining", () => fleet.join(JOINS_AT_ONCE))
      : { ...NOBODY, seconds: 0 };
  const atJoined = memory(act);
  const connected = await timed(act, "connecting", () => fleet.connect(CONNECTS_AT_ONCE));
  act.doing("settling");
  await sleep(SETTLE_MS);
  const atConnected = memory(act);
  tellFailures(act, joined.entered, connected.entered);
  const joins = joined.entered.samples.length;
  const connects = connected.entered.samples.length;
  return {
    players: act.players,
    ...(joins > 0
      ? {
          joinsPerSecond: joins / joined.seconds,
          cpuMsPer1000Joins: (joined.serverCpuS / joins) * 1e6,
          postgresCpuMsPer1000Joins: (joined.postgresCpuS / joins) * 1e6,
        }
      : {}),
    connectsPerSecond: connects / connected.seconds,
    cpuMsPer1000Connects: (connected.serverCpuS / connects) * 1e6,
    entersPerSecond: connects / (joined.seconds + connected.seconds),
    entriesFailed: joined.entered.failed + connected.entered.failed,
    rssMb: atConnected / 2 ** 20,
    ...(connects < PLAYERS_TO_WEIGH
      ? {}
      : {
          rssPerPlayerKb: (atConnected - before) / 1024 / connects,
          rssPerSocketKb: (atConnected - atJoined) / 1024 / connects,
        }),
  };
}

/** Everybody at once, each joining and then connecting. */
export async function enterAsStorm(act: Act, rooms: readonly Room[]): Promise<Figures> {
  const { fleet, subject } = act;
  await fleet.setup(subject.target, rooms);
  const before = memory(act);
  const { entered, seconds, serverCpuS } = await timed(act, "join storm", () => fleet.enter(STORM_AT_ONCE));
  tellFailures(act, entered);
  const { p50, p99, count } = spreadOf(entered.samples);
  return {
    players: act.players,
    entersPerSecond: count / seconds,
    enterP50Ms: p50,
    enterP99Ms: p99,
    entriesFailed: entered.failed,
    cpuMsPer1000Joins: (serverCpuS / count) * 1e6,
    rssMb: memory(act) / 2 ** 20,
    ...(count < PLAYERS_TO_WEIGH ? {} : { rssPerPlayerKb: (memory(act) - before) / 1024 / count }),
  };
}

const NOBODY = {
  entered: { samples: new Float64Array(), failed: 0, failures: {} },
  serverCpuS: 0,
  postgresCpuS: 0,
};

async function timed(act: Act, step: string, run: () => Promise<Entered>) {
  act.doing(step);
  const before = cpuSeconds(allPids(act));
  const startedAtMs = performance.now();
  const entered = await act.span(step, run);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  const cpu = cpuBetween(before, cpuSeconds(allPids(act)));
  return { entered, seconds, serverCpuS: cpu.server, postgresCpuS: cpu.postgres };
}

function memory({ subject }: Act): number {
  return residentBytes(subject.pids().server ?? []);
}

export function tellFailures(act: Act, ...parts: readonly Entered[]): void {
  for (const { failures } of parts)
    for (const [reason, count] of Object.entries(failures)) act.note(`${count} × ${reason}`);
}
