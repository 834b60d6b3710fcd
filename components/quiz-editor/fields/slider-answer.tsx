"use client";

import { Switch } from "#components/ui/fields/switch.tsx";
import type { DraftOf } from "#lib/quiz/drafts/quiz-draft.ts";
import { plainNumber } from "#lib/quiz/kinds/steps.ts";
import { useProblem } from "../field-problems.tsx";
import { NumberField } from "./number-field.tsx";
import { UnitField } from "./unit-field.tsx";

type SliderQuestion = DraftOf<"slider">;
type SliderAnswerProps = { question: SliderQuestion; onChange: (question: SliderQuestion) => void };

/** The scale, what is right on it, and how near is near enough. */
export function SliderAnswer({ question, onChange }: SliderAnswerProps) {
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Part field="min" label="From" {...{ question, onChange }} />
        <Part field="max" label="To" {...{ question, onChange }} />
        <Part field="step" label="Step" {...{ question, onChange }} />
        <UnitField unit={question.unit} onChange={(unit) => onChange({ ...question, unit })} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Part field="correct" label="The right number" {...{ question, onChange }} />
        <Part
          field="margin"
          label="Margin, plus or minus"
          hint={bandHint(question)}
          {...{ question, onChange }}
        />
      </div>
      <Switch
        label="Near misses earn part of the points"
        hint="Half just outside the margin, nothing at twice the margin."
        checked={question.partialCredit}
        onChange={(event) => onChange({ ...question, partialCredit: event.target.checked })}
      />
    </div>
  );
}

type PartProps = SliderAnswerProps & {
  field: "min" | "max" | "step" | "correct" | "margin";
  label: string;
  hint?: string | undefined;
};

function Part({ field, label, hint, question, onChange }: PartProps) {
  return (
    <NumberField
      label={label}
      path={field}
      value={question[field]}
      {...(hint === undefined ? {} : { hint })}
      error={useProblem(field)}
      onChange={(value) => onChange({ ...question, [field]: value })}
    />
  );
}

function bandHint({ correct, margin, min, max, unit }: SliderQuestion): string | undefined {
  if (correct === undefined || margin === undefined || margin < 0) return undefined;
  const from = Math.max(min ?? -Infinity, plainNumber(correct - margin));
  const to = Math.min(max ?? Infinity, plainNumber(correct + margin));
  return `${from} to ${to}${unit ? ` ${unit}` : ""} is right.`;
}
