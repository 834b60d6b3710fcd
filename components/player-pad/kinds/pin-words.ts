/** A place on a picture in whole percent, for ears. */
export function percentages({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.round(x * 100), y: Math.round(y * 100) };
}
