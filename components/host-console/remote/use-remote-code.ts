import { useCallback, useEffect, useRef, useState } from "react";
import type { PairedRemote } from "#lib/auth/remote-store.ts";
import { useServerClock } from "#lib/client/connection/use-live-state.ts";
import type { RemoteActions } from "../host-actions.ts";

export interface RemoteOffer {
  /** Null while one is being made. */
  code: string | null;
  paired: readonly PairedRemote[];
  problem: string | null;
  remove(id: string): Promise<void>;
}

/** A new code comes before the old one runs out, so that a code scanned just now still works. */
const RENEWED_BEFORE_MS = 30_000;
const LOOKED_EVERY_MS = 2_000;
const NOT_REACHED = "The server could not be reached. Check the connection and try again.";

/** A code as long as the dialog is open, a new one for each device, and the devices that took one. */
export function useRemoteCode(sessionId: string, open: boolean, actions: RemoteActions): RemoteOffer {
  const { offer: make, paired: list, remove: take } = actions;
  const { serverNow } = useServerClock();
  const [offer, setOffer] = useState<{ code: string; untilMs: number } | null>(null);
  const [paired, setPaired] = useState<readonly PairedRemote[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const count = useRef<number | null>(null);

  const renew = useCallback(async () => {
    const made = await make(sessionId).catch(() => null);
    if (made?.ok) setOffer(made);
    setProblem(made === null ? NOT_REACHED : made.ok ? null : made.refusal.message);
  }, [sessionId, make]);

  const look = useCallback(async () => {
    const found = document.hidden ? null : await list(sessionId).catch(() => null);
    if (!found?.ok) return;
    setPaired((before) => (JSON.stringify(before) === JSON.stringify(found.paired) ? before : found.paired));
    // A device has taken the code on the screen: it works no more.
    if (count.current !== null && found.paired.length > count.current) await renew();
    count.current = found.paired.length;
  }, [sessionId, list, renew]);

  useEffect(() => {
    if (!open) {
      setOffer(null);
      count.current = null;
      return;
    }
    void renew();
    let timer: ReturnType<typeof setTimeout>;
    const again = () => {
      void look().finally(() => {
        timer = setTimeout(again, LOOKED_EVERY_MS);
      });
    };
    again();
    return () => clearTimeout(timer);
  }, [open, renew, look]);

  useEffect(() => {
    if (!offer) return;
    const waitMs = Math.max(offer.untilMs - serverNow() - RENEWED_BEFORE_MS, LOOKED_EVERY_MS);
    const timer = setTimeout(() => void renew(), waitMs);
    return () => clearTimeout(timer);
  }, [offer, renew, serverNow]);

  const remove = useCallback(
    async (id: string) => {
      const removed = await take(sessionId, id).catch(() => null);
      if (removed === null) setProblem(NOT_REACHED);
      else setPaired((before) => before.filter((each) => each.id !== id));
      count.current = null;
    },
    [sessionId, take],
  );

  return { code: offer?.code ?? null, paired, problem, remove };
}
