/**
 * Where the right option of a question goes among `count`, for files that name it apart from the wrong ones. It looks like
 * chance and is the same at every reading, so that what was looked at is what is imported.
 */
export function optionPlace(at: number, count: number): number {
  return (((at * 2_654_435_761 + 1_013_904_223) % 4_294_967_296) >>> 16) % count;
}
