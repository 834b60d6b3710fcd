import { setTimeout as sleep } from "node:timers/promises";
import type { Deletion } from "../../session/live/deletion.ts";
import type { ReplaceNames } from "../../session/live/replace-names.ts";
import type { RetentionStore } from "../../session/retention-store.ts";

const EVERY_MS = 60 * 60_000;
const AT_A_TIME = 20;
/** Between two sessions, so that games under way have the database to themselves. */
const PAUSE_MS = 50;

interface Deps {
  store: Pick<RetentionStore, "due">;
  deletion: Pick<Deletion, "session">;
  replaceNames: ReplaceNames;
}

/**
 * Does what workspaces have chosen about how long they keep things: at the start, every hour, and when somebody chooses
 * anew. On several nodes it is done more often, no harm.
 */
export function sweepRetention(
  { store, deletion, replaceNames }: Deps,
  now: () => number,
  onError: (error: unknown) => void,
): { poke(): void; stop(): Promise<void> } {
  let stopped = false;
  let sweeping: Promise<void> | null = null;

  async function sweep(): Promise<void> {
    while (!stopped) {
      const { deletions, names } = await store.due(now(), AT_A_TIME);
      for (const sessionId of deletions) await act(() => deletion.session(sessionId));
      for (const sessionId of names) await act(() => replaceNames(sessionId));
      if (deletions.length + names.length < AT_A_TIME) return;
    }
  }

  async function act(act: () => Promise<unknown>): Promise<void> {
    if (stopped) return;
    await act();
    await sleep(PAUSE_MS);
  }

  function poke(): void {
    sweeping ??= sweep()
      .catch(onError)
      .finally(() => {
        sweeping = null;
      });
  }

  poke();
  const timer = setInterval(poke, EVERY_MS);
  timer.unref();
  return {
    poke,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await sweeping;
    },
  };
}
