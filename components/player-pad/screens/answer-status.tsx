"use client";

import { Check, Clock, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalText } from "#components/connection/use-refusal-text.ts";
import { Button } from "#components/ui/buttons/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { AnswerState } from "#lib/client/answers/outbox.ts";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { buzz } from "../haptics.ts";
import { useGameAround } from "../kinds/game-around.ts";
import { useWording } from "../use-wording.ts";

type AnswerStatusProps = {
  question: PublicQuestion;
  countdown: Countdown;
  answer: AnswerState;
  answered: number;
  players: number;
  /** Only while another answer may follow. */
  change?: { changing: boolean; onToggle(): void };
};

/** After this many tries the connection, not the server, is slow, and the player should know it goes on. */
const LONG_WAIT_TRIES = 3;

/** One line between question and answers: what to do, then what became of it. It never says saved before the server did. */
export function AnswerStatus({ question, countdown, answer, answered, players, change }: AnswerStatusProps) {
  const { t, instruction } = useWording();
  // The instruction is announced with the question; here it would be heard twice.
  const ahead = answer.state === "idle" && countdown.stage !== "closed";
  return (
    <div className="flex min-h-14 flex-wrap content-center items-center justify-between gap-x-3 py-1.5 font-semibold text-[0.9375rem] leading-snug">
      {ahead && (
        <p key={countdown.stage} data-do className="min-w-0 text-ink-muted">
          {countdown.stage === "open" ? instruction(question) : t("status.read")}
        </p>
      )}
      <div role="status" className={classNames("flex min-w-0 items-center gap-2", change && "flex-1")}>
        {!ahead && (change?.changing ? t("change.stands") : <Line question={question} answer={answer} />)}
      </div>
      {change && (
        <Button
          variant="secondary"
          size="md"
          className="shrink-0"
          onClick={() => {
            buzz("press");
            change.onToggle();
          }}
        >
          {t(change.changing ? "change.keep" : "change.change")}
        </Button>
      )}
      {answer.state === "saved" && !change && (
        <span key={answered} className="numerals shrink-0 text-ink-muted text-sm">
          {t("status.answered", { answered: Math.min(answered, players), players })}
        </span>
      )}
    </div>
  );
}

function Line({ question, answer }: Pick<AnswerStatusProps, "question" | "answer">): ReactNode {
  const { t } = useWording();
  const refusalText = useRefusalText();
  const own = useTranslations("own.waiting");
  const { waitsForOthers } = useGameAround();
  switch (answer.state) {
    case "saving":
      return (
        <>
          <span aria-hidden="true" className="inline-flex text-ink-muted">
            <Spinner label="" />
          </span>
          <span>{answer.tries < LONG_WAIT_TRIES ? t("status.saving") : t("status.stillSaving")}</span>
        </>
      );
    case "saved":
      if (answer.unchanged)
        return (
          <span className="flex items-center gap-2">
            <TriangleAlert aria-hidden="true" className="size-5 shrink-0" />
            <span>{t("change.unchanged", { reason: refusalText(answer.unchanged.code) })}</span>
          </span>
        );
      return <SavedLine scored={question.scored && question.points > 0} ack={answer.ack} />;
    case "refused":
      return (
        <span className="flex animate-shake items-center gap-2 text-danger-ink">
          <TriangleAlert aria-hidden="true" className="size-5 shrink-0" />
          <span>{t("status.notSaved", { reason: refusalText(answer.refusal.code) })}</span>
        </span>
      );
    case "idle":
      return (
        <span className="flex items-center gap-2">
          <Clock aria-hidden="true" className="size-5 shrink-0" />
          <span>{waitsForOthers ? own("others") : t("status.timeUp")}</span>
        </span>
      );
  }
}

type SavedLineProps = { scored: boolean; ack: Extract<AnswerState, { state: "saved" }>["ack"] };

/** Where the host lets players know at once, the ack says how it went. */
function SavedLine({ scored, ack }: SavedLineProps) {
  const { t, figure } = useWording();
  const known = ack.correct !== undefined;
  const partly = ack.correct === false && (ack.points ?? 0) > 0;
  const tone = !known
    ? "bg-ink text-background"
    : ack.correct
      ? "bg-success text-on-success"
      : partly
        ? "bg-warning text-on-warning"
        : "bg-danger text-on-danger";
  const Icon = known && !ack.correct && !partly ? X : Check;
  const outcome = t(`status.${ack.correct ? "right" : partly ? "partly" : "wrong"}`);
  return (
    <>
      <span
        aria-hidden="true"
        className={classNames("grid size-6 shrink-0 animate-pop place-items-center rounded-full", tone)}
      >
        <Icon className="size-4" strokeWidth={3} />
      </span>
      <span>
        <span>{t("status.saved")}</span>
        {known && <span>{` · ${outcome}`}</span>}
        {known && scored && (ack.points ?? 0) > 0 && (
          <span translate="no">
            {" · "}
            <bdi translate="no" className="numerals" dir="ltr">{`+${figure(ack.points ?? 0)}`}</bdi>
          </span>
        )}
      </span>
    </>
  );
}
