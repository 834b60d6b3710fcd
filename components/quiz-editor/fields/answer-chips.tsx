"use client";

import { Plus, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import { useProblem } from "../field-problems.tsx";
import { pastedLines } from "./pasted-lines.ts";

type AnswerChipsProps = {
  /** The field of the question, for its problems. */
  field: "accepted" | "notAccepted";
  label: string;
  hint: string;
  placeholder: string;
  tone: "success" | "danger";
  answers: readonly string[];
  max: number;
  onChange(answers: string[]): void;
};

/** Answers as chips. Enter or leaving the field adds what is typed; Backspace in the empty field takes the last back. */
export function AnswerChips(props: AnswerChipsProps) {
  const { field, label, hint, placeholder, tone, answers, max, onChange } = props;
  const [typed, setTyped] = useState("");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const listProblem = useProblem(field);
  const problem = answers.length >= max ? "No more answers fit." : listProblem;

  function add(texts: readonly string[]) {
    const fresh = texts.map((text) => text.trim()).filter((text) => text !== "");
    setTyped("");
    if (fresh.length === 0) return;
    onChange([...new Set([...answers, ...fresh])].slice(0, max));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      add([typed]);
    } else if (event.key === "Backspace" && typed === "" && answers.length > 0) {
      event.preventDefault();
      setTyped(answers.at(-1) ?? "");
      onChange(answers.slice(0, -1));
    }
  }

  function onPaste(event: ClipboardEvent) {
    const lines = pastedLines(event);
    if (lines.length < 2) return;
    event.preventDefault();
    add(lines);
  }

  return (
    <div className="grid gap-1.5" data-path={field}>
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      {answers.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={label}>
          {answers.map((answer) => (
            <li
              key={answer}
              className={classNames(
                "flex min-h-9 max-w-full items-center rounded-full pl-3.5 font-semibold",
                tone === "success" ? "bg-success-soft text-success-ink" : "bg-danger-soft text-danger-ink",
              )}
            >
              <span className="min-w-0 break-words py-1">{answer}</span>
              <button
                type="button"
                aria-label={`Remove the answer ${answer}`}
                onClick={() => {
                  onChange(answers.filter((each) => each !== answer));
                  input.current?.focus();
                }}
                className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-ink/8"
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          data-own-undo={typed === "" ? undefined : true}
          value={typed}
          maxLength={LIMITS.acceptedText}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add([typed])}
          enterKeyHint="enter"
          aria-describedby={`${id}-hint`}
          aria-invalid={problem ? true : undefined}
          placeholder={placeholder}
          className="block min-h-11 w-full min-w-0 rounded-md border-[1.5px] border-line-strong bg-surface-raised px-3.5 py-2.5 focus:border-focus focus:outline-none focus:ring-3 focus:ring-focus/30 aria-invalid:border-danger"
        />
        <Button variant="secondary" onClick={() => add([typed])} className="max-sm:px-3">
          <Plus aria-hidden="true" className="size-5" />
          <span className="max-sm:sr-only">Add</span>
        </Button>
      </div>
      <p id={`${id}-hint`} className="text-ink-muted text-sm">
        {hint}
      </p>
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
