import { useTranslations } from "next-intl";
import { Written } from "#components/rich-text/written.tsx";
import type { PublicQuestionView } from "#lib/session/view.ts";
import { optionSize } from "./option-size.ts";

/** The items on one side, what they may belong to on the other. */
export function MatchPanel({ question }: { question: PublicQuestionView }) {
  const t = useTranslations("screen.match");
  const groups = question.groups ?? [];
  const units = optionSize([...question.options, ...groups], [2.6, 2.2, 1.8, 1.5]);
  const columns = question.options.length > 5 ? "grid-cols-2" : "grid-cols-1";
  return (
    <div
      className="grid grid-cols-2 items-center gap-[calc(var(--u)*5)]"
      style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))` }}
    >
      <ul aria-label={t("items")} className={`grid gap-[0.45em] ${columns}`}>
        {question.options.map(({ text }, index) => (
          <Written
            as="li"
            // biome-ignore lint/suspicious/noArrayIndexKey: an item's number is its identity
            key={index}
            text={text}
            className="animate-rise break-words rounded-[0.5em] bg-surface-raised px-[0.8em] py-[0.55em] font-semibold leading-snug shadow-card"
            style={{ animationDelay: `${index * 70}ms` }}
          />
        ))}
      </ul>
      <ul aria-label={t("groups")} className="flex flex-wrap content-center gap-[0.5em]">
        {groups.map(({ text }, index) => (
          <Written
            as="li"
            // biome-ignore lint/suspicious/noArrayIndexKey: a group's number is its identity
            key={index}
            text={text}
            className="animate-pop break-words rounded-[0.5em] bg-accent px-[0.8em] py-[0.55em] font-semibold text-on-accent leading-snug"
            style={{ animationDelay: `${300 + index * 70}ms` }}
          />
        ))}
      </ul>
    </div>
  );
}
