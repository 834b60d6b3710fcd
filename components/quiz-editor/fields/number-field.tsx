"use client";

import { useEffect, useState } from "react";
import { TextField } from "#components/ui/text-field.tsx";
import { plainFigures } from "#lib/kernel/digits.ts";

type NumberFieldProps = {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  path: string;
  hint?: string;
  error?: string | undefined;
  placeholder?: string;
  hideLabel?: boolean;
  className?: string;
};

/** A number as people write it: a comma may stand for the point. Empty or unreadable is undefined. */
export function NumberField({ value, onChange, path, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(textOf(value));

  // Follows changes from outside, but not its own: "1." must not become "1" under the cursor.
  useEffect(() => {
    setTyped((before) => (numberOf(before) === value ? before : textOf(value)));
  }, [value]);

  return (
    <TextField
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      data-path={path}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(numberOf(event.target.value));
      }}
    />
  );
}

function textOf(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function numberOf(text: string): number | undefined {
  const plain = plainFigures(text).replace(",", ".");
  if (plain === "" || !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  return Number(plain);
}
