"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { buzz } from "../haptics.ts";
import { type AnswerPadProps, givenResponse, mayAnswer } from "./pad-parts.ts";
import { SendButton } from "./send-button.tsx";
import { typedAnswerStyles } from "./typed-answer.ts";
import { useDraft } from "./use-draft.ts";

const LONGEST = 200;

/** A typed answer. */
export function TextPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const t = useTranslations("player");
  const [draft, setDraft] = useDraft(question.index, "");
  const input = useRef<HTMLInputElement>(null);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const shown = given && "text" in given ? given.text : draft;
  const response = draft.trim() === "" ? null : { text: draft.trim() };

  useEffect(() => {
    // On a phone this would throw the keyboard over the question; there, the first tap is the reader's.
    if (open && matchMedia("(pointer: fine)").matches) input.current?.focus();
  }, [open]);

  return (
    <form
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (!open || !response) return;
        buzz("press");
        input.current?.blur();
        submit(response);
      }}
    >
      <input
        ref={input}
        aria-label={t("yourAnswer")}
        dir="auto"
        value={shown}
        onChange={(event) => setDraft(event.target.value)}
        readOnly={!open}
        maxLength={LONGEST}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="send"
        placeholder={open ? t("yourAnswer") : ""}
        className={typedAnswerStyles}
      />
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready={response !== null}
        standing={response}
      />
    </form>
  );
}
