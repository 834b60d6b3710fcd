"use client";

import { RadioCards } from "#components/ui/radio-cards.tsx";

type TrueFalseProps = { correct: boolean; onChange: (correct: boolean) => void };

export function TrueFalse({ correct, onChange }: TrueFalseProps) {
  return (
    <RadioCards
      legend="The statement is"
      name="truth"
      value={correct ? "true" : "false"}
      onChange={(value) => onChange(value === "true")}
      choices={[
        { value: "true", label: "True" },
        { value: "false", label: "False" },
      ]}
    />
  );
}
