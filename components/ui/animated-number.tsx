"use client";

import { useFormatter } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names.ts";
import { RoomFor } from "./fields/room-for.tsx";
import { wantsStillness } from "./page/stillness.ts";

type AnimatedNumberProps = {
  value: number;
  durationMs?: number;
  /** Where the first count starts; by default the first value simply stands there. */
  from?: number;
  className?: string;
};

/**
 * Counts from the last value to the new one, writing to the DOM directly, in the room that the new one takes, so that
 * nothing around it moves and nothing has to be measured. Screen readers get only the final value.
 */
export function AnimatedNumber({ value, durationMs = 700, from, className }: AnimatedNumberProps) {
  const { number } = useFormatter();
  const figures = useRef<HTMLSpanElement>(null);
  const shown = useRef(from ?? value);

  // Before the next paint: the new value must not be seen ahead of its count.
  useLayoutEffect(() => {
    const node = figures.current;
    if (!node) return;
    const start = shown.current;
    const startedAt = performance.now();
    if (start === value || wantsStillness()) {
      shown.current = value;
      node.textContent = number(value);
      return;
    }
    let frame = 0;
    const step = (now: number) => {
      const progress = Math.min(1, Math.max(0, (now - startedAt) / durationMs));
      shown.current = Math.round(start + (value - start) * (1 - (1 - progress) ** 4));
      node.textContent = number(shown.current);
      if (progress < 1) frame = requestAnimationFrame(step);
    };
    step(startedAt);
    return () => cancelAnimationFrame(frame);
  }, [value, durationMs, number]);

  return (
    <span translate="no" className={classNames("numerals", className)}>
      <span
        // Made anew when it needs more room.
        key={number(value).length}
        aria-hidden="true"
        className="inline-grid justify-items-start *:col-start-1 *:row-start-1"
      >
        <RoomFor words={number(value)} />
        <span ref={figures} suppressHydrationWarning>
          {number(from ?? value)}
        </span>
      </span>
      <span className="sr-only">{number(value)}</span>
    </span>
  );
}
