"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { AnswerState } from "#lib/client/answers/outbox.ts";
import type { Response } from "#lib/quiz/response.ts";
import { buzz } from "../haptics.ts";
import { useGameAround } from "./game-around.ts";

type SendButtonProps = {
  questionIndex: number;
  answer: AnswerState;
  open: boolean;
  /** Whether there is anything to send. */
  ready: boolean;
  /** A complete answer that was touched: it is sent by itself when time is up. */
  standing: Response | null;
  /** Left out inside a form, which sends by itself. */
  onSend?: () => void;
  children?: ReactNode;
};

/** Stays in reach while a long question scrolls, and keeps its place when its word changes. */
export function SendButton({
  questionIndex,
  answer,
  open,
  ready,
  standing,
  onSend,
  children,
}: SendButtonProps) {
  const t = useTranslations("player");
  const note = useId();
  const { sendsAtClose: atClose, offer } = useGameAround();
  const given = answer.state === "saving" || answer.state === "saved";
  // A response is made anew at each render; offering the same one again changes nothing.
  useEffect(() => offer(questionIndex, given ? null : standing));
  const send = () => {
    buzz("press");
    onSend?.();
  };
  return (
    <div
      className={classNames(
        "z-10 grid grid-cols-[minmax(0,1fr)] pt-3",
        !atClose && "pb-3",
        ready && open && "sticky bottom-0 bg-linear-to-t from-70% from-background to-transparent side:static",
      )}
    >
      {given ? (
        <Button size="xl" variant="secondary" disabled>
          {answer.state === "saved" ? t("status.saved") : t("status.saving")}
        </Button>
      ) : (
        <Button
          size="xl"
          type={onSend ? "button" : "submit"}
          disabled={!open || !ready}
          aria-describedby={atClose && standing ? note : undefined}
          onClick={onSend ? send : undefined}
        >
          {children ?? t("send.send")}
        </Button>
      )}
      {atClose && (
        <p id={note} className="min-h-6 pt-1.5 text-center text-ink-muted text-xs leading-4.5">
          {open && standing && t("send.atClose")}
        </p>
      )}
    </div>
  );
}
