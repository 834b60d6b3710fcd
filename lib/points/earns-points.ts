/**
 * Whether a question can move the standings: no poll, rating, word cloud or slide, and none worth 0 points. Takes what is
 * public, so that screens and server ask the same.
 */
export function earnsPoints({ scored, points }: { scored: boolean; points: number }): boolean {
  return scored && points > 0;
}
