"use client";

import { Switch } from "#components/ui/fields/switch.tsx";
import { TextArea } from "#components/ui/fields/text-area.tsx";
import type { DraftOf } from "#lib/quiz/drafts/quiz-draft.ts";
import { useProblem } from "../field-problems.tsx";
import { SeenAs } from "./seen-as.tsx";

type SlideQuestion = DraftOf<"slide">;
type SlideFieldsProps = { question: SlideQuestion; onChange: (question: SlideQuestion) => void };

/** The text below the heading, and whether the slide goes on by itself. */
export function SlideFields({ question, onChange }: SlideFieldsProps) {
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <TextArea
          label="Text"
          rows={6}
          data-path="text"
          value={question.text ?? ""}
          placeholder="What everyone should know. Optional."
          error={useProblem("text")}
          onChange={(event) => onChange({ ...question, text: event.target.value || undefined })}
        />
        <SeenAs text={question.text} />
      </div>
      <Switch
        label="Continue when the time is up"
        hint="Otherwise it stays until you continue. When the clock moves the quiz on, it stays for its time."
        checked={question.autoAdvance}
        onChange={(event) => onChange({ ...question, autoAdvance: event.target.checked })}
      />
    </div>
  );
}
