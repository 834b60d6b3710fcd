import { useFormatter } from "next-intl";
import { useCallback } from "react";
import { amountIn } from "#lib/quiz/kinds/number/amount.ts";

/** Numbers of a scale, as the language writes them. Years stay years: 1971, but 12,500. */
export function useScaleFigure(): (value: number) => string {
  const { number } = useFormatter();
  return useCallback(
    (value) => amountIn(value, (each) => number(each, { maximumFractionDigits: 12, useGrouping: "min2" })),
    [number],
  );
}
