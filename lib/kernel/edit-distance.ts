/**
 * Damerau–Levenshtein distance in its optimal-string-alignment form, three rows at a time; `max + 1` for anything
 * farther. A cell farther from the diagonal than `max` can only be part of a longer way, so each row is a narrow band.
 */
export function editDistance(a: readonly string[], b: readonly string[], max: number): number {
  const far = max + 1;
  if (Math.abs(a.length - b.length) > max) return far;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [];
    row[Math.max(0, i - max - 1)] = i <= max ? i : far;
    for (let j = Math.max(1, i - max); j <= Math.min(b.length, i + max); j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        at(last, j, far) + 1,
        at(row, j - 1, far) + 1,
        at(last, j - 1, far) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, at(beforeLast, j - 2, far) + 1);
      row[j] = Math.min(best, far);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length, far);
}

function at(row: readonly number[], j: number, far: number): number {
  return row[j] ?? far;
}
