import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal } from "#lib/session/reports/view.ts";

export type StageWords = ReturnType<typeof useTranslations<"screen">>;

/** The words and figures of the big screen, in its language. */
export interface StageWording {
  t: StageWords;
  figure(value: number): string;
  percent(part: number, whole: number): string;
  /** The instruction for the room, for kinds where the question alone does not give it. */
  instruction(question: Pick<PublicQuestion, "kind" | "pick" | "closest">): string | null;
  /** "12 of 40 got it right". Null while the answers are being counted. */
  outcome(result: Reveal["result"], question?: Pick<PublicQuestion, "kind" | "closest">): string | null;
}

type FormatNumber = ReturnType<typeof useFormatter>["number"];

export function useStageWording(): StageWording {
  const t = useTranslations("screen");
  const { number } = useFormatter();
  return useMemo(() => stageWordingOf(t, number), [t, number]);
}

export function stageWordingOf(t: StageWords, number: FormatNumber): StageWording {
  return {
    t,
    figure: (value) => number(value, { maximumFractionDigits: 12 }),
    percent: (part, whole) => number(whole === 0 ? 0 : part / whole, { style: "percent" }),
    instruction({ kind, pick, closest }) {
      if (kind === "multiple" && pick) return t("instruction.pick", { pick });
      if (kind === "number" && closest) return t("instruction.closest");
      const key = `instruction.${kind}` as "instruction.order";
      return t.has(key) ? t(key) : null;
    },
    outcome(result, { kind, closest } = { kind: "poll" }) {
      if (!result) return null;
      const { answered, correct } = result;
      if (answered === 0) return t("outcome.nobodyAnswered");
      // The closest few of many say nothing about how good the room was.
      if (correct === null || closest)
        return kind === "poll"
          ? t("outcome.votes", { votes: answered })
          : t("answers", { answers: answered });
      if (correct === 0) return t(answered === 1 ? "outcome.onlyWrong" : "outcome.nobodyRight");
      if (correct < answered) return t("outcome.someRight", { correct, answered });
      return answered === 1 ? t("outcome.onlyRight") : t("outcome.allRight", { answered });
    },
  };
}
