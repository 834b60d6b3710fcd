"use client";

import { useRef } from "react";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";
import { MediaField } from "../fields/media-field.tsx";
import { SeenAs } from "../fields/seen-as.tsx";
import { AnswerFields, promptWords } from "../kinds.tsx";
import { FormatBar, formatByKey } from "./format-bar.tsx";
import { LimitedText } from "./limited-text.tsx";

type QuestionFormProps = { question: QuestionDraft; onChange: (question: QuestionDraft) => void };

/** All that players read or answer; time and points are in question-settings.tsx. */
export function QuestionForm({ question, onChange }: QuestionFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (prompt: string) => onChange({ ...question, prompt });
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <LimitedText
          ref={field}
          max={LIMITS.prompt}
          aside={!question.plainText && <FormatBar of="the question" field={field} onChange={write} />}
          {...promptWords(question.kind)}
          rows={2}
          data-path="prompt"
          data-prompt
          value={question.prompt}
          error={useProblem("prompt")}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => question.plainText || formatByKey(event, write)}
          className="font-medium text-lg"
        />
        <SeenAs text={question.prompt} />
      </div>
      <MediaField
        media={question.media}
        picturesOnly={question.kind === "pin"}
        onChange={(media) => onChange({ ...question, media })}
      />
      <AnswerFields question={question} onChange={onChange} />
      {question.kind !== "slide" && <Explanation question={question} onChange={onChange} />}
      <LimitedText
        max={LIMITS.notes}
        label="Your notes, seen in the control room alone"
        rows={2}
        data-path="notes"
        value={question.notes ?? ""}
        placeholder="What to say, what to watch out for. Optional."
        error={useProblem("notes")}
        onChange={(event) => onChange({ ...question, notes: event.target.value || undefined })}
      />
    </div>
  );
}

function Explanation({ question, onChange }: QuestionFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (explanation: string) => onChange({ ...question, explanation: explanation || undefined });
  return (
    <div className="grid gap-2">
      <LimitedText
        ref={field}
        max={LIMITS.explanation}
        aside={!question.plainText && <FormatBar of="the explanation" field={field} onChange={write} />}
        label="Explanation, shown with the answer"
        rows={2}
        data-path="explanation"
        value={question.explanation ?? ""}
        placeholder="Why is it so? Optional."
        error={useProblem("explanation")}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => question.plainText || formatByKey(event, write)}
      />
      <SeenAs text={question.explanation} />
    </div>
  );
}
