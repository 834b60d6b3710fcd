import { useSyncExternalStore } from "react";
import { pinDigits } from "#lib/kernel/pin.ts";

/** The parts of the presenter link. The key is in the fragment, which browsers never send to a server. */
export interface ScreenLink {
  pin: string;
  key: string;
  /** For a video mixer: only the clock and the board, on nothing. */
  mixerOverlay: boolean;
}

/** The link of this page; null while it is rendered on the server. A field is empty where the link lacks it. */
export function useScreenLink(): ScreenLink | null {
  const href = useSyncExternalStore(
    subscribe,
    () => location.href,
    () => null,
  );
  return href === null ? null : readScreenLink(href);
}

export function readScreenLink(href: string): ScreenLink {
  const { searchParams, hash } = new URL(href);
  const pin = pinDigits(searchParams.get("pin") ?? "");
  const key = new URLSearchParams(hash.slice(1)).get("key") ?? "";
  return { pin, key, mixerOverlay: searchParams.get("overlay") === "1" };
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
