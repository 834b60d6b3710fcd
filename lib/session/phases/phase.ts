import { z } from "zod";
import type { Bar } from "../../quiz/public-shapes.ts";
import type { StageShow } from "../stage.ts";

/**
 * Where a session stands. All instants are server milliseconds since the epoch and data, not timers: every screen
 * derives the 3-2-1, the reading time and the countdown from the same numbers, and any node can take a session over.
 *
 *   lobby → question(i) → reveal(i) → standings(i) → question(i+1) … → podium → ended
 *   reveal(i) of a question that earns no points (a poll, for instance) leads on without standings: nothing has moved.
 *   slide(i) is something to read in place of a question, without reveal and standings.
 *   paused wraps question, reveal, standings or slide and keeps it as it was; resuming shifts its instants.
 *
 * In `question`, shownAtMs ≤ opensAtMs < closesAtMs; answers count while opensAtMs ≤ receipt ≤ closesAtMs + grace.
 * `reveal` starts unsettled (`result` null) while the last answers are being stored, and is settled within a second.
 */
export type Phase =
  | ({ name: "lobby" } & Covered)
  | TimedPhase
  | { name: "paused"; phase: TimedPhase; pausedAtMs: number }
  | ({ name: "podium"; sinceMs: number; asked?: number } & HostWatch & Stepped)
  /** `asked`: how many questions there were in the end; fewer than the quiz has if the host finished early. */
  | ({ name: "ended"; endedAtMs: number; asked?: number } & Stepped);

export type TimedPhase = QuestionPhase | RevealPhase | StandingsPhase | SlidePhase;

/** The overlay of the big screens; the next phase begins without it. */
interface Covered {
  show?: StageShow;
}

/** Where the host's `next` led: when it did, so that the second half of a double press is known on every node. */
export interface Stepped extends Covered {
  nextAtMs?: number;
}

/** When it was last seen whether the host is there, and since when they are not. */
interface HostWatch {
  lookedAtMs?: number;
  awaySinceMs?: number;
}

export interface QuestionPhase extends Stepped {
  name: "question";
  index: number;
  shownAtMs: number;
  opensAtMs: number;
  closesAtMs: number;
  /** Set at the close if players with more time still answer: the question stays until then, for them only. */
  waitsUntilMs?: number;
  /** When the host closed it before its time: it closes for everybody, and ends with the grace like any other. */
  cutAtMs?: number;
  /** Set with `cutAtMs`: how long after the close an answer still counts, in place of GRACE_MS. */
  graceMs?: number;
  /** Nothing received in a pause counts; an answer from before it that is still being stored does. */
  pauses?: Pause[];
}

export interface Pause {
  fromMs: number;
  untilMs: number;
}

export interface RevealPhase extends Stepped {
  name: "reveal";
  index: number;
  /** The instant after which no answer counts any more. */
  closedAtMs: number;
  /** When the clock moves on; null while it waits for the host. */
  advancesAtMs: number | null;
  result: QuestionResult | null;
  /** Set when the host skipped or finished: what follows as soon as the answers are counted, without standings. */
  leadsTo?: "question" | "podium";
  /**
   * Set when it was skipped or finished before it opened: what it was. It is counted like any other, since an answer may
   * have come in the same instant; but until then every screen shows it as before, without its key.
   */
  unopened?: QuestionPhase;
  /** Of the question, for answers that are still being stored. */
  pauses?: Pause[];
}

export interface StandingsPhase extends Stepped {
  name: "standings";
  index: number;
  sinceMs: number;
  advancesAtMs: number | null;
}

/** In place of a question: something to read. No answers, no reveal, no standings; the next question follows. */
export interface SlidePhase extends Stepped {
  name: "slide";
  index: number;
  sinceMs: number;
  advancesAtMs: number | null;
}

/** How the room did on one question, counted from the stored answers. */
export interface QuestionResult {
  answered: number;
  /** Fully correct answers; null for polls. */
  correct: number | null;
  bars: Bar[];
}

export type PhaseName = Phase["name"];

const instant = z.number();
const timed = [
  z.object({
    name: z.literal("question"),
    index: z.int(),
    shownAtMs: instant,
    opensAtMs: instant,
    closesAtMs: instant,
    waitsUntilMs: instant.optional(),
    cutAtMs: instant.optional().describe("When the host closed it before its time."),
  }),
  z.object({
    name: z.literal("reveal"),
    index: z.int(),
    closedAtMs: instant,
    advancesAtMs: instant.nullable(),
    settled: z.boolean(),
  }),
  z.object({
    name: z.literal("standings"),
    index: z.int(),
    sinceMs: instant,
    advancesAtMs: instant.nullable(),
  }),
  z.object({
    name: z.literal("slide"),
    index: z.int(),
    sinceMs: instant,
    advancesAtMs: instant.nullable(),
  }),
] as const;

const timedViewSchema = z.discriminatedUnion("name", timed);

export type TimedPhaseView = z.infer<typeof timedViewSchema>;

/** A phase as screens get it: the same, with the result moved out of `reveal` into the view. */
export const phaseViewSchema = z.discriminatedUnion("name", [
  z.object({ name: z.literal("lobby") }),
  ...timed,
  z.object({ name: z.literal("paused"), phase: timedViewSchema, pausedAtMs: instant }),
  z.object({ name: z.literal("podium"), sinceMs: instant, asked: z.int().optional() }),
  z.object({ name: z.literal("ended"), endedAtMs: instant, asked: z.int().optional() }),
]);

export type PhaseView = z.infer<typeof phaseViewSchema>;

/** The question a phase is about, or null. */
export function questionIndexOf(phase: Phase | PhaseView): number | null {
  if (phase.name === "paused") return phase.phase.index;
  return "index" in phase ? phase.index : null;
}
