import { z } from "zod";
import { LIMITS, requiredText } from "../fields.ts";
import type { Bar, ResponseCount } from "../kind.ts";
import type { Response } from "../response.ts";
import { describeResponse } from "../response.ts";

/** What the kinds answered by picking options share: single, multiple, true/false and poll. */

export const optionText = requiredText(LIMITS.optionText, "Write the option's text.");

export const markedOption = z.strictObject({
  text: optionText,
  correct: z.boolean("Use true or false.").default(false),
});

/** Two to six different options, plus a rule on how many are marked as correct (a sentence if it is broken). */
export function markedOptions(problemWithMarks: (marked: number) => string | null) {
  return optionList(markedOption).check((ctx) => {
    const problem = problemWithMarks(ctx.value.filter((option) => option.correct).length);
    if (problem) ctx.issues.push({ code: "custom", message: problem, input: ctx.value });
  });
}

export function optionList<Option extends z.ZodType<{ text: string }>>(option: Option) {
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
      const twice = repeated(ctx.value.map((o) => o.text));
      if (twice) ctx.issues.push({ code: "custom", message: `“${twice}” is there twice.`, input: ctx.value });
    });
}

/** The first text that occurs a second time; empty ones are another problem's business. */
export function repeated(texts: readonly string[]): string | undefined {
  return texts.find((text, i) => text !== "" && texts.indexOf(text) < i);
}

export function publicOptions(options: readonly { text: string }[]): { text: string }[] {
  return options.map(({ text }) => ({ text }));
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
  options: readonly { text: string }[],
  rows: readonly ResponseCount[],
  correct: (option: number) => boolean | null,
): Bar[] {
  const counts = options.map(() => 0);
  for (const { response, count: n } of rows) {
    const picked = "choice" in response ? [response.choice] : "choices" in response ? response.choices : [];
    for (const option of picked) if (option in counts) counts[option] = (counts[option] as number) + n;
  }
  return options.map(({ text }, option) => ({
    label: text,
    option,
    count: counts[option] as number,
    correct: correct(option),
  }));
}

function count(input: unknown): number {
  return Array.isArray(input) ? input.length : 0;
}
