"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { TextArea } from "#components/ui/fields/text-area.tsx";

type LimitedTextProps = Omit<ComponentProps<typeof TextArea>, "hint"> & { value: string; max: number };

/** After so long a rest the count is said; while keys are pressed it would never be heard to its end. */
const RESTS_MS = 1_000;

/** A text that may be so long and no longer. What is left, or too much, is seen as it is typed and heard when the typing rests. */
export function LimitedText({ value, max, error, ...rest }: LimitedTextProps) {
  const words = countWords(value.length, max);
  const tooLong = value.length > max;
  return (
    <div>
      <TextArea
        {...rest}
        value={value}
        error={tooLong ? undefined : error}
        hint={words && <span className={tooLong ? "font-medium text-danger-ink" : undefined}>{words}</span>}
        {...(tooLong ? { "aria-invalid": true } : {})}
      />
      <Spoken words={words} />
    </div>
  );
}

/** Nothing until the end is near. */
export function countWords(length: number, max: number): string {
  const left = max - length;
  if (left < 0) return left === -1 ? "1 character too many" : `${-left} characters too many`;
  if (left > max * 0.2) return "";
  return left === 1 ? "1 character left" : `${left} characters left`;
}

function Spoken({ words }: { words: string }) {
  const [said, setSaid] = useState(words);
  useEffect(() => {
    const rest = setTimeout(() => setSaid(words), RESTS_MS);
    return () => clearTimeout(rest);
  }, [words]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
