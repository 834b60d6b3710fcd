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
/** After it, the server has measured every round trip, which it does at a pace, and the last welcome is forgotten. */
const settleMs = (players: number) => 4_500 + players * 1.25;
/** Fewer are lost in what a process takes and gives back on its own. */
const PLAYERS_TO_WEIGH = 2_000;

/** Everybody joins, then everybody connects: two steps, so that each can be measured. */
export async function enterInSteps(act: Act, rooms: readonly Room[]): Promise<Figures> {
  const { fleet, subject } = act;
  await fleet.setup(subject.target, rooms);
  const before = memory(act);
  const joined =
    subject.target.joins === "rest" ? await timed(act, "joining", () => fleet.join(JOINS_AT_ONCE)) : null;
  const atJoined = memory(act);
  const connected = await timed(act, "connecting", () => fleet.connect(CONNECTS_AT_ONCE));
  act.doing("settling");
  await sleep(settleMs(act.players));
  const atConnected = memory(act);
  tellFailures(act, ...[joined, connected].flatMap((step) => step?.entered ?? []));
  // By socket, a player joins in the same step.
  const joining = joined ?? (subject.target.joins === "socket" ? connected : null);
  const connects = connected.entered.samples.length;
  return {
    players: act.players,
    ...(joining
      ? {
          joinsPerSecond: joining.entered.samples.length / joining.seconds,
          cpuMsPer1000Joins: (joining.cpu.server / joining.entered.samples.length) * 1e6,
          postgresCpuMsPer1000Joins: (joining.cpu.postgres / joining.entered.samples.length) * 1e6,
        }
      : {}),
    connectsPerSecond: connects / connected.seconds,
    cpuMsPer1000Connects: (connected.cpu.server / connects) * 1e6,
    entersPerSecond: connects / ((joined?.seconds ?? 0) + connected.seconds),
    entriesFailed: (joined?.entered.failed ?? 0) + connected.entered.failed,
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
  const { entered, seconds, cpu } = await timed(act, "join storm", () => fleet.enter(STORM_AT_ONCE));
  tellFailures(act, entered);
  const { p50, p99, count } = spreadOf(entered.samples);
  return {
    players: act.players,
    entersPerSecond: count / seconds,
    enterP50Ms: p50,
    enterP99Ms: p99,
    entriesFailed: entered.failed,
    cpuMsPer1000Joins: (cpu.server / count) * 1e6,
    serverCpuS: cpu.server,
    generatorCpuS: cpu.generator,
    postgresCpuS: cpu.postgres,
    rssMb: memory(act) / 2 ** 20,
    ...(count < PLAYERS_TO_WEIGH ? {} : { rssPerPlayerKb: (memory(act) - before) / 1024 / count }),
  };
}

async function timed(act: Act, step: string, run: () => Promise<Entered>) {
  act.doing(step);
  const before = cpuSeconds(allPids(act));
  const startedAtMs = performance.now();
  const entered = await act.span(step, run);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  return { entered, seconds, cpu: cpuBetween(before, cpuSeconds(allPids(act))) };
}

function memory({ subject }: Act): number {
  return residentBytes(subject.pids().server ?? []);
}

export function tellFailures(act: Act, ...parts: readonly Entered[]): void {
  for (const { failures } of parts)
    for (const [reason, count] of Object.entries(failures)) act.note(`${count} × ${reason}`);
}
