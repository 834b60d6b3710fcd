import { type LibraryStore, TRASH_KEPT_MS } from "../../quiz/library/library-store.ts";

const EVERY_MS = 10 * 60_000;

/**
 * Empties the trash of what was there long enough, and makes the text by which quizzes are found, where it is still missing: at the start, all that
 * an older version has stored. On several nodes it is done more often, no harm.
 */
export function sweepLibrary(
  library: Pick<LibraryStore, "removeTrashed" | "readUnread">,
  now: () => number,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let sweeping: Promise<unknown> = Promise.resolve();

  function sweep(): void {
    sweeping = Promise.all([library.removeTrashed(now() - TRASH_KEPT_MS), library.readUnread()]).catch(
      onError,
    );
  }

  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}
