"use client";

import { useEffect, useRef, useState } from "react";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { nearestStep, stepCount } from "#lib/quiz/kinds/steps.ts";
import { buzz } from "../haptics.ts";
import { useWording } from "../use-wording.ts";
import { type AnswerPadProps, givenResponse, mayAnswer } from "./pad-parts.ts";
import { SendButton } from "./send-button.tsx";
import { typedAnswerStyles } from "./typed-answer.ts";
import { useDraft } from "./use-draft.ts";
import { useReading } from "./use-reading.ts";

const NOWHERE = { min: 0, max: 100, step: 1 };

/** A number by dragging, by steps, with the arrow keys, or typed: all are the same number. Enter sends. */
export function SliderPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const { t } = useWording();
  const scaleFigure = useScaleFigure();
  const { steps = NOWHERE, unit } = question;
  const [chosen, setChosen, moved] = useDraft(
    question.index,
    nearestStep(steps, (steps.min + steps.max) / 2),
  );
  const [typed, setTyped] = useState<string | null>(null);
  const range = useRef<HTMLInputElement>(null);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const value = given && "number" in given ? given.number : chosen;
  const share = (value - steps.min) / (steps.max - steps.min);
  const words = `${scaleFigure(value)}${unit ? ` ${unit}` : ""}`;
  const readingOf = useReading(unit);
  const { value: read, problem } = readingOf(typed ?? "");
  const nearest = read === value ? "" : t("number.nearest", { value: scaleFigure(value) });
  const reading = read === null ? problem : nearest;
  const unclear = typed !== null && typed.trim() !== "" && read === null;

  useEffect(() => {
    if (open && matchMedia("(pointer: fine)").matches) range.current?.focus();
  }, [open]);

  const choose = (next: number) => {
    setTyped(null);
    setChosen(nearestStep(steps, next));
  };
  const send = () => {
    if (!open || unclear) return;
    buzz("press");
    submit({ number: value });
  };

  return (
    <form
      className="grid"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="flex min-w-0 items-baseline justify-center gap-2.5">
        <span className="sr-only">{unit ? t("number.typedIn", { unit }) : t("number.typed")}</span>
        <input
          value={typed ?? scaleFigure(value)}
          onChange={(event) => {
            setTyped(event.target.value);
            const { value: number } = readingOf(event.target.value);
            if (number !== null) setChosen(nearestStep(steps, number));
          }}
          onBlur={() => setTyped(null)}
          readOnly={!open}
          inputMode="decimal"
          maxLength={40}
          autoComplete="off"
          enterKeyHint="send"
          aria-describedby="slider-reading"
          className={`${typedAnswerStyles} numerals max-w-48 text-center`}
        />
        {unit && (
          <span aria-hidden="true" className="max-w-28 shrink-0 break-words font-semibold text-xl">
            {unit}
          </span>
        )}
      </label>
      <p id="slider-reading" className="numerals min-h-7 pt-1.5 text-center text-ink-muted text-sm">
        {open && typed !== null && typed.trim() !== "" && reading}
      </p>
      {/* A scale runs from left to right in every language, as on the big screen and in its histogram. */}
      <div dir="ltr" className="flex min-w-0 items-center gap-2.5">
        <StepButton sign="−" open={open} onPress={() => choose(value - steps.step)} />
        <input
          ref={range}
          type="range"
          aria-label={unit ? t("yourAnswerIn", { unit }) : t("yourAnswer")}
          aria-valuetext={words}
          min={0}
          max={stepCount(steps)}
          step={1}
          value={Math.round((value - steps.min) / steps.step)}
          disabled={!open}
          onChange={(event) => choose(steps.min + event.target.valueAsNumber * steps.step)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            send();
          }}
          className="slider min-w-0 flex-1"
          style={{ "--share": share }}
        />
        <StepButton sign="+" open={open} onPress={() => choose(value + steps.step)} />
      </div>
      <p
        aria-hidden="true"
        dir="ltr"
        className="numerals flex justify-between px-16 pt-1 font-semibold text-ink-muted text-sm"
      >
        <span>{scaleFigure(steps.min)}</span>
        <span>{scaleFigure(steps.max)}</span>
      </p>
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready={!unclear}
        standing={moved && !unclear ? { number: value } : null}
      >
        {t("send.value", { value: words })}
      </SendButton>
    </form>
  );
}

function StepButton({ sign, open, onPress }: { sign: "−" | "+"; open: boolean; onPress: () => void }) {
  const { t } = useWording();
  return (
    <IconButton
      aria-label={t(sign === "+" ? "number.up" : "number.down")}
      variant="outline"
      size="lg"
      disabled={!open}
      onClick={onPress}
    >
      <span aria-hidden="true" className="display text-2xl">
        {sign}
      </span>
    </IconButton>
  );
}
