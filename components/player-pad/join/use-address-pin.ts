"use client";

import { useSyncExternalStore } from "react";
import { addressPin } from "#lib/client/address/address-pin.ts";

/** The digits of `?pin=` in the address; empty if there are none, null until the browser has taken over. */
export function useAddressPin(): string | null {
  return useSyncExternalStore(subscribe, addressPin, () => null);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  return () => window.removeEventListener("popstate", listener);
}
