"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "./operator-api.ts";

const EVERY_MS = 3_000;

interface Polled<T> {
  value: T | null;
  /** Why there is nothing newer; null while there is. */
  trouble: string | null;
  /** When the value was read, by the clock of this device. */
  readAtMs: number | null;
  /** At once, after something was done. */
  again(): void;
}

/** Reads every three seconds while the page is visible. The last reply stays while the server does not answer. */
export function usePolled<T>(read: () => Promise<T>): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, "again">>({
    value: null,
    trouble: null,
    readAtMs: null,
  });
  const reading = useRef(false);
  const reader = useRef(read);
  reader.current = read;

  const look = useCallback(async () => {
    if (reading.current) return;
    reading.current = true;
    try {
      const value = await reader.current();
      setState({ value, trouble: null, readAtMs: Date.now() });
    } catch (error) {
      setState((before) => ({ ...before, trouble: sentenceOf(error) }));
    } finally {
      reading.current = false;
    }
  }, []);

  useEffect(() => {
    const seen = () => {
      if (!document.hidden) void look();
    };
    seen();
    const timer = setInterval(seen, EVERY_MS);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [look]);

  return { ...state, again: look };
}
