import { useSyncExternalStore } from "react";
import { forget, keepText, readText } from "#lib/client/storage/kept.ts";
import { useCountdown } from "#lib/client/time/use-countdown.ts";
import type { View } from "#lib/session/reports/view.ts";
import { useMoment } from "../bar/use-moment.ts";
import { EVERYTHING, onStage, type Shown } from "./shown-on-stage.ts";

/** Whether the room sees this screen too, as from a mirrored laptop. Kept on the device; off until the host says so. */
const KEY = "ovation.sharing-screen";
const listeners = new Set<() => void>();

/** For what only the host may ever see, such as entries that wait to be shown. */
export function useSharing(): boolean {
  return useSyncExternalStore(subscribe, isSharing, () => false);
}

/** How much this screen may show now: everything, or while it is shared only as much as the big screen has shown. */
export function useShown(view: View): Shown {
  const sharing = useSharing();
  const { stage } = useCountdown(view.phase);
  const { told } = useMoment(view);
  return sharing ? onStage(view.phase, { stage, told }) : EVERYTHING;
}

export function switchSharing(on: boolean): void {
  // Where nothing can be stored, it holds for this page.
  onThisPage = on && !keepText(KEY, "on");
  if (!on) forget(KEY);
  for (const listener of listeners) listener();
}

let onThisPage = false;

function isSharing(): boolean {
  return onThisPage || readText(KEY) === "on";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}
