import { Badge } from "#components/ui/badge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { URGENT_SECONDS } from "#components/ui/countdown.ts";
import { CountdownBar } from "#components/ui/countdown-bar.tsx";
import type { PublicQuestionView } from "#lib/session/view.ts";
import type { Stage } from "./stage.ts";

type QuestionHeaderProps = { question: PublicQuestionView; stage?: Stage; paused?: boolean };

/** Which question it is, what it is worth, and how long is left. Keeps its height whatever it shows. */
export function QuestionHeader({ question, stage, paused = false }: QuestionHeaderProps) {
  const open = stage?.name === "open" ? stage : null;
  const urgent = open !== null && open.secondsLeft <= URGENT_SECONDS;
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
        <span
          aria-hidden="true"
          className={classNames(
            "display numerals ml-auto flex items-baseline text-3xl",
            urgent ? "text-danger-ink" : "text-ink",
          )}
        >
          {open && (
            <span key={urgent ? open.secondsLeft : "calm"} className={urgent ? "animate-pop" : undefined}>
              {open.secondsLeft}
            </span>
          )}
          {open && (
            <span className="ml-1 font-sans font-semibold text-sm tracking-normal">
              {urgent ? "s left" : "s"}
            </span>
          )}
        </span>
      </div>
      {open ? (
        <CountdownBar
          key={`${question.index}-${open.durationMs}`}
          durationMs={open.durationMs}
          elapsedMs={open.elapsedMs}
          secondsLeft={open.secondsLeft}
          paused={paused}
          announce
        />
      ) : (
        <div
          aria-hidden="true"
          className={classNames("h-2.5 rounded-full", stage?.name === "over" || !stage ? "bg-ink/12" : "bg-accent")}
        />
      )}
    </div>
  );
}
