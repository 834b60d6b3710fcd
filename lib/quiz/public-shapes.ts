import { z } from "zod";

/** A question and its answers as screens and the API see them. */

/** A picture, sound or film. */
export const publicMediaSchema = z.object({
  id: z.string().describe("Load it from `/api/v1/media/{id}`."),
  type: z.enum(["image", "audio", "video"]),
  alt: z.string(),
  width: z.int().optional().describe("Of pictures, so that their place is kept while they load."),
  height: z.int().optional(),
  onPhones: z.literal(true).optional(),
  captions: z
    .array(z.object({ id: z.string(), language: z.string() }))
    .optional()
    .describe("Of a film: WebVTT files, loaded like the film."),
  transcript: z.string().optional().describe("What a sound or film says, in words."),
});

export const publicOptionSchema = z.object({ text: z.string(), image: publicMediaSchema.optional() });

/** Fields of some kinds only. */
export const publicDetailsSchema = z.object({
  unit: z.string().optional(),
  pick: z.int().optional().describe("How many options are right, when the host lets players know."),
  closest: z.literal(true).optional().describe("The closest number wins, so guessing is worth it."),
  groups: z
    .array(z.object({ text: z.string() }))
    .optional()
    .describe("What the items may belong to."),
  steps: z
    .object({ min: z.number(), max: z.number(), step: z.number() })
    .optional()
    .describe("The numbers that can be answered: min, min + step, … max."),
  lowLabel: z.string().optional().describe("What the lowest of a rating scale means."),
  highLabel: z.string().optional().describe("What the highest means."),
  nps: z.literal(true).optional().describe("Net Promoter Score: 9 and 10 promote, 0 to 6 detract."),
  text: z.string().optional().describe("What a slide says below its heading."),
  maxEntries: z.int().optional().describe("How many entries a player may send to a word cloud."),
});

export const answerKeySchema = z.union([
  z.object({ choices: z.array(z.int()) }),
  z.object({ accepted: z.array(z.string()) }),
  z.object({ number: z.number(), tolerance: z.number(), closest: z.boolean() }),
  /** Positions as shown, in the right order. */
  z.object({ order: z.array(z.int()) }),
  /** For each item as shown, the number of its group as shown. */
  z.object({ match: z.array(z.int()) }),
  /** A pin in any of these circles is right; the radius is a share of the picture's width. */
  z.object({ targets: z.array(z.object({ x: z.number(), y: z.number(), radius: z.number() })) }),
]);

/** One bar of a reveal; `option` is set where it belongs to an option, `range` where it counts a stretch of a scale. */
export const barSchema = z.object({
  label: z.string(),
  option: z.int().optional(),
  entry: z
    .string()
    .optional()
    .describe("For hosts: an entry to a word cloud as the `moderate` command takes it."),
  state: z.enum(["waiting", "shown", "hidden"]).optional().describe("Whether the room may see the entry."),
  range: z
    .object({ from: z.number(), to: z.number() })
    .optional()
    .describe("The first and the last number counted in it."),
  numbers: z
    .object({ from: z.number().optional(), to: z.number().optional(), below: z.number().optional() })
    .optional()
    .describe("The numbers counted in it: up to and with `to`, or all below `below`."),
  point: z
    .object({ x: z.number(), y: z.number() })
    .optional()
    .describe("Where on the picture these pins are."),
  count: z.int(),
  correct: z.boolean().nullable(),
});

export type PublicMedia = z.infer<typeof publicMediaSchema>;
export type PublicOption = z.infer<typeof publicOptionSchema>;
export type PublicDetails = z.infer<typeof publicDetailsSchema>;
export type AnswerKey = z.infer<typeof answerKeySchema>;
export type Bar = z.infer<typeof barSchema>;
