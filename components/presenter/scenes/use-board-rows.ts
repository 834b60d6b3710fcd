import { useSyncExternalStore } from "react";
import { stageSize } from "../stage/stage-size.ts";

const ALL = 10;

/** How many standings can be read from the back row: fewer where the window is low. */
export function useBoardRows(): number {
  return useSyncExternalStore(subscribe, rows, () => ALL);
}

function subscribe(listener: () => void): () => void {
  addEventListener("resize", listener);
  return () => removeEventListener("resize", listener);
}

function rows(): number {
  // A page that scrolls has room for all.
  if (stageSize(window).unit !== null) return ALL;
  if (innerHeight >= 620) return ALL;
  return innerHeight >= 480 ? 8 : 5;
}
