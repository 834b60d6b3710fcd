import { z } from "zod";
import { LIMITS, optionalText } from "../fields.ts";
import type { ResponseCount } from "../kind.ts";
import { imageSchema } from "../media/media-fields.ts";
import { optionName, publicMedia } from "../media/public-media.ts";
import type { Bar, PublicOption } from "../public-shapes.ts";
import type { Response } from "../response.ts";
import { describeResponse } from "../response.ts";

/** Shared by the kinds that are answered by picking options: single, multiple, true/false and poll. */

export const plainOption = option({});

export const markedOption = option({ correct: z.boolean("Use true or false.").default(false) });

/** A text, a picture, or both. */
function option<More extends z.ZodRawShape>(more: More) {
  return z
    .strictObject({
      text: optionalText(LIMITS.optionText).default("").describe("May be left out where there is a picture."),
      image: imageSchema.optional(),
      ...more,
    })
    .check((ctx) => {
      const { text, image } = ctx.value as { text: string; image?: unknown };
      if (text !== "" || image) return;
      ctx.issues.push({ code: "custom", message: "Write the option's text.", input: text, path: ["text"] });
    });
}

/** Two to six different options, plus a rule on how many are marked as correct (a sentence if it is broken). */
export function markedOptions(problemWithMarks: (marked: number) => string | null) {
  return optionList(markedOption).check((ctx) => {
    const problem = problemWithMarks(ctx.value.filter((option) => option.correct).length);
    if (problem) ctx.issues.push({ code: "custom", message: problem, input: ctx.value });
  });
}

export function optionList<Option extends z.ZodType<AuthoredOption>>(option: Option) {
  const { min, max } = LIMITS.options;
  return z
    .array(option, "List the options.")
    .min(min, {
      error: (issue) => `A question needs at least ${min} options; this one has ${count(issue.input)}.`,
    })
    .max(max, {
      error: (issue) => `A question can have at most ${max} options; this one has ${count(issue.input)}.`,
    })
    .check((ctx) => {
      const twice = repeated(ctx.value.map(optionName));
      if (twice) ctx.issues.push({ code: "custom", message: `“${twice}” is there twice.`, input: ctx.value });
    });
}

/** The first text that occurs a second time; empty ones are another problem's business. */
export function repeated(texts: readonly string[]): string | undefined {
  return texts.find((text, i) => text !== "" && texts.indexOf(text) < i);
}

type AuthoredOption = { text: string; image?: { id: string; alt: string } | undefined };

export function publicOptions(options: readonly AuthoredOption[]): PublicOption[] {
  return options.map(({ text, image }) => {
    const shown = publicMedia(image);
    return shown ? { text, image: shown } : { text };
  });
}

export function choiceProblem(options: number, response: Response): string | null {
  if ("choice" in response && isIndex(response.choice, options)) return null;
  return `This question takes one option, {"choice": n} with n from 0 to ${options - 1}; given was ${describeResponse(response)}.`;
}

export function isIndex(n: number, length: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < length;
}

/** One bar per option, also for those nobody picked. `correct` says which are right, or null where nothing is. */
export function optionBars(
  options: readonly AuthoredOption[],
  rows: readonly ResponseCount[],
  correct: (option: number) => boolean | null,
): Bar[] {
  const counts = options.map(() => 0);
  for (const { response, count: n } of rows) {
    const picked = "choice" in response ? [response.choice] : "choices" in response ? response.choices : [];
    for (const option of picked) if (option in counts) counts[option] = (counts[option] as number) + n;
  }
  return options.map((each, option) => ({
    label: optionName(each),
    option,
    count: counts[option] as number,
    correct: correct(option),
  }));
}

function count(input: unknown): number {
  return Array.isArray(input) ? input.length : 0;
}
