"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { buzz } from "./haptics.ts";
import { type AnswerPadProps, givenResponse, mayAnswer } from "./pad-parts.ts";
import { SendButton } from "./send-button.tsx";
import { typedAnswerStyles } from "./typed-answer.ts";

const LONGEST = 200;

/** A typed answer. */
export function TextPad({ countdown, answer, submit }: AnswerPadProps) {
  const t = useTranslations("player");
  const [draft, setDraft] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const shown = given && "text" in given ? given.text : draft;

  useEffect(() => {
    // On a phone this would throw the keyboard over the question; there, the first tap is the reader's.
    if (open && matchMedia("(pointer: fine)").matches) input.current?.focus();
  }, [open]);

  return (
    <form
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (!open || draft.trim() === "") return;
        buzz("press");
        input.current?.blur();
        submit({ text: draft.trim() });
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
      <SendButton answer={answer} open={open} ready={draft.trim() !== ""} />
    </form>
  );
}
