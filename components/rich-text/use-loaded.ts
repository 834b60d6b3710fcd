"use client";

import { useEffect, useState } from "react";

/** The value of a promise; null until it resolves, and for ever if it fails. `load` must be one and the same function. */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const [value, setValue] = useState<{ value: T } | null>(null);
  useEffect(() => {
    let gone = false;
    load().then(
      (loaded) => !gone && setValue({ value: loaded }),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [load]);
  return value?.value ?? null;
}
