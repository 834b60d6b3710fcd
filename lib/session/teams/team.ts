import { z } from "zod";
import type { TeamStanding } from "../../leaderboard/team-standings.ts";

/** Players who play together. Its id stays when it is renamed. */
export const teamSchema = z.object({
  teamId: z.string(),
  name: z.string(),
  avatar: z.string().describe("How it looks: shape, color, eyes, mouth, a digit each."),
});

export type Team = z.infer<typeof teamSchema>;

/** One line of the teams' board. */
export const teamStandingSchema = z.object({
  rank: z.int(),
  ...teamSchema.shape,
  score: z.int(),
  members: z.int().describe("Players who are in it now."),
}) satisfies z.ZodType<TeamStanding>;

export const TEAMS_MIN = 2;
export const TEAMS_MAX = 40;

/**
 * The look of the nth team. The first six differ in color, and of those that share a color no two share a shape, so that
 * forty can be told apart (components/ui/avatar-parts.ts).
 */
export function teamAvatar(index: number): string {
  const lap = Math.floor(index / LOOKS);
  return `${(index + lap) % LOOKS}${index % LOOKS}${index % FACES}${(index + lap) % FACES}`;
}

/** Colors, and shapes. */
const LOOKS = 6;
/** Eyes, and mouths. */
const FACES = 5;
