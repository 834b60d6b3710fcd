"use client";

import { useState } from "react";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import type { DraftOf } from "#lib/quiz/drafts/quiz-draft.ts";
import { useProblem } from "../field-problems.tsx";
import { NumberField } from "./number-field.tsx";
import { UnitField } from "./unit-field.tsx";

type NumberQuestion = DraftOf<"number">;
type Rule = "exact" | "within" | "closest";

const RULES: { value: Rule; label: string; hint: string }[] = [
  { value: "exact", label: "Exactly", hint: "Only this number is right." },
  { value: "within", label: "Within a range", hint: "Numbers close to it count too." },
  { value: "closest", label: "Closest wins", hint: "The nearest guess wins." },
];

type NumberAnswerProps = { question: NumberQuestion; onChange: (question: NumberQuestion) => void };

export function NumberAnswer({ question, onChange }: NumberAnswerProps) {
  const [ranged, setRanged] = useState(question.tolerance !== 0);
  const rule: Rule = question.closest ? "closest" : ranged ? "within" : "exact";

  function choose(next: Rule) {
    setRanged(next === "within");
    onChange({ ...question, closest: next === "closest", tolerance: next === "within" ? undefined : 0 });
  }

  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <NumberField
          label="The right number"
          path="correct"
          value={question.correct}
          error={useProblem("correct")}
          onChange={(correct) => onChange({ ...question, correct })}
        />
        <UnitField unit={question.unit} onChange={(unit) => onChange({ ...question, unit })} />
      </div>
      <RadioCards legend="What counts as right" name="rule" value={rule} onChange={choose} choices={RULES} />
      <ToleranceField question={question} shown={rule === "within"} onChange={onChange} />
    </div>
  );
}

function ToleranceField({ question, shown, onChange }: NumberAnswerProps & { shown: boolean }) {
  const problem = useProblem("tolerance");
  const { correct, tolerance, unit } = question;
  if (!shown) return null;
  const known = correct !== undefined && tolerance !== undefined && tolerance >= 0;
  const range = known
    ? `${plain(correct - tolerance)} to ${plain(correct + tolerance)}${unit ? ` ${unit}` : ""} is right.`
    : "How far off an answer may be, up or down.";
  return (
    <NumberField
      label="Tolerance, plus or minus"
      path="tolerance"
      value={tolerance}
      hint={range}
      error={problem}
      onChange={(next) => onChange({ ...question, tolerance: next })}
    />
  );
}

/** Without the tail that binary fractions leave: 0.1 + 0.2 reads 0.3. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}
