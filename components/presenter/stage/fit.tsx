"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";

type FitProps = {
  children: ReactNode;
  /** Whatever the height of the content depends on; a change measures again. */
  content: string;
  /** The smallest `--fit`. */
  least?: number;
  className?: string;
  innerClassName?: string;
};

const STEPS = 7;

/**
 * A box whose content always fits its height: it sets `--fit`, 1 or less, by which the sizes inside are multiplied. Three
 * hundred characters, six long options or three hundred names then need no layouts of their own.
 */
export function Fit({ children, content, least = 0.35, className, innerClassName }: FitProps) {
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` says when to measure again
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => {
      // Where the page scrolls there is room for everything.
      if ("reads" in document.documentElement.dataset) node.style.setProperty("--fit", "1");
      else shrink(node, least);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    // Content rendered later, such as a formula, changes only the height of the content.
    if (node.firstElementChild) observer.observe(node.firstElementChild);
    document.fonts.addEventListener("loadingdone", measure);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", measure);
    };
  }, [content, least]);

  return (
    <div ref={box} className={classNames("min-h-0 [--fit:1]", className)}>
      <div className={innerClassName}>{children}</div>
    </div>
  );
}

/** Halves the interval rather than stepping, so that a crowded lobby is measured eight times and not sixty. */
function shrink(box: HTMLElement, least: number): void {
  const inner = box.firstElementChild as HTMLElement;
  const fits = (scale: number) => {
    box.style.setProperty("--fit", String(scale));
    // Not scrollHeight: that would count the way things are still traveling. A pixel is lost to rounding where the
    // content is stretched to the box.
    return inner.offsetHeight <= box.clientHeight + 1;
  };
  if (fits(1)) return;
  let [low, high] = [least, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}
