import { useSyncExternalStore } from "react";

/** False in the page as it is sent, true once its scripts run. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

const subscribe = () => () => {};
