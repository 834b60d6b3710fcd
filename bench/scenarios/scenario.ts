import type { Fleet } from "../generator/fleet.ts";
import type { Door } from "../generator/protocol.ts";
import type { Pids } from "../measure/processes.ts";
import type { Figures } from "../report/figures.ts";
import type { Subject } from "../stage/subject.ts";

/** Everything a scenario needs: a server, a crowd, and how large it is meant to be. */
export interface Act {
  subject: Subject;
  fleet: Fleet;
  players: number;
  seconds: number;
  questions: number;
  door: Door;
  /** Names the step that runs, for the progress line. */
  doing(step: string): void;
  /** Things to tell that are no figures, such as why joins failed. */
  note(line: string): void;
  /** Keeps measured values beside the figures, for the JSON. */
  series(name: string, values: readonly object[]): void;
  /** Marks a span for the profile. */
  span<T>(name: string, run: () => Promise<T>): Promise<T>;
}

export type Scenario = (act: Act) => Promise<Figures>;

/** All processes of the run, the generators too. */
export function allPids({ subject, fleet }: Act): Pids {
  return { ...subject.pids(), generator: fleet.pids };
}
