import { z } from "zod";
import { cleanText } from "../clean-text.ts";
import { mediaFacts } from "./media-id.ts";

const mediaId = z
  .string("Name the file that `POST /media` stored.")
  .refine((id) => mediaFacts(id) !== null, "This is not the id of a stored file.")
  .describe("As `POST /media` returned it.");

const describeIt = "Describe the picture for people who cannot see it.";
export const ALT_MAX = 250;
const altText = z
  .string("This must be text.")
  .overwrite(cleanText)
  .max(ALT_MAX, `At most ${ALT_MAX} characters fit here.`);

export const imageSchema = z.strictObject({ id: mediaId, alt: altText.min(1, describeIt) }).check(isPicture);

/** A picture that says nothing, such as what lies behind a screen. */
export const backdropSchema = z.strictObject({ id: mediaId }).check(isPicture);

export function isPicture(ctx: z.core.ParsePayload<{ id: string }>): void {
  const facts = mediaFacts(ctx.value.id);
  if (!facts || facts.type === "image") return;
  ctx.issues.push({ code: "custom", message: "This file is not a picture.", input: ctx.value, path: ["id"] });
}

/** A picture, sound or film with the question. */
export const mediaSchema = z
  .strictObject({
    id: mediaId,
    alt: altText.optional().describe("What is to be seen; required for a picture."),
    onPhones: z
      .boolean("Use true or false.")
      .optional()
      .describe("Sound and film play on the big screen alone; with true players may play them too."),
  })
  .check((ctx) => {
    const { id, alt } = ctx.value;
    if (mediaFacts(id)?.type !== "image" || alt) return;
    ctx.issues.push({ code: "custom", message: describeIt, input: ctx.value, path: ["alt"] });
  });

export type ImageInput = z.infer<typeof imageSchema>;
export type MediaInput = z.infer<typeof mediaSchema>;
