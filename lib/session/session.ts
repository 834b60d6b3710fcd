import type { FrozenQuiz } from "../quiz/freeze.ts";
import type { Moderation } from "../quiz/moderation.ts";
import type { Phase } from "./phases/phase.ts";
import type { Settings } from "./settings.ts";
import type { Team } from "./teams/team.ts";

/** One live run of a quiz. It holds a frozen copy, so editing the quiz never changes a running session. */
export interface Session {
  id: string;
  /** Six digits. Unique among sessions whose PIN is not released. */
  pin: string;
  /** Whose it is: the workspace, by the account that founded it. */
  accountId: string;
  /** The host who opened it; not there for the founder. */
  madeBy?: string;
  /** The quiz it was started from; null once that is deleted. */
  quizId: string | null;
  quiz: FrozenQuiz;
  settings: Settings;
  phase: Phase;
  /** Counts every change of this row; changes go through compare-and-swap on it. */
  version: number;
  locked: boolean;
  /** Questions the host skipped while they ran: nothing counts in them. Ascending. */
  voided: number[];
  /** How often what counts was changed after the fact (regrades.ts), undoing included; absent while it was not. */
  regradings?: number;
  /** The entries of a word cloud that the host has shown or hidden. */
  moderation: Moderation;
  /** In the order they were made; empty outside teams mode. Teams are never removed. */
  teams: Team[];
  /** Tried out by its host alone, with robots: in no list and no result, deleted once it is over. */
  rehearsal?: true;
  createdAtMs: number;
  startedAtMs: number | null;
}
