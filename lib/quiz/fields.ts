import { z } from "zod";
import { NUMBER_MAX } from "../kernel/read-number.ts";
import { unitsFor } from "../kernel/unicode.ts";
import { cleanText } from "./clean-text.ts";
import { mediaSchema } from "./media/media-fields.ts";
import { questionId } from "./question-ids.ts";

/** How long things may be. Chosen so that a prompt and six options still fit a phone in the player's hand. */
export const LIMITS = {
  title: 120,
  description: 500,
  prompt: 300,
  explanation: 500,
  notes: 1_000,
  optionText: 120,
  options: { min: 2, max: 6 },
  items: { min: 2, max: 8 },
  pairs: { min: 2, max: 8 },
  targets: { min: 1, max: 8 },
  /** Of a target, as a share of the picture's width: from a fingertip to half of it. */
  radius: { min: 0.005, max: 0.5 },
  accepted: { min: 1, max: 20 },
  notAccepted: 20,
  acceptedText: 100,
  unit: 20,
  questions: { min: 1, max: 200 },
  timeLimitMs: { min: 1_000, max: 600_000 },
  /** The highest number of a rating scale. */
  scale: { min: 2, max: 10 },
  endLabel: 40,
  slideText: 1_000,
  /** Entries one player may send to a word cloud, the length of each, and how many different ones are counted. */
  entries: { min: 1, max: 5 },
  entryText: 40,
  entriesCounted: 300,
  /** Stops of a slider: a phone cannot tell more apart, and typing still reaches each. */
  steps: 10_000,
  /** On a slider: numbers beyond this lose their last digits in a double, and steps are lost with them. */
  number: 1e15,
  /** Of a number asked for, from Planck's length to more than there are atoms. */
  largeNumber: NUMBER_MAX,
} as const;

export const DEFAULT_TIME_LIMIT_MS = 20_000;

/** Text that must not be empty; `missing` is what a host reads when it is. */
export function requiredText(max: number, missing: string) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? missing : "This must be text.") })
    .overwrite((raw) => cleanText(raw, max))
    .min(1, missing)
    .max(max, { error: (issue) => tooLong(max, issue.input) });
}

export function optionalText(max: number) {
  return z
    .string("This must be text.")
    .overwrite((raw) => cleanText(raw, max))
    .max(max, { error: (issue) => tooLong(max, issue.input) })
    .optional();
}

export function finiteNumber(missing: string, most: number = LIMITS.number) {
  const limit = most.toExponential().replace("+", "");
  const tooFar = `Use a number between -${limit} and ${limit}.`;
  return z
    .number({ error: (issue) => (issue.input === undefined ? missing : "This must be a number.") })
    .min(-most, tooFar)
    .max(most, tooFar);
}

/** The fields of every question, apart from its points. */
export const questionFields = {
  id: questionId.optional(),
  prompt: requiredText(LIMITS.prompt, "Write the question."),
  timeLimitMs: z
    .int("The time limit must be a whole number of milliseconds.")
    .min(LIMITS.timeLimitMs.min, "The time limit must be at least 1 second (1000 ms).")
    .max(LIMITS.timeLimitMs.max, "The time limit can be at most 10 minutes (600000 ms).")
    .default(DEFAULT_TIME_LIMIT_MS)
    .describe("Milliseconds to answer in, from the moment the question opens."),
  explanation: optionalText(LIMITS.explanation).describe("Shown with the solution at the reveal."),
  notes: optionalText(LIMITS.notes).describe(
    "For the host alone: the control room shows them, and nothing else does.",
  ),
  media: mediaSchema.optional().describe("A picture, sound or film with the question."),
  plainText: z
    .boolean("Use true or false.")
    .optional()
    .describe(
      "Shows stars, dollars, backticks and backslashes as they are: no text of this question has marks. Left out, it is false.",
    ),
};

export const pointsField = z
  .literal([0, 1, 2], "Points must be 0 (none), 1 (normal) or 2 (double).")
  .default(1)
  .describe("0: counts as right or wrong but earns nothing; 1: normal; 2: double.");

/** The fields every new question starts with in the editor. */
export const draftFields = { prompt: "", timeLimitMs: DEFAULT_TIME_LIMIT_MS } as const;

function tooLong(max: number, input: unknown): string {
  const { length } = String(input);
  const most = unitsFor(max);
  return `At most ${max} characters fit here; this has ${length > most ? `more than ${most}` : length}.`;
}
