"use client";

import { useEffect, useRef } from "react";
import { useReactions } from "#lib/client/connection/use-live-state.ts";

/** A hall can clap faster than a projector can draw. */
const PER_BATCH = 14;
const AT_ONCE = 70;
const BATCH_MS = 250;

/** Applause rises at the far edge, where it covers least. Drawn past React: each one lives for three seconds. */
export function FloatingReactions() {
  const reactions = useReactions();
  const air = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!reactions || !air.current) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const emoji of sample(reactions.counts)) {
      if (air.current.childElementCount >= AT_ONCE) return;
      float(air.current, emoji);
    }
  }, [reactions]);

  return (
    <div
      ref={air}
      aria-hidden="true"
      className="pointer-events-none fixed inset-y-0 end-0 z-20 w-[calc(var(--u)*14)] overflow-hidden"
    />
  );
}

/** The batch in its proportions, thinned to what can be drawn. */
function sample(counts: Record<string, number>): string[] {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const scale = Math.min(1, PER_BATCH / Math.max(1, total));
  return Object.entries(counts).flatMap(([emoji, n]) => Array<string>(Math.ceil(n * scale)).fill(emoji));
}

function float(air: HTMLElement, emoji: string): void {
  const node = document.createElement("span");
  node.textContent = emoji;
  const drift = (Math.random() - 0.5) * 9;
  Object.assign(node.style, {
    position: "absolute",
    bottom: "0",
    left: `${10 + Math.random() * 75}%`,
    fontSize: `calc(var(--u) * ${2.2 + Math.random() * 1.8})`,
    lineHeight: "1",
  });
  air.append(node);
  node.animate(
    [
      { transform: "translate(0, 110%) scale(0.4)", opacity: 0 },
      { transform: `translate(calc(var(--u) * ${drift / 3}), -14vh) scale(1.1)`, opacity: 1, offset: 0.15 },
      { transform: `translate(calc(var(--u) * ${drift}), -52vh) scale(1)`, opacity: 1, offset: 0.7 },
      { transform: `translate(calc(var(--u) * ${drift * 1.2}), -72vh) scale(0.9)`, opacity: 0 },
    ],
    {
      duration: 2_600 + Math.random() * 1_200,
      delay: Math.random() * BATCH_MS,
      easing: "ease-out",
      fill: "both",
    },
  ).onfinish = () => node.remove();
}
