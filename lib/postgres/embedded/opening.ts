/** The messages of the thread that opens the embedded database (embedded-worker.mjs). */
type Told = { type: "ready" } | { type: "failed"; reason: string };

interface Opening {
  once(event: "message", listener: (told: Told) => void): unknown;
}

/** Two seconds are usual, a first start and a crash recovery take some more; on a slow and busy machine, minutes. */
const SAY_EVERY_MS = 20_000;
/** By then it hangs. */
const GIVEN_UP_MS = 600_000;

/** Resolves when the thread has opened the database. As long as it may still do so, `onSlow` says how long it has taken. */
export function opened(
  thread: Opening,
  dead: Promise<Error>,
  onSlow: (seconds: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let tookMs = 0;
    const timer = setInterval(() => {
      tookMs += SAY_EVERY_MS;
      if (tookMs < GIVEN_UP_MS) onSlow(tookMs / 1_000);
      else end(() => reject(new Error(`it did not answer within ${GIVEN_UP_MS / 60_000} minutes`)));
    }, SAY_EVERY_MS);
    const end = (settle: () => void) => {
      clearInterval(timer);
      settle();
    };
    thread.once("message", (told) =>
      end(() => (told.type === "ready" ? resolve() : reject(new Error(told.reason)))),
    );
    dead.then((error) => end(() => reject(error)));
  });
}
