"use client";

import { FieldProblemsProvider } from "#components/quiz-editor/field-problems.tsx";
import { QuestionForm } from "#components/quiz-editor/form/question-form.tsx";
import { QuestionSettings } from "#components/quiz-editor/form/question-settings.tsx";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { questionProblems, type ReviewChange, type ReviewedRow } from "./review.ts";

type RowFormProps = {
  id: string;
  row: ReviewedRow;
  question: QuestionDraft;
  onChange: (change: ReviewChange) => void;
  onDone: () => void;
};

/** A row mended in place, with the editor's own fields and what they say of problems. */
export function RowForm({ id, row: { key, row, given, status }, question, onChange, onDone }: RowFormProps) {
  const problems = questionProblems(question);
  return (
    <section
      id={id}
      aria-label={`Row ${row}`}
      className="grid gap-6 border-t bg-background px-4 py-5 sm:px-5"
    >
      {status === "refused" && given !== "" && (
        <div className="grid gap-1 rounded-md bg-surface-sunken px-3.5 py-2.5">
          <p className="font-semibold text-ink-muted text-sm">In the file</p>
          <p dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words">
            {given}
          </p>
        </div>
      )}
      <FieldProblemsProvider problems={problems} all>
        <InPlainText question={question}>
          <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-10">
            <QuestionForm
              key={question.kind}
              question={question}
              onChange={(written) => onChange({ change: "write", key, question: written })}
            />
            <QuestionSettings
              question={question}
              onChange={(written) => onChange({ change: "write", key, question: written })}
              onConvert={(kind) => onChange({ change: "convert", key, kind })}
            />
          </div>
        </InPlainText>
      </FieldProblemsProvider>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="secondary" onClick={onDone}>
          Done
        </Button>
        <p role="status" className="text-ink-muted text-sm">
          {problems.length > 0 && (
            <span>
              {problems.length === 1
                ? "1 thing still needs fixing. Until then this row is left out."
                : `${problems.length} things still need fixing. Until then this row is left out.`}
            </span>
          )}
        </p>
      </div>
    </section>
  );
}
