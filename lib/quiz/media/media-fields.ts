import { z } from "zod";
import { cleanText } from "../clean-text.ts";
import { languageField } from "../language-field.ts";
import { mediaFacts } from "./media-id.ts";

const mediaId = z
  .string("Name the file that `POST /media` stored.")
  .refine((id) => mediaFacts(id) !== null, "This is not the id of a stored file.")
  .describe("As `POST /media` returned it.");

const describeIt = "Describe the picture for people who cannot see it.";
export const ALT_MAX = 250;
const altText = z
  .string("This must be text.")
  .overwrite((raw) => cleanText(raw, ALT_MAX))
  .max(ALT_MAX, `At most ${ALT_MAX} characters fit here.`);

export const imageSchema = z.strictObject({ id: mediaId, alt: altText.min(1, describeIt) }).check(isPicture);

/** A picture that says nothing, such as what lies behind a screen. */
export const backdropSchema = z.strictObject({ id: mediaId }).check(isPicture);

export function isPicture(ctx: z.core.ParsePayload<{ id: string }>): void {
  const facts = mediaFacts(ctx.value.id);
  if (!facts || facts.type === "image") return;
  ctx.issues.push({ code: "custom", message: "This file is not a picture.", input: ctx.value, path: ["id"] });
}

/** At the pace of speech two minutes; the words go to every phone with the question. */
export const TRANSCRIPT_MAX = 2_000;
export const CAPTIONS_MAX = 8;

const captionsSchema = z
  .array(
    z.strictObject({
      id: mediaId.refine((id) => mediaFacts(id)?.type === "captions", "This file holds no captions."),
      language: languageField,
    }),
    "List the captions.",
  )
  .max(CAPTIONS_MAX, `At most ${CAPTIONS_MAX} files of captions fit here.`)
  .check((ctx) => {
    const languages = ctx.value.map(({ language }) => language);
    const twice = languages.findIndex((language, at) => languages.indexOf(language) < at);
    if (twice < 0) return;
    const message = "There are captions in this language already.";
    ctx.issues.push({ code: "custom", message, input: ctx.value, path: [twice, "language"] });
  });

const optionalTranscript = z
  .string("This must be text.")
  .overwrite((raw) => cleanText(raw, TRANSCRIPT_MAX))
  .max(TRANSCRIPT_MAX, `At most ${TRANSCRIPT_MAX} characters fit here.`)
  .optional();

/** A picture, sound or film with the question. */
export const mediaSchema = z
  .strictObject({
    id: mediaId,
    alt: altText.optional().describe("What is to be seen; required for a picture."),
    onPhones: z
      .boolean("Use true or false.")
      .optional()
      .describe("Sound and film play on the big screen alone; with true players may play them too."),
    captions: captionsSchema.optional().describe("Of a film: WebVTT files, one for each language."),
    transcript: optionalTranscript.describe("Of a sound or film: what is said and heard, in words."),
  })
  .check((ctx) => {
    const { id, alt, captions, transcript } = ctx.value;
    const type = mediaFacts(id)?.type;
    const wrong = (field: string, message: string) =>
      ctx.issues.push({ code: "custom", message, input: ctx.value, path: [field] });
    if (type === "captions") wrong("id", "These are captions. Name the film, and these among its captions.");
    if (type === "image" && !alt) wrong("alt", describeIt);
    if (type !== "video" && captions?.length) wrong("captions", "Only a film can have captions.");
    if (type === "image" && transcript) wrong("transcript", "Only a sound or film can have a transcript.");
  });

export type CaptionsInput = NonNullable<MediaInput["captions"]>[number];
export type ImageInput = z.infer<typeof imageSchema>;
export type MediaInput = z.infer<typeof mediaSchema>;
