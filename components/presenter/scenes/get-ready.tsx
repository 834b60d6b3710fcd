import type { ReactNode } from "react";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { useStageWording } from "../use-stage-wording.ts";

/** Later questions are announced this shortly before: no time for a 3-2-1. */
const COUNTS_FROM_MS = 1_200;

type GetReadyProps = { question: PublicQuestion; countdown: Countdown; corner: ReactNode };

/** Before a question: 3, 2, 1 for the first one, its number alone for those that follow at once. */
export function GetReady({ question, countdown, corner }: GetReadyProps) {
  const { t } = useStageWording();
  const leftMs = countdown.durationMs - countdown.elapsedMs;
  const counts = question.index === 0 || leftMs > COUNTS_FROM_MS;
  return (
    <main className="relative grid h-full place-content-center reads:min-h-dvh justify-items-center gap-[calc(var(--u)*1.5)] text-center">
      <div
        aria-hidden="true"
        className="beam -translate-x-1/2 absolute inset-y-0 left-1/2 w-[calc(var(--u)*70)]"
      />
      <div className="absolute end-[calc(var(--u)*2.2)] top-[calc(var(--u)*2.2)] text-start">{corner}</div>
      <p className="display relative text-[calc(var(--u)*4)] text-ink-muted">
        {counts ? t("ready.get") : t("question.number", { index: question.index + 1 })}
      </p>
      {counts && <Figure key={countdown.secondsLeft} secondsLeft={countdown.secondsLeft} />}
      {!counts && question.points === 2 && (
        <p className="display relative text-[calc(var(--u)*6)] text-accent-ink">{t("question.double")}</p>
      )}
    </main>
  );
}

function Figure({ secondsLeft }: { secondsLeft: number }) {
  const { figure } = useStageWording();
  return (
    <p
      role="timer"
      translate="no"
      className="display numerals relative animate-pop text-[calc(var(--u)*24)] text-accent-ink leading-none"
    >
      {figure(Math.min(3, Math.max(1, secondsLeft)))}
    </p>
  );
}
