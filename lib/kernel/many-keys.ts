/** More fields than any message, form or object of a quiz has. */
export const KEYS_MAX = 50;
/** Values in all: a quiz of two megabytes has some ten thousand. What goes in circles ends here, too. */
const VALUES_MAX = 500_000;

/**
 * Whether an object anywhere in the input has more fields than anything we know. Asked before a schema sees it: a schema names
 * each field that it does not know, and a megabyte of them holds the process for longer than anybody should.
 */
export function hasManyKeys(input: unknown): boolean {
  const left: unknown[] = [input];
  for (let seen = 0; left.length > 0; seen++) {
    if (seen > VALUES_MAX) return true;
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      if (value.length > VALUES_MAX) return true;
      for (const item of value) if (typeof item === "object" && item !== null) left.push(item);
      continue;
    }
    let keys = 0;
    for (const key in value) {
      if (++keys > KEYS_MAX) return true;
      const field = (value as Record<string, unknown>)[key];
      if (typeof field === "object" && field !== null) left.push(field);
    }
  }
  return false;
}
