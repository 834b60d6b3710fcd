"use client";

import { useSyncExternalStore } from "react";

const DAY_MS = 86_400_000;

/** An instant in the reader's own time zone: "today, 14:05", "yesterday, 9:30", "Mar 3". */
export function LocalTime({ atMs, className }: { atMs: number; className?: string }) {
  // The server does not know the reader's zone; it writes the date alone, and the browser the rest.
  const text = useSyncExternalStore(
    never,
    () => spoken(atMs, Date.now()),
    () => new Date(atMs).toISOString().slice(0, 10),
  );
  return (
    <time dateTime={new Date(atMs).toISOString()} className={className}>
      {text}
    </time>
  );
}

function spoken(atMs: number, nowMs: number): string {
  const at = new Date(atMs);
  const time = at.toLocaleTimeString("en", { hour: "numeric", minute: "2-digit" });
  const daysAgo = Math.round((midnight(nowMs) - midnight(atMs)) / DAY_MS);
  if (daysAgo === 0) return `today, ${time}`;
  if (daysAgo === 1) return `yesterday, ${time}`;
  const sameYear = at.getFullYear() === new Date(nowMs).getFullYear();
  return at.toLocaleDateString("en", {
    month: "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  });
}

function midnight(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

function never(): () => void {
  return () => {};
}
