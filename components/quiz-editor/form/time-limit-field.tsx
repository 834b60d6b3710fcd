"use client";

import { useEffect, useState } from "react";
import { Select } from "#components/ui/fields/select.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { plainFigures } from "#lib/kernel/digits.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";

/** The limits that other quiz tools offer, so that imported quizzes keep their times. */
const SECONDS = [5, 10, 20, 30, 60, 90, 120, 240];

const OWN = -1;
const CHOICES = [
  ...SECONDS.map((each) => ({ value: each, label: spoken(each) })),
  { value: OWN, label: "Another time…" },
];

type TimeLimitFieldProps = { timeLimitMs: number; onChange: (timeLimitMs: number) => void };

export function TimeLimitField({ timeLimitMs, onChange }: TimeLimitFieldProps) {
  const seconds = timeLimitMs / 1000;
  const [wantsOwn, setOwn] = useState(false);
  const own = wantsOwn || !SECONDS.includes(seconds);
  const [typed, setTyped] = useState(String(seconds));
  const problem = useProblem("timeLimitMs");
  const { min, max } = LIMITS.timeLimitMs;

  // Follows what comes from outside, such as an undo, and not its own.
  useEffect(() => {
    setTyped((before) => (msOf(before) === timeLimitMs ? before : String(timeLimitMs / 1000)));
  }, [timeLimitMs]);

  return (
    <div className="grid gap-2.5" data-path="timeLimitMs">
      <Select
        label="Time to answer"
        value={own ? OWN : seconds}
        onChange={(chosen) => {
          setOwn(chosen === OWN);
          if (chosen === OWN) setTyped(String(seconds));
          else onChange(chosen * 1000);
        }}
        choices={CHOICES}
      />
      {own && (
        <TextField
          label="Seconds"
          inputMode="numeric"
          value={typed}
          hint={`${min / 1000} to ${max / 1000} seconds`}
          error={problem}
          onChange={(event) => {
            setTyped(event.target.value);
            setOwn(true);
            onChange(msOf(event.target.value));
          }}
        />
      )}
    </div>
  );
}

function msOf(typed: string): number {
  const wanted = Number(plainFigures(typed).replace(",", "."));
  return Number.isFinite(wanted) ? Math.round(wanted * 1000) : 0;
}

function spoken(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = seconds / 60;
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
