"use client";

import { Check, CircleAlert, PencilLine, Undo2, X } from "lucide-react";
import { memo, useRef } from "react";
import { focusField } from "#components/quiz-editor/focus-field.ts";
import { KindIcon, kindLabel } from "#components/quiz-editor/kinds.tsx";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { answerWords } from "./answer-words.ts";
import { questionProblems, type ReviewChange, type ReviewedRow, type RowState, rowState } from "./review.ts";
import { RowForm } from "./row-form.tsx";

type RowItemProps = {
  row: ReviewedRow;
  open: boolean;
  onOpen: (key: string | null) => void;
  onChange: (change: ReviewChange) => void;
};

/** One row of the file: what was understood of it, what happened to it, and what can be done. */
export const RowItem = memo(function RowItem({ row, open, onOpen, onChange }: RowItemProps) {
  const item = useRef<HTMLLIElement>(null);
  const mend = useRef<HTMLButtonElement>(null);
  const state = rowState(row);
  const id = `row-${row.key}`;

  function edit() {
    onChange({ change: "begin", key: row.key });
    onOpen(row.key);
    const [first] = row.question ? questionProblems(row.question) : [];
    requestAnimationFrame(() => focusField(item.current, first?.path || "prompt"));
  }

  function done() {
    onOpen(null);
    requestAnimationFrame(() => mend.current?.focus());
  }

  return (
    <li ref={item} className={classNames("bg-surface-raised", open && "relative ring-2 ring-ink/70")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-2.5 px-4 py-3.5 sm:px-5 md:grid-cols-[3.25rem_minmax(0,1fr)_auto] lg:grid-cols-[3.25rem_minmax(0,1.35fr)_minmax(0,1fr)_14rem]">
        <p className="numerals pt-0.5 text-ink-muted text-sm md:text-base">
          <span className="md:sr-only">Row </span>
          <span>{row.row}</span>
        </p>
        <div className={classNames("grid content-start gap-1", state === "leftOut" && "opacity-60")}>
          <Understood row={row} />
        </div>
        <div
          className={classNames(
            "grid content-start justify-items-start gap-1.5 md:col-start-2 lg:col-start-3",
            state === "ok" && "max-lg:sr-only",
          )}
        >
          <StateBadge state={state} />
          {row.messages.length > 0 && state !== "leftOut" && (
            <ul className="grid gap-1 text-pretty text-[0.9375rem] leading-snug">
              {row.messages.map((message, at) => (
                <li key={at} className={state === "refused" ? "text-ink" : "text-ink-muted"}>
                  {message}
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="-mx-2 flex flex-wrap content-start items-start gap-1 md:col-start-3 md:row-start-1 md:mx-0 lg:col-start-4 lg:justify-end">
          {state === "leftOut" ? (
            <Button
              variant="ghost"
              aria-label={`Include row ${row.row} again`}
              onClick={() => onChange({ change: "leaveOut", key: row.key, leftOut: false })}
            >
              <Undo2 aria-hidden="true" className="size-4.5" />
              Include
            </Button>
          ) : (
            <>
              <Button
                ref={mend}
                variant={state === "refused" && !open ? "secondary" : "ghost"}
                aria-expanded={open}
                aria-controls={open ? id : undefined}
                aria-label={`${state === "refused" ? "Fix" : "Edit"} row ${row.row}`}
                onClick={() => (open ? done() : edit())}
              >
                <PencilLine aria-hidden="true" className="size-4.5" />
                <span>{state === "refused" ? "Fix" : "Edit"}</span>
              </Button>
              <Button
                variant="ghost"
                aria-label={`Leave row ${row.row} out`}
                onClick={() => {
                  if (open) onOpen(null);
                  onChange({ change: "leaveOut", key: row.key, leftOut: true });
                }}
              >
                Leave out
              </Button>
            </>
          )}
        </div>
      </div>
      {open && row.question && (
        <RowForm id={id} row={row} question={row.question} onChange={onChange} onDone={done} />
      )}
    </li>
  );
});

function Understood({ row: { question, given, status } }: { row: ReviewedRow }) {
  if (!question) {
    return (
      <p dir="auto" className="line-clamp-3 break-words text-ink-muted italic">
        {given || "An empty row"}
      </p>
    );
  }
  const prompt = withoutMarks(question.prompt, question.plainText).trim();
  return (
    <>
      <p
        dir="auto"
        className={classNames("break-words font-medium", prompt === "" && "text-ink-muted italic")}
      >
        {prompt || (status === "refused" ? given : "") || "No question yet"}
      </p>
      <Answers question={question} />
      <p className="flex items-center gap-1.5 text-ink-muted text-sm">
        <KindIcon kind={question.kind} className="size-4 shrink-0" />
        <span>{kindLabel(question.kind)}</span>
        <span aria-hidden="true">·</span>
        <span className="numerals">{`${question.timeLimitMs / 1000} s`}</span>
      </p>
    </>
  );
}

const SHOWN = 8;

function Answers({ question }: { question: QuestionDraft }) {
  const { right, others } = answerWords(question);
  if (right.length + others.length === 0) return null;
  const plain = (text: string) => withoutMarks(text, question.plainText);
  return (
    <ul className="flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5 text-[0.9375rem] leading-snug">
      {right.slice(0, SHOWN).map((text, at) => (
        <li key={`right ${at}`} className="flex min-w-0 items-baseline gap-1 font-medium text-success-ink">
          <Check aria-hidden="true" className="size-3.5 shrink-0 self-center" strokeWidth={3} />
          <span className="sr-only">Right: </span>
          <bdi className="min-w-0 break-words">{plain(text)}</bdi>
        </li>
      ))}
      {others.slice(0, SHOWN).map((text, at) => (
        <li key={`other ${at}`} className="min-w-0 break-words text-ink-muted">
          <bdi>{plain(text)}</bdi>
        </li>
      ))}
      {right.length > SHOWN && <li className="text-ink-muted">{`and ${right.length - SHOWN} more`}</li>}
    </ul>
  );
}

const STATES = {
  ok: null,
  changed: { tone: "warning", words: "Changed", icon: PencilLine },
  refused: { tone: "danger", words: "Refused", icon: CircleAlert },
  mended: { tone: "success", words: "Fixed", icon: Check },
  leftOut: { tone: "neutral", words: "Left out", icon: X },
} as const;

function StateBadge({ state }: { state: RowState }) {
  const shown = STATES[state];
  // Most rows are as they should be, and say so to nobody who can see that.
  if (!shown) return <span className="sr-only">Understood</span>;
  return (
    <Badge tone={shown.tone}>
      <shown.icon aria-hidden="true" className="size-3.5" />
      <span>{shown.words}</span>
    </Badge>
  );
}
