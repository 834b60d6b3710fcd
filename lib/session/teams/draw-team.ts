import { seededRandom, shuffled } from "../../kernel/random.ts";

/**
 * The team of the next player: a smallest one. Which of several comes first is drawn anew for each size, from the
 * session's id alone, so that every node draws the same and nobody can choose by when they come.
 *
 * @param sizes players who are present, by team; none for teams that are left out
 */
export function drawTeam(
  from: readonly string[],
  sizes: ReadonlyMap<string, number>,
  sessionId: string,
): string | null {
  const sizeOf = (teamId: string) => sizes.get(teamId) ?? 0;
  const smallest = Math.min(...from.map(sizeOf));
  const order = shuffled(from, seededRandom(seedOf(`${sessionId} ${smallest}`)));
  return order.find((teamId) => sizeOf(teamId) === smallest) ?? null;
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
