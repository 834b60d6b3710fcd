import type { MediaStore } from "../../quiz/media/media-store.ts";

const EVERY_MS = 6 * 3_600_000;
/** So long a picture may wait in a quiz that is not finished enough to be saved. */
const UNUSED_MS = 7 * 24 * 3_600_000;

/** Removes what no quiz and no session shows any more, now and then; on several nodes it is done more often, no harm. */
export function sweepMedia(
  media: Pick<MediaStore, "removeUnused">,
  now: () => number,
  onError: (error: unknown) => void,
): { stop(): void } {
  const timer = setInterval(() => void media.removeUnused(now() - UNUSED_MS).catch(onError), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
