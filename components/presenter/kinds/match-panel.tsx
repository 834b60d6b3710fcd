import { useTranslations } from "next-intl";
import { Written } from "#components/rich-text/written.tsx";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { optionSize } from "./option-size.ts";

/** The items on one side, what they may belong to on the other. */
export function MatchPanel({ question }: { question: PublicQuestion }) {
  const t = useTranslations("screen.match");
  const groups = question.groups ?? [];
  const room = Math.max(question.options.length, groups.length) <= 4 ? 1 : 0.84;
  const units = room * optionSize([...question.options, ...groups], [3, 2.5, 2, 1.8]);
  const columns = question.options.length > 6 ? "grid-cols-2" : "grid-cols-1";
  return (
    <div
      className="grid grid-cols-2 gap-[calc(var(--u)*5)] reads:grid-cols-1"
      style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))` }}
    >
      <ul aria-label={t("items")} className={`grid auto-rows-fr content-center gap-[0.4em] ${columns}`}>
        {question.options.map(({ text }, index) => (
          <Written
            as="li"
            key={index}
            text={text}
            className="animate-rise content-center break-words align-page rounded-[0.5em] bg-surface-raised px-[0.8em] py-[0.36em] min-h-[calc(2.1em+var(--spare)*0.1)] font-semibold leading-snug shadow-card"
            style={{ animationDelay: `${index * 70}ms` }}
          />
        ))}
      </ul>
      <ul
        aria-label={t("groups")}
        className="grid auto-rows-[minmax(min-content,3.1em)] content-center gap-[0.4em]"
      >
        {groups.map(({ text }, index) => (
          <Written
            as="li"
            key={index}
            text={text}
            className="animate-pop content-center break-words rounded-[0.5em] bg-accent px-[0.8em] py-[0.36em] text-center font-semibold text-on-accent leading-snug"
            style={{ animationDelay: `${300 + index * 70}ms` }}
          />
        ))}
      </ul>
    </div>
  );
}
