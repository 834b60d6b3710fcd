import { z } from "zod";

/**
 * How a player looks: shape, color, eyes and mouth as one digit each (components/ui/player/avatar-parts.ts draws them). Most
 * players choose nothing; then nothing is stored or sent, and every screen draws the look that follows from the name.
 */
export const avatarSchema = z.string().regex(/^[0-9]{4}$/, "An avatar is four digits.");

/** The value of a form, if it is an avatar: a look is never a reason to refuse a join. */
export function avatarOrNone(input: string): string | null {
  return avatarSchema.safeParse(input).success ? input : null;
}

/** A look as screens get it. */
export const shownAvatar = z
  .string()
  .describe("Only where the player chose one: shape, color, eyes, mouth, a digit each.");
