"use client";

import { useMemo } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { Combobox } from "#components/ui/fields/combobox.tsx";
import { TextArea } from "#components/ui/fields/text-area.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import type { Draft, DraftChange } from "../draft.ts";
import { quizLanguages } from "../quiz-languages.ts";

type QuizDetailsProps = {
  open: boolean;
  draft: Draft;
  onChange: (change: DraftChange) => void;
  onClose: () => void;
};

/** The fields of the quiz as a whole, beside its title. They are saved as they are typed. */
export function QuizDetails({ open, draft, onChange, onClose }: QuizDetailsProps) {
  const languages = useMemo(() => (open ? quizLanguages(draft.language) : []), [open, draft.language]);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="About this quiz"
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <div className="grid gap-5">
        <TextArea
          label="What is it about?"
          hint="Optional. Shown on your dashboard; players do not see it."
          rows={3}
          value={draft.description}
          maxLength={LIMITS.description}
          placeholder="A quick trip across time zones, borders and dinner tables."
          onChange={(event) => onChange({ change: "description", description: event.target.value })}
        />
        <Combobox
          label="Language of the questions"
          hint="Screen readers speak this language, text runs in its direction, and typed answers are read by its rules for numbers and words. Phones keep their own language for everything else."
          choices={languages}
          value={draft.language}
          onChange={(language) => onChange({ change: "language", language })}
          placeholder="Type to find it"
          showAll="All languages"
          empty="No such language."
        />
      </div>
    </Dialog>
  );
}
