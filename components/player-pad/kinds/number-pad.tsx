"use client";

import { useEffect, useRef } from "react";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { buzz } from "../haptics.ts";
import { useWording } from "../use-wording.ts";
import { type AnswerPadProps, givenResponse, mayAnswer } from "./pad-parts.ts";
import { SendButton } from "./send-button.tsx";
import { typedAnswerStyles } from "./typed-answer.ts";
import { useDraft } from "./use-draft.ts";
import { useReading } from "./use-reading.ts";

/** A number, with its unit or without; how it was read is shown below before it is sent. */
export function NumberPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const { t, amount } = useWording();
  const [draft, setDraft] = useDraft(question.index, "");
  const input = useRef<HTMLInputElement>(null);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const shown = given && "number" in given ? amount(given.number) : draft;
  const { unit } = question;
  const { value, problem } = useReading(unit)(draft);

  useEffect(() => {
    if (open && matchMedia("(pointer: fine)").matches) input.current?.focus();
  }, [open]);

  return (
    <form
      className="grid"
      onSubmit={(event) => {
        event.preventDefault();
        if (!open || value === null) return;
        buzz("press");
        input.current?.blur();
        submit({ number: value });
      }}
    >
      <div className="flex min-w-0 items-center gap-2.5">
        <IconButton
          aria-label={t("number.sign")}
          variant="outline"
          size="lg"
          disabled={!open}
          onClick={() => setDraft(/^\s*[-−]/.test(draft) ? draft.replace(/^\s*[-−]/, "") : `-${draft}`)}
        >
          <span aria-hidden="true" className="display text-xl">
            ±
          </span>
        </IconButton>
        <input
          ref={input}
          aria-label={unit ? t("yourAnswerIn", { unit }) : t("yourAnswer")}
          aria-describedby="number-reading"
          value={shown}
          onChange={(event) => setDraft(event.target.value)}
          readOnly={!open}
          inputMode="decimal"
          maxLength={40}
          autoComplete="off"
          enterKeyHint="send"
          placeholder={open ? "0" : ""}
          className={`${typedAnswerStyles} numerals`}
        />
        {unit && <span className="max-w-28 shrink-0 break-words font-semibold text-xl">{unit}</span>}
      </div>
      <p id="number-reading" className="numerals min-h-6 pt-2 text-ink-muted text-sm">
        {open &&
          draft.trim() !== "" &&
          (value === null
            ? problem
            : t("number.readAs", { value: `${amount(value)}${unit ? ` ${unit}` : ""}` }))}
      </p>
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready={value !== null}
        standing={value === null ? null : { number: value }}
      />
    </form>
  );
}
