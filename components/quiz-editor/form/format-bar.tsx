"use client";

import { Bold, Code, Italic, Sigma } from "lucide-react";
import type { KeyboardEvent, RefObject } from "react";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";

/** The marks that texts take (docs/SPEC.md, MK1), each with what stands between them when nothing is chosen. */
const MARKS = [
  { name: "Bold", mark: "**", sample: "bold", icon: Bold, key: "b" },
  { name: "Italic", mark: "*", sample: "italic", icon: Italic, key: "i" },
  { name: "Code", mark: "`", sample: "code", icon: Code, key: "e" },
  { name: "Formula, as TeX", mark: "$", sample: "x^2", icon: Sigma, key: null },
] as const;
type Mark = (typeof MARKS)[number];

type FormatBarProps = {
  /** The text being formatted: "the question". */
  of: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
};

/** Puts marks around what is chosen in a text field, and takes them away again. */
export function FormatBar({ of, field, onChange }: FormatBarProps) {
  return (
    <div role="toolbar" aria-label={`Format ${of}`} className="flex justify-self-end">
      {MARKS.map((each) => (
        <HintButton
          key={each.name}
          size="sm"
          aria-label={each.key ? `${each.name} (Ctrl ${each.key.toUpperCase()})` : each.name}
          // The field keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => toggle(field.current, each, onChange)}
          className="text-ink-muted"
        >
          <each.icon aria-hidden="true" />
        </HintButton>
      ))}
    </div>
  );
}

/** The same by keyboard, inside the field. */
export function formatByKey(
  event: KeyboardEvent<HTMLTextAreaElement>,
  onChange: (text: string) => void,
): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const mark = MARKS.find(({ key }) => key === event.key.toLowerCase());
  if (!mark) return;
  event.preventDefault();
  toggle(event.currentTarget, mark, onChange);
}

function toggle(
  field: HTMLTextAreaElement | null,
  { mark, sample }: Mark,
  onChange: (text: string) => void,
): void {
  if (!field) return;
  const { value, selectionStart: from, selectionEnd: to } = field;
  const [before, chosen, after] = [value.slice(0, from), value.slice(from, to), value.slice(to)];
  const marked = before.endsWith(mark) && after.startsWith(mark);
  const inner = chosen || (marked ? "" : sample);
  const next = marked
    ? before.slice(0, -mark.length) + inner + after.slice(mark.length)
    : before + mark + inner + mark + after;
  const start = from + (marked ? -mark.length : mark.length);
  onChange(next);
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(start, start + inner.length);
  });
}
