import { z } from "zod";
import { draftFields, LIMITS, pointsField, questionFields } from "../../fields.ts";
import type { Grade, QuestionKind } from "../../kind.ts";
import { mediaFacts } from "../../media/media-id.ts";
import type { Point } from "../../response.ts";
import { describeResponse } from "../../response.ts";
import { pinBars } from "./pin-bars.ts";

const { min, max } = LIMITS.targets;

const share = (what: string) =>
  z.number(`Give ${what}.`).min(0, "Use a number from 0 to 1.").max(1, "Use a number from 0 to 1.");

const targetSchema = z.strictObject({
  x: share("the place, from the left").describe("From the left edge, 0 to 1."),
  y: share("the place, from the top").describe("From the top edge, 0 to 1."),
  radius: z
    .number("Give the radius.")
    .min(LIMITS.radius.min, `The radius must be at least ${LIMITS.radius.min}.`)
    .max(LIMITS.radius.max, `The radius can be at most ${LIMITS.radius.max}.`)
    .default(0.05)
    .describe("How far off a pin may be, as a share of the picture's width."),
});

export const pinSchema = z
  .strictObject({
    kind: z.literal("pin"),
    ...questionFields,
    points: pointsField,
    targets: z
      .array(targetSchema, "Mark the right place on the picture.")
      .min(min, "Mark the right place on the picture.")
      .max(max, `There can be at most ${max} right places.`)
      .describe("A pin in any of these circles is right."),
  })
  .check((ctx) => {
    const { media } = ctx.value;
    if (media && mediaFacts(media.id)?.type === "image") return;
    const message = "Add the picture that players put their pins on.";
    ctx.issues.push({ code: "custom", message, input: media, path: ["media"] });
  });

export type PinQuestion = z.infer<typeof pinSchema>;

export const pin = {
  kind: "pin",
  label: "Pin on a picture",
  schema: pinSchema,
  draft: () => ({ kind: "pin", ...draftFields, points: 1, targets: [] }),
  scored: true,
  composed: true,
  freeze: (question) => question,
  options: () => [],
  problem(_question, response) {
    if ("point" in response && isInside(response.point)) return null;
    return `This question takes a place on the picture, {"point": {"x": n, "y": n}} with both from 0 to 1, from its left and top edges; given was ${describeResponse(response)}.`;
  },
  // A ten-thousandth of the picture is finer than any finger; fewer digits keep equal pins equal.
  canonical: (_question, response) =>
    "point" in response
      ? { point: { x: rounded(response.point.x), y: rounded(response.point.y) } }
      : response,
  grade(question, response): Grade {
    const correct = "point" in response && isOnTarget(question, response.point);
    return { correct, fraction: correct ? 1 : 0 };
  },
  key: ({ targets }) => ({ targets }),
  bars: (question, rows) => pinBars(rows, (point) => isOnTarget(question, point)),
} satisfies QuestionKind<PinQuestion>;

/** Whether a pin lies in one of the circles: a circle on the picture, whatever its proportions. */
function isOnTarget({ media, targets }: PinQuestion, { x, y }: Point): boolean {
  const { width = 1, height = 1 } = (media && mediaFacts(media.id)) ?? {};
  const proportion = height / width;
  return targets.some((target) => {
    const distance = Math.hypot(x - target.x, (y - target.y) * proportion);
    return distance <= target.radius + ROUNDING;
  });
}

/** What rounding to a ten-thousandth may add. */
const ROUNDING = 1e-4;

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}

function isInside({ x, y }: Point): boolean {
  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
}
