import { z } from "zod";
import { cleanLine } from "../clean-text.ts";
import { plainLetters } from "../kinds/text/normalize.ts";

const FOLDER_MAX = 60;
const TAG_MAX = 40;
const TAGS_MAX = 20;

/** Where a quiz stands in its host's library; what is left out stays as it is. */
export const placeSchema = z.strictObject({
  folder: name(FOLDER_MAX, "A folder's name")
    .nullable()
    .optional()
    .describe("A folder is there as long as a quiz is in it. Null takes the quiz out of its folder."),
  tags: z
    .array(name(TAG_MAX, "A tag"))
    .max(TAGS_MAX, `A quiz can have at most ${TAGS_MAX} tags.`)
    .overwrite(withoutRepeats)
    .optional()
    .describe("All of them; tags that differ in case or accents alone are one."),
  archived: z.boolean("Use true or false.").optional().describe("Out of the way, and never lost."),
});

function name(max: number, what: string) {
  return z
    .string("This must be text.")
    .overwrite((raw) => cleanLine(raw, max))
    .min(1, `${what} cannot be empty.`)
    .max(max, `${what} can have at most ${max} characters.`);
}

function withoutRepeats(tags: string[]): string[] {
  return [...new Map(tags.toReversed().map((tag) => [plainLetters(tag), tag])).values()].toReversed();
}
