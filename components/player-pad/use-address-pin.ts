"use client";

import { useSyncExternalStore } from "react";

/** The digits of `?pin=` in the address; empty if there are none, null until the browser has taken over. */
export function useAddressPin(): string | null {
  return useSyncExternalStore(subscribe, addressPin, () => null);
}

function addressPin(): string {
  const given = new URLSearchParams(window.location.search).get("pin") ?? "";
  return given.replace(/\D/g, "").slice(0, 6);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  return () => window.removeEventListener("popstate", listener);
}
