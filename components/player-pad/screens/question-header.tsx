import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { URGENT_SECONDS } from "#components/ui/countdown/countdown.ts";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { useWording } from "../use-wording.ts";
import { CountdownStrip } from "./countdown-strip.tsx";

type QuestionHeaderProps = {
  question: PublicQuestion;
  /** Left out once the question is over. */
  countdown?: Countdown;
  closesAtMs?: number;
  /** The player has no limit: there is nothing to count down. */
  unlimited?: boolean;
};

/** Which question it is, what it is worth, and how long is left. Keeps its height whatever it shows. */
export function QuestionHeader({ question, countdown, closesAtMs, unlimited = false }: QuestionHeaderProps) {
  const { t } = useWording();
  const own = useTranslations("own.waiting");
  const numbered = { index: question.index + 1, total: question.total };
  const open = countdown?.stage === "open" ? countdown : null;
  const waiting = countdown?.stage === "upcoming" || countdown?.stage === "reading";
  return (
    <div className="grid gap-1.5 pb-1.5">
      <div className="flex min-h-12 items-center gap-2.5">
        <span className="numerals shrink-0 whitespace-nowrap font-semibold text-ink-muted text-sm">
          {t.rich("question.of", {
            ...numbered,
            label: (words) => <span className="sr-only">{words}</span>,
            n: (figure) => <span className="text-ink">{figure}</span>,
          })}
        </span>
        {question.points === 2 && (
          <Badge tone="accent" className="min-w-0">
            {t("question.double")}
          </Badge>
        )}
        {question.scored && question.points === 0 && <Badge>{t("question.noPoints")}</Badge>}
        {!question.scored && question.kind !== "slide" && (
          <Badge>{t(question.kind === "poll" ? "question.poll" : "question.noPoints")}</Badge>
        )}
        {open && !unlimited && <Seconds left={open.secondsLeft} />}
        {open && unlimited && <Badge>{own("noLimit")}</Badge>}
      </div>
      <div className="flex h-2.5 items-center *:flex-1">
        {open && !unlimited ? (
          <CountdownStrip key={closesAtMs} {...open} />
        ) : waiting || open ? (
          <div aria-hidden="true" className="h-2.5 rounded-full bg-accent" />
        ) : (
          <ProgressBar
            label={t("question.numbered", numbered)}
            value={question.index + 1}
            max={question.total}
          />
        )}
      </div>
    </div>
  );
}

function Seconds({ left }: { left: number }) {
  const { t, figure } = useWording();
  const urgent = left <= URGENT_SECONDS;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "display numerals ms-auto flex items-baseline gap-1 text-3xl",
        urgent ? "text-danger-ink" : "text-ink",
      )}
    >
      <span key={urgent ? left : "calm"} translate="no" className={urgent ? "animate-pop" : undefined}>
        {figure(left)}
      </span>
      <span className="font-sans font-semibold text-sm tracking-normal">
        {t(urgent ? "question.secondsLeft" : "question.seconds")}
      </span>
    </span>
  );
}
