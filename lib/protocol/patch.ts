/**
 * The WebSocket subprotocol by which a player's page says that it understands `patch` and `cuts` in place of whole views, lines
 * and boards. Whoever does not ask for it is sent all in full.
 */
export const PATCHES = "ovation.patches";

/**
 * What has changed from one state to the next, instead of the whole: new values by path, `reveal.result` or `answered`, and the
 * paths of what is no longer there. Objects with the same fields are gone into; all else is replaced as it is.
 */
export interface Patch {
  set: Record<string, unknown>;
  unset?: string[];
}

type Fields = Record<string, unknown>;

/** @param ignored fields that may differ without a word */
export function patchBetween(before: object, after: object, ignored: readonly string[] = []): Patch {
  const set: Fields = {};
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key) && !ignored.includes(key));
  for (const [key, value] of Object.entries(after))
    if (!ignored.includes(key)) addChanges(set, key, (before as Fields)[key], value);
  return gone.length === 0 ? { set } : { set, unset: gone };
}

function addChanges(set: Fields, path: string, before: unknown, after: unknown): void {
  if (before === after) return;
  if (isFields(before) && isFields(after) && sameKeys(before, after)) {
    for (const [key, value] of Object.entries(after)) addChanges(set, `${path}.${key}`, before[key], value);
  } else if (JSON.stringify(before) !== JSON.stringify(after)) set[path] = after;
}

/** The state after it. What did not change keeps its identity. */
export function patched<State extends object>(state: State, { set, unset = [] }: Patch): State {
  const next = { ...state } as Fields;
  for (const key of unset) delete next[key];
  for (const [path, value] of Object.entries(set)) {
    const keys = path.split(".");
    const last = keys.pop() as string;
    let at = next;
    for (const key of keys) {
      at[key] = { ...(at[key] as Fields) };
      at = at[key] as Fields;
    }
    at[last] = value;
  }
  return next as State;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field whose name has a dot could not be told from a path. */
function sameKeys(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && !key.includes("."))
  );
}
