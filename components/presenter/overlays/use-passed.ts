import { useEffect, useState } from "react";

/** How many of these instants, ascending and in server time, have passed. Renders again at each of them. */
export function usePassed(instantsMs: readonly number[], serverNow: () => number): number {
  const [, renderAgain] = useState(0);
  const nowMs = serverNow();
  const passed = instantsMs.filter((instant) => instant <= nowMs).length;
  const next = instantsMs[passed];
  useEffect(() => {
    if (next === undefined) return;
    const timer = setTimeout(() => renderAgain((n) => n + 1), Math.max(0, next - serverNow()) + 2);
    return () => clearTimeout(timer);
  });
  return passed;
}
