import { useLocale } from "next-intl";
import { useCallback } from "react";
import { readQuantity } from "#lib/quiz/kinds/number/read-quantity.ts";
import { useWording } from "../use-wording.ts";

/** The number read from a typed text, or in plain words why it is none. */
export interface NumberReading {
  value: number | null;
  problem: string;
}

/** Reads by the language shown: the same screen writes numbers in it. */
export function useReading(unit: string | undefined): (typed: string) => NumberReading {
  const locale = useLocale();
  const { t, amount } = useWording();
  return useCallback(
    (typed) => {
      const read = readQuantity(typed, unit, locale);
      if ("value" in read) return { value: read.value, problem: "" };
      if (read.problem === "figures")
        return { value: null, problem: t("number.digits", { example: amount(1.5) }) };
      const words = { typed: read.typed, unit: unit ?? "" };
      return { value: null, problem: unit ? t("number.otherUnit", words) : t("number.noUnit", words) };
    },
    [unit, locale, t, amount],
  );
}
