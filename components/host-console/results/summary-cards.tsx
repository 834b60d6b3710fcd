import type { ReactNode } from "react";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { percent, rightShare, type Summary } from "./summary.ts";

export function SummaryCards({ summary }: { summary: Summary }) {
  const { players, answers, judged, averageRight, hardest } = summary;
  const question = hardest === "none" ? null : hardest;
  const hardestShare = question && rightShare(question);
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-[1fr_1fr_1fr_2fr]">
      <Fact name="Players">{players.toLocaleString("en")}</Fact>
      <Fact name="Answers">{answers.toLocaleString("en")}</Fact>
      {judged > 0 && (
        <>
          <Fact name="Right on average">{averageRight === null ? "–" : percent(averageRight)}</Fact>
          <Fact
            name="Hardest question"
            note={hardestShare == null ? undefined : `${percent(hardestShare)} of the answers were right`}
          >
            <span className="line-clamp-2 text-balance text-xl leading-tight">
              {question
                ? `${question.index + 1}. ${withoutMarks(question.prompt, question.plainText)}`
                : hardest === "none"
                  ? "None: every answer was right"
                  : "–"}
            </span>
          </Fact>
        </>
      )}
    </dl>
  );
}

function Fact({ name, note, children }: { name: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1 rounded-xl bg-surface-raised p-4 shadow-card sm:p-5 ring-1 ring-line/70">
      <dt className="font-medium text-ink-muted text-sm">{name}</dt>
      <dd className="display numerals break-words text-4xl">{children}</dd>
      {note && <dd className="numerals text-ink-muted text-sm">{note}</dd>}
    </div>
  );
}
