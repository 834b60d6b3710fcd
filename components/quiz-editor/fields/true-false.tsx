"use client";

import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { useProblem } from "../field-problems.tsx";

type TrueFalseProps = { correct: boolean | undefined; onChange: (correct: boolean) => void };

export function TrueFalse({ correct, onChange }: TrueFalseProps) {
  return (
    <div className="grid gap-1.5" data-path="correct">
      <RadioCards
        legend="The statement is"
        name="truth"
        value={correct === undefined ? "" : correct ? "true" : "false"}
        onChange={(value) => onChange(value === "true")}
        choices={[
          { value: "true", label: "True" },
          { value: "false", label: "False" },
        ]}
      />
      <ProblemLine>{useProblem("correct")}</ProblemLine>
    </div>
  );
}
