"use client";

import { useEffect, useRef } from "react";
import { useWords } from "#components/rich-text/plain-text.ts";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { latinDigits } from "#lib/kernel/digits.ts";
import { stepAt, stepCount } from "#lib/quiz/kinds/steps.ts";
import { buzz } from "../haptics.ts";
import { useWording } from "../use-wording.ts";
import { useGameAround } from "./game-around.ts";
import { type AnswerPadProps, givenResponse, isHidden, mayAnswer } from "./pad-parts.ts";

const NOWHERE = { min: 1, max: 5, step: 1 };

/** One tap on a number, or its key. The words at the ends say which way is up. */
export function RatingPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const { instruction } = useWording();
  const words = useWords();
  const { steps = NOWHERE, lowLabel, highLabel } = question;
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const chosen = given && "number" in given ? given.number : null;
  const values = Array.from({ length: stepCount(steps) + 1 }, (_, index) => stepAt(steps, index));
  const choose = (number: number) => {
    if (!open) return;
    buzz("press");
    submit({ number });
  };
  useDigitKeys(values, open, choose);
  const endLabel = (value: number) =>
    value === values[0] ? lowLabel : value === values.at(-1) ? highLabel : undefined;

  return (
    <fieldset aria-label={instruction(question)} className="m-0 grid min-w-0 gap-3 border-0 p-0 pb-4">
      {/* As the numbers below: those run from left to right in every language. */}
      <p
        dir="ltr"
        className="flex justify-between gap-6 font-semibold text-[0.9375rem] text-ink-muted leading-snug"
      >
        <Written text={lowLabel} className="min-w-0 break-words text-left" />
        <Written text={highLabel} className="min-w-0 break-words text-right" />
      </p>
      <div
        dir="ltr"
        className={classNames("grid gap-2.5", columns(values.length), isHidden(countdown) && "invisible")}
      >
        {values.map((value) => (
          <button
            key={value}
            type="button"
            aria-label={[value, words(endLabel(value) ?? "")].filter((part) => part !== "").join(", ")}
            aria-pressed={chosen === value}
            aria-disabled={!open || undefined}
            data-pressed={chosen === value || undefined}
            onClick={() => choose(value)}
            className={classNames(
              answer.state !== "saved" && "pressable",
              "display numerals grid min-h-16 min-w-0 place-items-center rounded-xl text-2xl [--press:4px] focus-visible:outline-focus",
              chosen === value
                ? "bg-accent text-on-accent outline-4 outline-ink outline-offset-3 [--edge:var(--accent-edge)]"
                : open || isHidden(countdown)
                  ? "bg-surface-raised text-ink ring-2 ring-line-strong ring-inset [--edge:var(--line-strong)]"
                  : "bg-surface text-ink-muted ring-1 ring-line ring-inset",
            )}
          >
            {value}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Every number at least as wide as a thumb, on the narrowest phone too. */
function columns(values: number): string {
  if (values <= 5) return "auto-cols-fr grid-flow-col";
  return "grid-cols-4 min-[23rem]:grid-cols-6 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none side:grid-flow-row side:grid-cols-6";
}

/** A digit picks its own number; 0 is ten where the scale has no zero. */
function useDigitKeys(values: readonly number[], active: boolean, pick: (value: number) => void): void {
  const { live } = useGameAround();
  const latest = useRef({ values, pick });
  useEffect(() => {
    latest.current = { values, pick };
  });
  useEffect(() => {
    if (!active || !live) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const digit = latinDigits(event.key);
      if (!/^\d$/.test(digit)) return;
      const own = Number(digit);
      const value = own === 0 && !latest.current.values.includes(0) ? 10 : own;
      if (!latest.current.values.includes(value)) return;
      event.preventDefault();
      latest.current.pick(value);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [active, live]);
}
