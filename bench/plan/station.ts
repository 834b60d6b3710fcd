import type { Agenda } from "./agenda.ts";

/** Something that works off what comes to it in order, on one core or several: a node, Postgres, a Redis master. */
export interface Station {
  /** Works for so many milliseconds of one core as soon as one is free, then goes on with `done`. */
  work(costMs: number, done?: () => void): void;
  /** The share of its cores that was at work in the busiest stretch of so many milliseconds as the station was made with. */
  busiestShare(): number;
}

export function createStation(agenda: Agenda, stretchMs: number, cores = 1): Station {
  const freeAtMs = new Float64Array(cores);
  const busyMs: number[] = [];
  return {
    work(costMs, done) {
      const core = freeAtMs.indexOf(Math.min(...freeAtMs));
      const startsAtMs = Math.max(agenda.now(), freeAtMs[core] ?? 0);
      const stretch = Math.floor(startsAtMs / stretchMs);
      busyMs[stretch] = (busyMs[stretch] ?? 0) + costMs;
      freeAtMs[core] = startsAtMs + costMs;
      if (done) agenda.at(startsAtMs + costMs, done);
    },
    busiestShare: () => busyMs.reduce((most, ms) => Math.max(most, ms ?? 0), 0) / stretchMs / cores,
  };
}
