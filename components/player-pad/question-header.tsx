import { Badge } from "#components/ui/badge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { URGENT_SECONDS } from "#components/ui/countdown.ts";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { Countdown } from "#lib/client/countdown.ts";
import type { PublicQuestionView } from "#lib/session/view.ts";
import { CountdownStrip } from "./countdown-strip.tsx";

type QuestionHeaderProps = {
  question: PublicQuestionView;
  /** Left out once the question is over. */
  countdown?: Countdown;
  closesAtMs?: number;
};

/** Which question it is, what it is worth, and how long is left. Keeps its height whatever it shows. */
export function QuestionHeader({ question, countdown, closesAtMs }: QuestionHeaderProps) {
  const open = countdown?.stage === "open" ? countdown : null;
  const waiting = countdown?.stage === "upcoming" || countdown?.stage === "reading";
  return (
    <div className="grid gap-1.5 pb-1.5">
      <div className="flex min-h-12 items-center gap-2.5">
        <span className="numerals font-semibold text-ink-muted text-sm">
          <span className="sr-only">Question </span>
          <span className="text-ink">{question.index + 1}</span> of {question.total}
        </span>
        {question.points === 2 && <Badge tone="accent">Double points</Badge>}
        {question.scored && question.points === 0 && <Badge>No points</Badge>}
        {!question.scored && <Badge>Poll</Badge>}
        {open && <Seconds left={open.secondsLeft} />}
      </div>
      <div className="flex h-2.5 items-center *:flex-1">
        {open ? (
          <CountdownStrip key={closesAtMs} {...open} />
        ) : waiting ? (
          <div aria-hidden="true" className="h-2.5 rounded-full bg-accent" />
        ) : (
          <ProgressBar
            label={`Question ${question.index + 1} of ${question.total}`}
            value={question.index + 1}
            max={question.total}
          />
        )}
      </div>
    </div>
  );
}

function Seconds({ left }: { left: number }) {
  const urgent = left <= URGENT_SECONDS;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "display numerals ml-auto flex items-baseline gap-1 text-3xl",
        urgent ? "text-danger-ink" : "text-ink",
      )}
    >
      <span key={urgent ? left : "calm"} className={urgent ? "animate-pop" : undefined}>
        {left}
      </span>
      <span className="font-sans font-semibold text-sm tracking-normal">{urgent ? "s left" : "s"}</span>
    </span>
  );
}
