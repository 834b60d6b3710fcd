"use client";

import { TextField } from "#components/ui/fields/text-field.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";

type UnitFieldProps = { unit: string | undefined; onChange: (unit: string | undefined) => void };

/** The unit of the numbers of a question. */
export function UnitField({ unit, onChange }: UnitFieldProps) {
  return (
    <TextField
      label="Unit, if any"
      data-path="unit"
      value={unit ?? ""}
      maxLength={LIMITS.unit}
      placeholder="km"
      error={useProblem("unit")}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}
