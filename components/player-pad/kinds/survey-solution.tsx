import { useWording } from "../use-wording.ts";
import type { SolutionProps } from "./solution-props.ts";

/** The answers of the room where nothing is right, beside the player's own. */
export function SurveySolution({ question, reveal, response }: SolutionProps) {
  const { t, percent, amount } = useWording();
  const { result } = reveal;
  const own =
    response && "text" in response
      ? response.text
      : response && "number" in response
        ? `${amount(response.number)} ${question.unit ?? ""}`.trim()
        : null;
  return (
    <div className="grid gap-4 rounded-xl bg-surface-raised p-5 ring-1 ring-line ring-inset">
      {own !== null && (
        <dl className="grid gap-1">
          <dt className="font-semibold text-ink-muted text-sm">{t("yourAnswer")}</dt>
          <dd className="break-words font-semibold text-lg">
            <bdi>{own}</bdi>
          </dd>
        </dl>
      )}
      <ul className="grid gap-2">
        {(result?.bars ?? [])
          .filter(({ count }) => count > 0)
          .slice(0, SHOWN)
          .map(({ label, count }) => (
            <li key={label} className="flex items-baseline justify-between gap-3">
              <bdi className="min-w-0 break-words">{label}</bdi>
              <span className="numerals shrink-0 font-semibold">
                {percent(count / Math.max(1, result?.answered ?? 0))}
              </span>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** A phone is no big screen. */
const SHOWN = 6;
