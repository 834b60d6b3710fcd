import { Check, X } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";
import { seconds } from "./summary.ts";

export interface PlayerAnswerRow {
  index: number;
  prompt: string;
  /** Null where none was given. */
  answer: string | null;
  /** Empty where nothing is right or wrong. */
  key: string;
  correct: boolean | null;
  /** Null where none could be earned. */
  points: number | null;
  elapsedMs: number | null;
}

/** The answers of one player, question by question, with the right answer where theirs was wrong. */
export function PlayerAnswers({ rows }: { rows: readonly PlayerAnswerRow[] }) {
  return (
    <ol className="grid gap-3">
      {rows.map(({ index, prompt, answer, key, correct, points, elapsedMs }) => (
        <li
          key={index}
          className="grid gap-2 rounded-xl bg-surface-raised p-4 shadow-card ring-1 ring-line/70 sm:p-5"
        >
          <h2 className="break-words font-semibold text-lg leading-snug">{`${index + 1}. ${prompt}`}</h2>
          <p
            className={classNames(
              "flex items-start gap-2 break-words",
              answer === null ? "text-ink-muted" : correct ? "text-success-ink" : "",
            )}
          >
            {correct === true && <Check aria-label="Right:" className="mt-0.5 size-5 shrink-0" />}
            {correct === false && (
              <X aria-label="Wrong:" className="mt-0.5 size-5 shrink-0 text-danger-ink" />
            )}
            {answer === null ? "No answer" : <bdi className="min-w-0">{answer}</bdi>}
          </p>
          {key !== "" && correct !== true && (
            <p className="break-words text-ink-muted">
              Right answer: <bdi>{key}</bdi>
            </p>
          )}
          {(points !== null || elapsedMs !== null) && (
            <p className="numerals text-ink-muted text-sm">
              {[
                ...(points === null
                  ? []
                  : [points === 1 ? "1 point" : `${points.toLocaleString("en")} points`]),
                ...(elapsedMs === null ? [] : [seconds(elapsedMs)]),
              ].join(" · ")}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
