import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Written } from "#components/rich-text/written.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { useView } from "#lib/client/connection/use-live-state.ts";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { AnswerBars } from "../../answer-bars.tsx";
import { AnswerKeyLine } from "../../answer-key-line.tsx";
import { HostNotes } from "./host-notes.tsx";

type UpNextProps = { question: FrozenQuestion | undefined; place: number };

/** For the host's eyes: what comes after this, in a line. */
export function UpNextLine({ question, place }: UpNextProps) {
  const survey = useView((view) => view?.settings.mode === "survey");
  return (
    <p className="flex min-w-0 items-baseline gap-2 px-1 text-ink-muted text-sm">
      <span className="shrink-0 font-semibold">Up next</span>
      <span className="min-w-0 truncate">
        {question
          ? `${place + 1}. ${withoutMarks(question.prompt, question.plainText)} (${kindOf(question).label.toLowerCase()})`
          : survey
            ? "The end"
            : "The podium"}
      </span>
    </p>
  );
}

/** The same with its answer, while there is time to read it. */
export function UpNextCard({ question, place }: UpNextProps) {
  if (!question) return null;
  const options =
    question.kind === "order" || question.kind === "match" ? [] : kindOf(question).options(question);
  return (
    <InPlainText question={question}>
      <Card look="flat" padding="md" className="grid gap-3">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold text-ink-muted text-sm">Up next</span>
          <Badge>{kindOf(question).label}</Badge>
          <Badge>{`${Math.round(question.timeLimitMs / 1000)} s`}</Badge>
        </p>
        <h2 className="display break-words text-lg leading-tight">
          <span>{place + 1}</span>. <Written text={question.prompt} />
        </h2>
        {options.length > 0 && (
          <AnswerBars
            question={question}
            bars={kindOf(question).bars(question, [])}
            answered={0}
            counts={false}
          />
        )}
        <AnswerKeyLine question={question} />
        <HostNotes notes={question.notes} />
      </Card>
    </InPlainText>
  );
}
