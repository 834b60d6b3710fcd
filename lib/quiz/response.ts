import { z } from "zod";

/** A player's answer. Tagged by its one field; options are numbered from 0 as the view shows them. */
export const responseSchema = z.union([
  z.strictObject({ choice: z.int().min(0).max(99) }),
  z.strictObject({ choices: z.array(z.int().min(0).max(99)).min(1).max(20) }),
  z.strictObject({ text: z.string().max(200) }),
  /** Entries to a word cloud. */
  z.strictObject({ texts: z.array(z.string().max(200)).min(1).max(10) }),
  z.strictObject({ number: z.number() }),
  z.strictObject({ point: z.strictObject({ x: z.number(), y: z.number() }) }),
  z.strictObject({ match: z.array(z.int().min(0).max(99)).min(1).max(20) }),
  z.strictObject({ order: z.array(z.int().min(0).max(99)).min(1).max(20) }),
]);

export type Response = z.infer<typeof responseSchema>;

/** A place on a picture, from its left and top edges, 0 to 1. */
export interface Point {
  x: number;
  y: number;
}

/** A response as quoted back in a refusal: what was sent, cut short. */
export function describeResponse(response: Response): string {
  const shown = JSON.stringify(response, (_key, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
  return shown.length > 120 ? `${shown.slice(0, 120)}…` : shown;
}
