import { RotateCcw } from "lucide-react";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { Written } from "#components/rich-text/written.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { KINDS, type KindName } from "#lib/quiz/kinds/registry.ts";
import type { PlayerResult, QuestionResults } from "#lib/session/reports/results.ts";
import type { QuestionStatistics } from "#lib/session/reports/statistics.ts";
import { AnswerBars } from "../answer-bars.tsx";
import { AnswerKeyLine } from "../answer-key-line.tsx";
import { counted } from "../phase-words.ts";
import { RatingLine } from "../rating-line.tsx";
import { FixQuestion } from "../regrade/fix-question.tsx";
import { ClosestLine } from "./closest-line.tsx";
import { QuestionStatisticsPart } from "./question-statistics.tsx";
import { percent, rightShare, seconds, worthReteaching } from "./summary.ts";

type QuestionReportProps = {
  sessionId: string;
  /** Whether it may be regraded: it is over, no other question runs, and the viewer may run sessions. */
  fixable: boolean;
  question: QuestionResults;
  /** The same as the session asked it, for its answer in words. */
  frozen: FrozenQuestion;
  players: readonly PlayerResult[];
  statistics: QuestionStatistics | undefined;
};

/** How the room did on one question, with the right answer, also where it was not given. */
export function QuestionReport({
  sessionId,
  fixable,
  question,
  frozen,
  players,
  statistics,
}: QuestionReportProps) {
  const { index, prompt, answered, changed = 0, mean, meanTimeMs, voided, asked, bars } = question;
  const share = rightShare(question);
  const kind = question.kind as KindName;
  // Bars of options name the right one; those of other kinds are made of what was answered.
  const namesTheRight = bars.some(({ option, correct }) => option !== undefined && correct === true);
  return (
    <li
      id={`question-${index + 1}`}
      className="grid scroll-mt-4 content-start gap-4 rounded-xl bg-surface-raised p-5 shadow-card ring-1 ring-line/70 sm:p-6"
    >
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{KINDS[kind]?.label ?? kind}</Badge>
          {voided && <Badge tone="warning">Voided, did not count</Badge>}
          {!asked && <Badge>Not asked</Badge>}
          {worthReteaching(question) && (
            <Badge tone="warning">
              <RotateCcw aria-hidden="true" className="size-3.5" />
              Worth going over again
            </Badge>
          )}
        </p>
        <h3 className="display break-words text-xl">
          <span>{index + 1}</span>.{" "}
          <InPlainText question={question}>
            <Written text={prompt} />
          </InPlainText>
        </h3>
        {asked && (
          <p className="numerals flex flex-wrap gap-x-4 text-ink-muted">
            {share !== null && <span className="font-semibold text-ink">{`${percent(share)} right`}</span>}
            <span>{answered === 0 ? "Nobody answered" : counted(answered, "answer")}</span>
            {mean !== undefined && (
              <span className="font-semibold text-ink">{`${mean.toLocaleString("en")} on average`}</span>
            )}
            {changed > 0 && <span>{`${changed} changed ${changed === 1 ? "it" : "theirs"}`}</span>}
            {meanTimeMs !== null && (
              <span>{`${seconds(meanTimeMs)}${mean === undefined ? " on average" : " per answer"}`}</span>
            )}
          </p>
        )}
      </div>
      <InPlainText question={question}>
        <AnswerKeyLine question={frozen} />
      </InPlainText>
      <ClosestLine question={question} players={players} unit={"unit" in frozen ? frozen.unit : undefined} />
      {question.kind === "rating" && <RatingLine bars={bars} />}
      {(answered > 0 || (asked && namesTheRight)) && (
        <InPlainText question={question}>
          <AnswerBars question={{ kind, closest: question.closest }} bars={bars} answered={answered} />
        </InPlainText>
      )}
      {statistics && <QuestionStatisticsPart statistics={statistics} />}
      {fixable && !frozen.survey && (
        <FixQuestion
          sessionId={sessionId}
          index={index}
          question={frozen}
          voided={voided}
          label={`Fix question ${index + 1}`}
        />
      )}
    </li>
  );
}
