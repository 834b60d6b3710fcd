"use client";

import { Lightbulb, TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { Advice } from "#lib/quiz/advice/advice.ts";
import type { Problem } from "#lib/quiz/problems.ts";

type AdvicePanelProps = {
  /** Of this question, with paths within it. */
  advice: readonly Advice[];
  /** Its problems, once they may be shown. */
  problems: readonly Problem[];
  /** How many other questions have advice. */
  elsewhere: number;
  onMend: (path: string) => void;
  onElsewhere: () => void;
};

/** What there is to say of the question on the desk; each line leads to the place to mend it. None of it keeps a quiz from being played but what is to be finished. */
export const AdvicePanel = memo(function AdvicePanel(props: AdvicePanelProps) {
  const { problems, elsewhere, onMend, onElsewhere } = props;
  const said = new Set(problems.map(({ path }) => path));
  const advice = props.advice.filter(({ path }) => !said.has(path));
  if (problems.length + advice.length + elsewhere === 0) return null;
  return (
    <section aria-label="Worth a look" className="grid gap-1.5">
      <h2 className="font-semibold text-sm">Worth a look</h2>
      {problems.length + advice.length > 0 && (
        <ul className="-mx-2 grid">
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <button type="button" onClick={() => onMend(path)} className={LINE}>
                <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning-ink" />
                <span>
                  <span className="sr-only">To finish: </span>
                  <span>{message}</span>
                </span>
              </button>
            </li>
          ))}
          {advice.map(({ rule, path, message }) => (
            <li key={rule}>
              <button type="button" onClick={() => onMend(path)} className={LINE}>
                <Lightbulb aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-muted" />
                <span>{message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && (
        <button
          type="button"
          onClick={onElsewhere}
          className="min-h-9 justify-self-start rounded-sm text-ink-muted text-sm underline decoration-current/40 underline-offset-4 hover:text-ink"
        >
          {elsewhere === 1
            ? "There is a hint at 1 other question"
            : `There are hints at ${elsewhere} other questions`}
        </button>
      )}
    </section>
  );
});

const LINE =
  "flex w-full min-h-9 items-start gap-2 rounded-md px-2 py-1.5 text-left text-sm leading-snug hover:bg-ink/5";
