import type { HostCommand } from "#lib/session/phases/command.ts";

/** One thing a host can do now: its button, the key that does the same, and the command it sends. */
export interface Control {
  label: string;
  /** Of the big button: what the big screen calls it in its language. */
  name?: StepName;
  command: HostCommand;
  /** As `event.key` is in lower case. */
  keys: readonly string[];
  /** Asked about first, because it cannot be taken back. */
  asks?: "skip" | "finish";
}

export type StepName = "start" | "open" | "close" | "standings" | "next" | "podium" | "resume" | "end";

/** What the clock alone decides: whether the running question takes answers yet, and whether the podium has been told. */
export interface Moment {
  opened: boolean;
  told: boolean;
}
