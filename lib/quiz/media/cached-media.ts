import { type MediaStore, PIECE_BYTES } from "./media-store.ts";

/** Pictures of the questions under way in a few hundred rooms. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** The same store with the pieces read last kept in memory: ten thousand phones ask for one picture at once. */
export function cachedMedia(store: MediaStore, maxBytes = CACHE_BYTES): MediaStore {
  const sizes = recent((id: string) => store.size(id), 2_000);
  const pieces = recent(
    (key: string) => {
      const [id = "", index] = key.split("/");
      return store.piece(id, Number(index));
    },
    Math.max(1, Math.floor(maxBytes / PIECE_BYTES)),
  );

  return {
    ...store,
    async size(id) {
      const size = await sizes(id);
      // It may be stored in a moment, by another node.
      if (size === null) sizes.forget(id);
      return size;
    },
    piece: (id, index) => pieces(`${id}/${index}`),
  };
}

/** Remembers the last `max` values asked for; who asks meanwhile waits for the same one. A failure is not remembered. */
function recent<T>(load: (key: string) => Promise<T>, max: number) {
  const kept = new Map<string, Promise<T>>();
  const get = (key: string): Promise<T> => {
    const known = kept.get(key);
    if (known) kept.delete(key);
    const value = known ?? load(key);
    kept.set(key, value);
    if (!known) value.catch(() => kept.delete(key));
    if (kept.size > max) kept.delete(kept.keys().next().value as string);
    return value;
  };
  return Object.assign(get, { forget: (key: string) => kept.delete(key) });
}
