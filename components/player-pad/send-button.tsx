"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { AnswerState } from "#lib/client/outbox.ts";
import { buzz } from "./haptics.ts";

type SendButtonProps = {
  answer: AnswerState;
  open: boolean;
  /** Whether there is anything to send. */
  ready: boolean;
  /** Left out inside a form, which sends by itself. */
  onSend?: () => void;
  children?: ReactNode;
};

/** Stays in reach while a long question scrolls, and keeps its place when its word changes. */
export function SendButton({ answer, open, ready, onSend, children }: SendButtonProps) {
  const t = useTranslations("player");
  const send = () => {
    buzz("press");
    onSend?.();
  };
  return (
    <div
      className={classNames(
        "z-10 grid grid-cols-[minmax(0,1fr)] pt-3 pb-3",
        ready && open && "sticky bottom-0 bg-linear-to-t from-70% from-background to-transparent side:static",
      )}
    >
      {answer.state === "saving" || answer.state === "saved" ? (
        <Button size="xl" variant="secondary" disabled>
          {answer.state === "saved" ? t("status.saved") : t("status.saving")}
        </Button>
      ) : (
        <Button
          size="xl"
          type={onSend ? "button" : "submit"}
          disabled={!open || !ready}
          onClick={onSend ? send : undefined}
        >
          {children ?? t("send.send")}
        </Button>
      )}
    </div>
  );
}
