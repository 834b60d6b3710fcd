interface Counted {
  answered: number;
}

/** How long the bar of so many answers is, 0 to 1: a whole length is all the answers there are, not the most frequent one. */
export function barShare(count: number, result: Counted | null): number {
  return result ? Math.min(1, count / Math.max(1, result.answered)) : 0;
}
