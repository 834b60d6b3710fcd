"use client";

import { useEffect, useState } from "react";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { readNumber } from "#lib/kernel/read-number.ts";

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

/**
 * A number as people write it, read as in English like the page, and in the hint where it is not plain how. Empty or
 * unreadable is undefined.
 */
export function NumberField({ value, onChange, path, hint, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(textOf(value));

  // Follows changes from outside, but not its own: "1." must not become "1" under the cursor.
  useEffect(() => {
    setTyped((before) => (numberOf(before) === value ? before : textOf(value)));
  }, [value]);

  return (
    <TextField
      {...rest}
      hint={readingOf(typed) ?? hint}
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
  return readNumber(text, "en") ?? undefined;
}

/** How a number with groups, a comma or a fraction was read; null where it is plain, or not a number. */
function readingOf(text: string): string | null {
  const value = numberOf(text);
  return value === undefined || /^\s*[-+−]?[\p{Nd}.]*(e[-+]?\d+)?\s*$/iu.test(text)
    ? null
    : `Read as ${value}.`;
}
