"use client";

import { Plus } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";
import { type ChoiceOption, type Marks, OptionRow } from "./option-row.tsx";
import { pastedLines } from "./pasted-lines.ts";

type ChoiceOptionsProps = {
  options: readonly ChoiceOption[];
  marks: Marks;
  onChange: (options: ChoiceOption[]) => void;
};

/** Up to six options in their colors. Enter goes to the next one; pasted lines become options. */
export function ChoiceOptions({ options, marks, onChange }: ChoiceOptionsProps) {
  const group = useId();
  const list = useRef<HTMLOListElement>(null);
  const problem = useProblem("options");
  const { min, max } = LIMITS.options;

  const write = (place: number, text: string) =>
    onChange(options.map((option, i) => (i === place ? { ...option, text } : option)));
  const mark = (place: number, correct: boolean) =>
    onChange(
      options.map((option, i) => {
        if (i === place) return { ...option, correct };
        return marks === "one" && correct ? { ...option, correct: false } : option;
      }),
    );
  const empty = (): ChoiceOption => (marks === "none" ? { text: "" } : { text: "", correct: false });

  function focus(place: number) {
    requestAnimationFrame(() => list.current?.querySelectorAll("textarea")[place]?.focus());
  }

  function onKeyDown(event: KeyboardEvent, place: number) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (place + 1 >= options.length && options.length < max) onChange([...options, empty()]);
    focus(place + 1);
  }

  function onPaste(event: ClipboardEvent, place: number) {
    const lines = pastedLines(event);
    if (lines.length < 2) return;
    event.preventDefault();
    const next = [...options];
    for (const [i, text] of lines.slice(0, max - place).entries()) {
      next[place + i] = { ...(next[place + i] ?? empty()), text };
    }
    onChange(next);
  }

  return (
    <fieldset className="grid min-w-0 gap-2" data-path="options">
      <legend className="mb-2 font-semibold text-sm">
        {marks === "none"
          ? "Options"
          : marks === "one"
            ? "Options, one is correct"
            : "Options, mark all that are correct"}
      </legend>
      <ol ref={list} className="grid gap-2.5">
        {options.map((option, place) => (
          <OptionRow
            key={place}
            place={place}
            option={option}
            marks={marks}
            group={group}
            optional={place >= min}
            onWrite={(text) => write(place, text)}
            onPicture={(image) =>
              onChange(options.map((each, i) => (i === place ? { ...each, image } : each)))
            }
            onMark={(correct) => mark(place, correct)}
            onRemove={options.length > min ? () => onChange(options.toSpliced(place, 1)) : undefined}
            onKeyDown={(event) => onKeyDown(event, place)}
            onPaste={(event) => onPaste(event, place)}
          />
        ))}
      </ol>
      <ProblemLine>{problem}</ProblemLine>
      {options.length < max && (
        <Button
          variant="ghost"
          className="justify-self-start"
          onClick={() => {
            onChange([...options, empty()]);
            focus(options.length);
          }}
        >
          <Plus aria-hidden="true" className="size-5" />
          Add option
        </Button>
      )}
    </fieldset>
  );
}
