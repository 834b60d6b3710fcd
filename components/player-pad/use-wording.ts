import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { amountIn } from "#lib/quiz/kinds/number/amount.ts";

export type PlayerWords = ReturnType<typeof useTranslations<"player">>;

/** The words and figures that the player's screens share, in the player's language. */
export interface Wording {
  t: PlayerWords;
  figure(value: number): string;
  /** The answer a question asks for. Years stay years: 1971, but 12,500. */
  amount(value: number): string;
  /** +84, −84 */
  signed(value: number): string;
  /** 0.42 → 42 % */
  percent(share: number): string;
  /** 1st, 2nd, 3rd, 1,022nd */
  ordinal(rank: number): string;
  /** "84 points behind Lan". Null for the leader, and while the one ahead is unknown. */
  gap(next: { name: string; gap: number } | null): string | null;
  /** The instruction for a question of this kind; shown until an answer is given. */
  instruction(question: { kind: string; pick?: number; closest?: boolean }): string;
}

type FormatNumber = ReturnType<typeof useFormatter>["number"];

export function useWording(): Wording {
  const t = useTranslations("player");
  const { number } = useFormatter();
  return useMemo(() => wordingOf(t, number), [t, number]);
}

export function wordingOf(t: PlayerWords, number: FormatNumber): Wording {
  return {
    t,
    figure: (value) => number(value),
    amount: (value) =>
      amountIn(value, (each) => number(each, { maximumFractionDigits: 12, useGrouping: "min2" })),
    signed: (value) => number(value, { signDisplay: "exceptZero" }),
    percent: (share) => number(share, { style: "percent" }),
    ordinal: (rank) => t("ordinal", { rank }),
    gap(next) {
      if (!next) return null;
      const name = isolated(next.name);
      return next.gap <= 0 ? t("place.level", { name }) : t("place.behind", { points: next.gap, name });
    },
    instruction({ kind, pick, closest }) {
      if (kind === "multiple" && pick) return t("instruction.pick", { pick });
      if (kind === "number" && closest) return t("instruction.closest");
      const key = `instruction.${kind}` as "instruction.order";
      return t.has(key) ? t(key) : t("instruction.choose");
    },
  };
}

/** Keeps the direction of what somebody typed from turning the sentence around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
