import { setTimeout as sleep } from "node:timers/promises";
import { spreadOf } from "../measure/percentiles.ts";
import { cpuBetween, cpuSeconds } from "../measure/processes.ts";
import type { Figures } from "../report/figures.ts";
import { enterAsStorm, enterInSteps, tellFailures } from "./enter.ts";
import { type Act, allPids } from "./scenario.ts";

/** Everybody comes in at once. */
export async function joinStorm(act: Act): Promise<Figures> {
  const rooms = await act.subject.openRooms(1, act.players, 1);
  const figures = await enterAsStorm(act, rooms);
  return { ...figures, disconnects: act.fleet.progress().disconnects };
}

/** All sockets are cut at one instant, and come back within the seconds given. */
export async function reconnectStorm(act: Act): Promise<Figures> {
  const rooms = await act.subject.openRooms(1, act.players, 1);
  const entering = await enterInSteps(act, rooms);
  act.doing("reconnect storm");
  const before = cpuSeconds(allPids(act));
  const startedAtMs = performance.now();
  const back = await act.span("reconnecting", () => act.fleet.reconnect(act.seconds * 1_000));
  const allBackMs = performance.now() - startedAtMs;
  const cpu = cpuBetween(before, cpuSeconds(allPids(act)));
  tellFailures(act, back);
  const { p50, p99, count } = spreadOf(back.samples);
  return {
    ...entering,
    backP50Ms: p50,
    backP99Ms: p99,
    allBackMs,
    entriesFailed: (entering.entriesFailed ?? 0) + back.failed,
    serverCpuS: cpu.server,
    generatorCpuS: cpu.generator,
    postgresCpuS: cpu.postgres,
    cpuMsPer1000Connects: (cpu.server / count) * 1e6,
    disconnects: act.fleet.progress().disconnects,
  };
}

/** Everybody is there and nothing happens. */
export async function idle(act: Act): Promise<Figures> {
  const rooms = await act.subject.openRooms(1, act.players, 1);
  const entering = await enterInSteps(act, rooms);
  act.doing("idle");
  const before = cpuSeconds(allPids(act));
  const framesBefore = act.fleet.progress();
  await act.span("idle", () => sleep(act.seconds * 1_000));
  const cpu = cpuBetween(before, cpuSeconds(allPids(act)));
  const { frames, bytes, disconnects } = act.fleet.progress();
  return {
    ...entering,
    serverCpuS: cpu.server,
    generatorCpuS: cpu.generator,
    postgresCpuS: cpu.postgres,
    cpuPercent: (cpu.server / act.seconds) * 100,
    framesOut: frames - framesBefore.frames,
    megabytesOut: (bytes - framesBefore.bytes) / 1e6,
    disconnects,
  };
}
