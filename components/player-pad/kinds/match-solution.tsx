import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWords } from "#components/rich-text/plain-text.ts";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { SolutionProps } from "./solution-props.ts";

/** Each item with what it belongs to, and where the player had put it. */
export function MatchSolution({ question, response, reveal: { key } }: SolutionProps) {
  const words = useWords();
  const t = useTranslations("player.match");
  if (!key || !("match" in key)) return null;
  const mine = response && "match" in response ? response.match : null;
  const groups = question.groups ?? [];
  return (
    <ul className="grid gap-2.5">
      {question.options.map((item, index) => {
        const [should, had] = [key.match[index] ?? -1, mine?.[index]];
        const correct = had === should;
        const Icon = correct ? Check : X;
        return (
          <li
            key={index}
            className="grid gap-1 rounded-xl bg-surface-raised px-3 py-2.5 ring-1 ring-line ring-inset"
          >
            <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2 leading-snug">
              <span className="min-w-0 break-words font-semibold">
                <Written text={item.text} />
              </span>
              <span className="min-w-0 break-words rounded-lg bg-success-soft px-2 py-1.5 font-semibold text-success-ink">
                <Written text={groups[should]?.text} />
              </span>
              {mine && (
                <Icon
                  aria-hidden="true"
                  className={classNames("size-5", correct ? "text-success-ink" : "text-danger-ink")}
                  strokeWidth={3}
                />
              )}
            </div>
            {mine && (
              <p className={correct ? "sr-only" : "text-danger-ink text-sm"}>
                {correct ? t("right") : t("yours", { group: words(groups[had ?? -1]?.text ?? "") })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
