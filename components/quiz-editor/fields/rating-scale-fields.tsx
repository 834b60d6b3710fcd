"use client";

import { Select } from "#components/ui/fields/select.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { DraftOf } from "#lib/quiz/drafts/quiz-draft.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";
import { SeenAs } from "./seen-as.tsx";

type RatingQuestion = DraftOf<"rating">;
type RatingScaleFieldsProps = {
  question: RatingQuestion;
  onChange: (question: RatingQuestion) => void;
};

const SCALES = [3, 4, 5, 6, 7, 10];

/** How far the scale goes, and what its ends mean. */
export function RatingScaleFields({ question, onChange }: RatingScaleFieldsProps) {
  const { scale } = question;
  const scales = scale === "nps" || SCALES.includes(scale) ? SCALES : [...SCALES, scale];
  const examples = scale === "nps" ? ["Not at all likely", "Extremely likely"] : ["Not at all", "Very much"];
  return (
    <div className="grid gap-4">
      <Select
        label="Scale"
        hint={scale === "nps" ? "The reveal counts promoters (9, 10) and detractors (0 to 6)." : undefined}
        value={scale}
        onChange={(chosen) => onChange({ ...question, scale: chosen })}
        choices={[
          ...scales.map((max) => ({ value: max, label: `1 to ${max}` })),
          { value: "nps" as const, label: "0 to 10, Net Promoter Score" },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="grid content-start gap-1.5">
          <TextField
            label="Label of the lowest"
            data-path="lowLabel"
            value={question.lowLabel ?? ""}
            maxLength={LIMITS.endLabel}
            placeholder={examples[0]}
            error={useProblem("lowLabel")}
            onChange={(event) => onChange({ ...question, lowLabel: event.target.value || undefined })}
          />
          <SeenAs text={question.lowLabel} />
        </div>
        <div className="grid content-start gap-1.5">
          <TextField
            label="Label of the highest"
            data-path="highLabel"
            value={question.highLabel ?? ""}
            maxLength={LIMITS.endLabel}
            placeholder={examples[1]}
            error={useProblem("highLabel")}
            onChange={(event) => onChange({ ...question, highLabel: event.target.value || undefined })}
          />
          <SeenAs text={question.highLabel} />
        </div>
      </div>
    </div>
  );
}
