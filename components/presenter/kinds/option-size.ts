/** For texts of up to 16, 40 and 80 letters, and for longer ones. */
type Sizes = readonly [number, number, number, number];

/** How large a list of texts is set, in stage units: by the longest, and smaller where there are many. */
export function optionSize(
  texts: readonly { text: string }[],
  [large, medium, small, smallest]: Sizes,
): number {
  const longest = Math.max(0, ...texts.map(({ text }) => text.length));
  if (longest <= 16) return large;
  if (longest <= 40) return medium;
  return longest <= 80 ? small : smallest;
}
