import { z } from "zod";
import { EMAIL_MAX, PASSWORD_MAX } from "../../auth/sign-in.ts";
import { cleanLine } from "../../quiz/clean-text.ts";

/** The fields of an account, as forms and the API take them. */

export const ACCOUNT_NAME_MAX = 60;
export const PASSWORD_MIN = 8;
const EMAIL = /^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u;

export const accountEmail = z
  .string("`email` is a text.")
  .max(EMAIL_MAX, `An email has at most ${EMAIL_MAX} characters.`)
  .trim()
  .toLowerCase()
  .regex(EMAIL, "This is not an email address.");

export const accountPassword = z
  .string("`password` is a text.")
  .min(PASSWORD_MIN, `A password has at least ${PASSWORD_MIN} characters.`)
  .max(PASSWORD_MAX, `A password has at most ${PASSWORD_MAX} characters.`);

/** One line of 1 to `max` characters. */
export function oneLine(field: string, max: number) {
  return z
    .string(`\`${field}\` is a text.`)
    .transform((text) => cleanLine(text, max))
    .pipe(
      z.string().min(1, `\`${field}\` is empty.`).max(max, `\`${field}\` has at most ${max} characters.`),
    );
}

export const accountName = oneLine("name", ACCOUNT_NAME_MAX);
