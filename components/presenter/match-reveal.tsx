import { MoveRight } from "lucide-react";
import { Written } from "#components/rich-text/written.tsx";
import type { PublicQuestionView, Reveal } from "#lib/session/view.ts";
import { BarLine } from "./bar-line.tsx";
import { optionSize } from "./option-size.ts";
import { useStageWording } from "./use-stage-wording.ts";

type MatchRevealProps = { question: PublicQuestionView; right: readonly number[]; result: Reveal["result"] };

/** Every item with what it belongs to, and how many knew. */
export function MatchReveal({ question, right, result }: MatchRevealProps) {
  const { t, percent } = useStageWording();
  const groups = question.groups ?? [];
  const room = question.options.length <= 4 ? 1.2 : 1;
  const units = room * optionSize(question.options, [2.3, 2.1, 1.8, 1.6]);
  const answered = result?.answered ?? 0;
  return (
    <ul
      aria-label={t("match.together")}
      className={`grid content-center gap-[0.45em] ${question.options.length > 6 ? "grid-cols-2 reads:grid-cols-1" : ""}`}
      style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))` }}
    >
      {question.options.map(({ text }, index) => {
        const count = result?.bars[index]?.count ?? null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item's number is its identity
          <li key={index} className="animate-rise" style={{ animationDelay: `${index * 110}ms` }}>
            <BarLine
              label={
                <span className="inline-flex flex-wrap items-center gap-x-[0.6em]">
                  <Written text={text} />
                  <MoveRight
                    aria-label={t("match.belongsTo")}
                    className="size-[1.1em] text-ink-muted rtl:rotate-180"
                  />
                  <Written text={groups[right[index] ?? -1]?.text} className="text-success-ink" />
                </span>
              }
              count={count}
              share={answered > 0 ? (count ?? 0) / answered : 0}
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
