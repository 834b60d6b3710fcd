/**
 * A Postgres array of numbers or booleans, as text. The driver would quote and escape each element, which was a third
 * of a commit's time in this process, and it takes an array of booleans for one boolean.
 */
export function list(values: readonly (number | boolean | null)[]): string {
  return `{${(values.includes(null) ? values.map(String) : values).join(",")}}`;
}

/** A Postgres array of texts, as text; ids and most JSON need no look at each character. */
export function quotedList(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? "null" : quoted(value))).join(",")}}`;
}

function quoted(value: string): string {
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, "\\$&") : value}"`;
}

/** Repeated values once, and for each place the number of its value, from 1 as Postgres counts. */
export function numbered(values: readonly string[]): { distinct: string[]; numbers: string } {
  const numberOf = new Map<string, number>();
  let last = "";
  let lastNumber = 0;
  const numbers = values.map((value) => {
    if (value === last && lastNumber > 0) return lastNumber;
    last = value;
    lastNumber = numberOf.get(value) ?? numberOf.size + 1;
    if (lastNumber > numberOf.size) numberOf.set(value, lastNumber);
    return lastNumber;
  });
  return { distinct: [...numberOf.keys()], numbers: list(numbers) };
}
