"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { buzz } from "../haptics.ts";
import { useWording } from "../use-wording.ts";
import { type AnswerPadProps, givenResponse, mayAnswer } from "./pad-parts.ts";
import { SendButton } from "./send-button.tsx";
import { typedAnswerStyles } from "./typed-answer.ts";
import { useDraft } from "./use-draft.ts";

const LONGEST = 40;

/** As many fields as there may be entries; Enter goes to the next and sends from the last. One is enough. */
export function WordcloudPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const { t } = useWording();
  const { maxEntries = 1 } = question;
  const [drafts, setDrafts] = useDraft<readonly string[]>(question.index, Array(maxEntries).fill(""));
  const list = useRef<HTMLDivElement>(null);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const shown = given && "texts" in given ? given.texts : drafts;
  const entries = drafts.map((draft) => draft.trim()).filter((draft) => draft !== "");
  const field = (place: number) => list.current?.querySelectorAll("input")[place];

  useEffect(() => {
    if (open && matchMedia("(pointer: fine)").matches) list.current?.querySelector("input")?.focus();
  }, [open]);

  const send = () => {
    if (!open || entries.length === 0) return;
    buzz("press");
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    submit({ texts: entries });
  };
  const onEnter = (event: KeyboardEvent, place: number) => {
    const next = field(place + 1);
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // Enter in an empty field means: that was all.
    if (next && drafts[place]?.trim()) next.focus();
    else send();
  };

  return (
    <form
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div ref={list} className="grid gap-2">
        {drafts.map((draft, place) => (
          <input
            key={place}
            aria-label={
              maxEntries === 1 ? t("yourAnswer") : t("cloud.nth", { place: place + 1, places: maxEntries })
            }
            dir="auto"
            value={shown === drafts ? draft : (shown[place] ?? "")}
            onChange={(event) => setDrafts(drafts.with(place, event.target.value))}
            onKeyDown={(event) => onEnter(event, place)}
            readOnly={!open}
            maxLength={LONGEST}
            autoComplete="off"
            enterKeyHint={place + 1 < maxEntries ? "next" : "send"}
            placeholder={!open ? "" : t(place === 0 ? "cloud.first" : "cloud.more")}
            className={`${typedAnswerStyles} ${maxEntries > 1 ? "min-h-14! text-xl!" : ""}`}
          />
        ))}
      </div>
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready={entries.length > 0}
        standing={entries.length > 0 ? { texts: entries } : null}
      />
    </form>
  );
}
