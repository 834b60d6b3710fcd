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

export function runningStyle(name: "countdown-ring" | "countdown-bar", feed: CountdownFeed) {
  if (feed.fraction !== undefined) return undefined;
  return {
    animation: `${name} ${feed.durationMs}ms linear ${-feed.elapsedMs}ms both ${feed.paused ? "paused" : "running"}`,
  };
}

const SPOKEN_SECONDS = [10, URGENT_SECONDS];

/**
 * Whether a screen reader is told how much time is left, when `before` seconds were left the last time: at ten and at five, or,
 * where a busy phone missed that very second, at the first one after it.
 */
export function isSpoken(secondsLeft: number, before: number): boolean {
  return secondsLeft > 0 && SPOKEN_SECONDS.some((spoken) => secondsLeft <= spoken && spoken < before);
}
