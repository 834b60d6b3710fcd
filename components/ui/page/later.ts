"use client";

import { useEffect, useState } from "react";

/** Code that comes after the page has started. A network that fails is tried again. */
export interface Later<T> {
  /** Null until it came. */
  current(): T | null;
  fetch(): Promise<T>;
}

export function later<T>(load: () => Promise<T>): Later<T> {
  let loaded: T | null = null;
  let loading: Promise<T> | null = null;
  return {
    current: () => loaded,
    fetch() {
      loading ??= keepTrying(load).then((part) => {
        loaded = part;
        return part;
      });
      return loading;
    },
  };
}

/** Fetched ahead, it is there at the first render, with nothing in between; otherwise null until it came. */
export function useLater<T>(part: Later<T>): T | null {
  const [loaded, setLoaded] = useState(() => part.current());
  useEffect(() => {
    if (loaded) return;
    let gone = false;
    void part.fetch().then((came) => !gone && setLoaded(() => came));
    return () => {
      gone = true;
    };
  }, [part, loaded]);
  return loaded;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

async function keepTrying<T>(load: () => Promise<T>): Promise<T> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
