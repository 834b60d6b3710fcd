import type { CSSProperties } from "react";

/**
 * How a countdown is fed. Either `fraction` of the time that is left (0…1), set from outside as often as wished; or the
 * whole `durationMs` and how much of it had elapsed when this was mounted: then CSS runs it to the end without a render.
 * In the second form give the component a `key` of the closing instant, so that added time starts it afresh.
 */
export type CountdownFeed =
  | { fraction: number; durationMs?: never; elapsedMs?: never; paused?: never }
  | { durationMs: number; elapsedMs: number; paused?: boolean; fraction?: never };

export type CountdownProps = CountdownFeed & {
  /** Whole seconds, shown and, with `announce`, read aloud at ten and five. */
  secondsLeft: number;
  /** Only one countdown on a page should speak. */
  announce?: boolean;
  className?: string;
};

/** From here on the countdown changes colour and beats. */
export const URGENT_SECONDS = 5;

/** What CSS runs by itself; where nothing should move it shows `--left` instead, which goes down by the second (app/globals.css). */
export function running(shape: "ring" | "bar", feed: CountdownFeed, secondsLeft: number) {
  if (feed.fraction !== undefined) return undefined;
  const { durationMs, elapsedMs, paused } = feed;
  return {
    "data-running": shape,
    style: {
      animation: `countdown-${shape} ${durationMs}ms linear ${-elapsedMs}ms both ${paused ? "paused" : "running"}`,
      "--left": leftShare(secondsLeft, durationMs),
    } as CSSProperties,
  };
}

/** Of a ring or a bar: 1 is all of it. */
export function leftShare(secondsLeft: number, durationMs: number): number {
  return Math.min(1, Math.max(0, (secondsLeft * 1_000) / durationMs));
}

const SPOKEN_SECONDS = [10, URGENT_SECONDS];

/**
 * Whether a screen reader is told how much time is left, when `before` seconds were left the last time: at ten and at five, or,
 * where a busy phone missed that very second, at the first one after it.
 */
export function isSpoken(secondsLeft: number, before: number): boolean {
  return secondsLeft > 0 && SPOKEN_SECONDS.some((spoken) => secondsLeft <= spoken && spoken < before);
}
