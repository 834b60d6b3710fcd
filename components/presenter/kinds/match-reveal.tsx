import { MoveRight } from "lucide-react";
import { Written } from "#components/rich-text/written.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { BarLine } from "./bar-line.tsx";
import { barShare } from "./bar-share.ts";
import { optionSize } from "./option-size.ts";

type MatchRevealProps = { question: PublicQuestion; right: readonly number[]; result: Reveal["result"] };

/** Every item with what it belongs to, and how many knew. */
export function MatchReveal({ question, right, result }: MatchRevealProps) {
  const { t, percent } = useStageWording();
  const groups = question.groups ?? [];
  const room = question.options.length <= 4 ? 1.15 : 1;
  const units = room * optionSize(question.options, [2.7, 2.4, 2, 1.7]);
  const answered = result?.answered ?? 0;
  return (
    <ul
      aria-label={t("match.together")}
      className={`grid auto-rows-fr gap-[calc(var(--u)*0.9*var(--fit))] ${question.options.length > 6 ? "grid-cols-2 reads:grid-cols-1" : ""}`}
      style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))` }}
    >
      {question.options.map(({ text }, index) => {
        const count = result?.bars[index]?.count ?? null;
        return (
          <li key={index} className="grid animate-rise" style={{ animationDelay: `${index * 110}ms` }}>
            <BarLine
              label={
                <span className="inline-flex flex-wrap items-center gap-x-[0.6em]">
                  <Written text={text} />
                  <MoveRight aria-label={t("match.belongsTo")} className="size-[1.1em] rtl:rotate-180" />
                  <Written text={groups[right[index] ?? -1]?.text} className="font-bold" />
                </span>
              }
              count={count}
              share={barShare(count ?? 0, result)}
              note={answered > 0 ? percent(count ?? 0, answered) : undefined}
              correct={null}
              countsRight
              place={index}
            />
          </li>
        );
      })}
    </ul>
  );
}
