"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useWords } from "#components/rich-text/plain-text.ts";
import { Written } from "#components/rich-text/written.tsx";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { wantsStillness } from "#components/ui/page/stillness.ts";
import { buzz } from "../haptics.ts";
import { type AnswerPadProps, givenResponse, isHidden, mayAnswer } from "./pad-parts.ts";
import { SendButton } from "./send-button.tsx";
import { useDraft } from "./use-draft.ts";

/** Items in a row, moved by buttons: no dragging, so it works by thumb, keyboard and screen reader alike. */
export function OrderPad({ question, countdown, answer, submit }: AnswerPadProps) {
  const words = useWords();
  const t = useTranslations("player");
  const [draft, setDraft, moved] = useDraft<readonly number[]>(
    question.index,
    question.options.map((_, index) => index),
  );
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const open = mayAnswer({ countdown, answer });
  const given = givenResponse(answer);
  const order = given && "order" in given ? given.order : draft;
  const hidden = isHidden(countdown);

  const move = (from: number, by: -1 | 1) => {
    const to = from + by;
    if (!open || to < 0 || to >= draft.length) return;
    buzz("press");
    const next = draft.with(from, draft[to] as number).with(to, draft[from] as number);
    const item = words(question.options[draft[from] as number]?.text ?? "");
    setDraft(next);
    setSaid(t("order.moved", { item, place: to + 1, places: next.length }));
    requestAnimationFrame(() => {
      slide(list.current, from, to);
      keepFocus(list.current, to, by);
    });
  };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <ol ref={list} aria-label={t("order.yours")} className="grid gap-2.5">
        {order.map((option, place) => (
          <li
            key={option}
            className="flex min-h-16 min-w-0 items-center gap-3 rounded-xl bg-surface-raised py-1.5 ps-3.5 pe-1.5 ring-1 ring-line ring-inset @max-[16rem]:flex-wrap"
          >
            <span aria-hidden="true" className="display numerals w-6 shrink-0 text-accent-ink text-xl">
              {place + 1}
            </span>
            <span
              className={classNames(
                "min-w-0 flex-1 break-words font-semibold leading-snug @max-[16rem]:basis-[60%]",
                hidden && "invisible",
              )}
            >
              <Written text={question.options[option]?.text} />
            </span>
            <span className={open ? "ms-auto flex shrink-0" : "invisible ms-auto flex shrink-0"}>
              <MoveButton
                way="up"
                text={question.options[option]?.text}
                disabled={place === 0}
                onMove={() => move(place, -1)}
              />
              <MoveButton
                way="down"
                text={question.options[option]?.text}
                disabled={place === order.length - 1}
                onMove={() => move(place, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <SendButton
        questionIndex={question.index}
        answer={answer}
        open={open}
        ready
        standing={moved ? { order: [...draft] } : null}
        onSend={() => submit({ order: [...draft] })}
      >
        {t("send.order")}
      </SendButton>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

type MoveButtonProps = {
  way: "up" | "down";
  text: string | undefined;
  disabled: boolean;
  onMove: () => void;
};

function MoveButton({ way, text, disabled, onMove }: MoveButtonProps) {
  const words = useWords();
  const t = useTranslations("player.order");
  const Icon = way === "up" ? ArrowUp : ArrowDown;
  return (
    <IconButton
      aria-label={t(way, { item: words(text ?? "") })}
      aria-disabled={disabled}
      data-way={way}
      onClick={disabled ? undefined : onMove}
      className={disabled ? "opacity-30" : undefined}
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}

/** The finger and the focus stay with the item that moved. */
function keepFocus(list: HTMLOListElement | null, place: number, by: -1 | 1): void {
  const row = list?.children[place];
  row?.querySelector<HTMLElement>(`[data-way="${by < 0 ? "up" : "down"}"]`)?.focus({ preventScroll: true });
}

/** Both items are seen to change places. */
function slide(list: HTMLOListElement | null, from: number, to: number): void {
  const [left, moved] = [list?.children[from], list?.children[to]];
  if (!(left instanceof HTMLElement && moved instanceof HTMLElement)) return;
  if (wantsStillness()) return;
  const distance = left.offsetTop - moved.offsetTop;
  const timing = { duration: 180, easing: "cubic-bezier(0.22, 1, 0.36, 1)" };
  moved.animate([{ transform: `translateY(${distance}px)` }, { transform: "none" }], timing);
  left.animate([{ transform: `translateY(${-distance}px)` }, { transform: "none" }], timing);
}
