import { RotateCcw } from "lucide-react";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { Written } from "#components/rich-text/written.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { KINDS, type KindName } from "#lib/quiz/kinds/registry.ts";
import type { QuestionResults } from "#lib/session/reports/results.ts";
import { AnswerBars } from "../answer-bars.tsx";
import { counted } from "../phase-words.ts";
import { RatingLine } from "../rating-line.tsx";
import { percent, rightShare, seconds, worthReteaching } from "./summary.ts";

/** How the room did on one question. */
export function QuestionReport({ question }: { question: QuestionResults }) {
  const { index, prompt, answered, meanTimeMs, voided, bars } = question;
  const share = rightShare(question);
  const kind = question.kind as KindName;
  return (
    <li className="grid content-start gap-4 rounded-xl bg-surface-raised p-5 shadow-card ring-1 ring-line/70 sm:p-6">
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{KINDS[kind]?.label ?? kind}</Badge>
          {voided && <Badge tone="warning">Skipped, did not count</Badge>}
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
        <p className="numerals flex flex-wrap gap-x-4 text-ink-muted">
          {share !== null && <span className="font-semibold text-ink">{`${percent(share)} right`}</span>}
          <span>{answered === 0 ? "Nobody answered" : counted(answered, "answer")}</span>
          {meanTimeMs !== null && <span>{`${seconds(meanTimeMs)} on average`}</span>}
        </p>
      </div>
      {question.kind === "rating" && <RatingLine bars={bars} />}
      {answered > 0 && (
        <InPlainText question={question}>
          <AnswerBars question={{ kind }} bars={bars} answered={answered} />
        </InPlainText>
      )}
    </li>
  );
}
