import { useState } from "react";

/** The value this was mounted with: what a CSS animation that runs by itself was started from. */
export function useFirst<T>(value: T): T {
  const [first] = useState(value);
  return first;
}
