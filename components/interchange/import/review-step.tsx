"use client";

import { FileText } from "lucide-react";
import { useMemo, useState } from "react";
import { counted } from "#components/host-console/phase-words.ts";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { Button } from "#components/ui/buttons/button.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { FORMAT_LABELS, type FormatName, formatNames } from "#lib/interchange/format-names.ts";
import type { ReadImport } from "#lib/interchange/read/shapes.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import type { Failure } from "../failure.ts";
import { FailureNote } from "../failure-note.tsx";
import {
  type Counts,
  countRows,
  type Review,
  type ReviewChange,
  type ReviewedQuiz,
  type ReviewedRow,
  rowState,
} from "./review.ts";
import { RowItem } from "./row-item.tsx";

type ReviewStepProps = {
  name: string;
  found: Pick<ReadImport, "format" | "encoding">;
  review: Review;
  /** Of reading it as another format. */
  failure: Failure | null;
  reading: boolean;
  onChange: (change: ReviewChange) => void;
  onFormat: (format: FormatName) => void;
  onOther: () => void;
};

const FORMATS = formatNames.map((value) => ({ value, label: FORMAT_LABELS[value] }));

/** The rows of the file as they were understood, to check before anything is imported. */
export function ReviewStep(props: ReviewStepProps) {
  const { name, found, review, failure, reading, onChange, onFormat, onOther } = props;
  const counts = useMemo(() => countRows(review.quizzes), [review]);
  const [shown, setShown] = useState<Filter>("all");
  const [open, setOpen] = useState<string | null>(null);
  const several = review.quizzes.length > 1;
  return (
    <div className="grid gap-6">
      <section
        aria-label="The file"
        className="grid gap-x-6 gap-y-4 rounded-xl bg-surface-sunken p-4 sm:grid-cols-[minmax(0,1fr)_minmax(12rem,18rem)] sm:items-end sm:p-5"
      >
        <div className="grid gap-1">
          <p className="flex min-w-0 items-center gap-2 font-semibold">
            <FileText aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
            <bdi className="min-w-0 break-words">{name}</bdi>
          </p>
          <p className="flex flex-wrap items-center gap-x-3 text-ink-muted text-sm">
            {found.encoding && <span>{`Read as ${ENCODINGS[found.encoding]}`}</span>}
            <button
              type="button"
              onClick={onOther}
              className="-mx-1.5 min-h-9 rounded-sm px-1.5 font-semibold text-ink underline underline-offset-4 hover:bg-ink/5"
            >
              Choose something else
            </button>
          </p>
        </div>
        <Select
          label={reading ? "Reading it again…" : "Format"}
          value={found.format}
          choices={FORMATS}
          onChange={(format) => format !== found.format && onFormat(format)}
        />
        {failure && (
          <div className="sm:col-span-2">
            <FailureNote failure={failure} />
          </div>
        )}
      </section>
      <div className="grid gap-3 sm:flex sm:flex-wrap sm:items-center sm:justify-between">
        <p role="status" className="numerals font-semibold text-lg">
          {countWords(counts)}
        </p>
        <Filters counts={counts} shown={shown} onShow={setShown} />
      </div>
      {review.quizzes.map((quiz, at) => (
        <QuizRows
          key={quiz.id}
          {...{ quiz, several, shown, open }}
          place={at + 1}
          onOpen={setOpen}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

const ENCODINGS: Record<NonNullable<ReadImport["encoding"]>, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

/** "37 questions · 3 changed · 2 refused" */
export function countWords({ all, changed, refused, mended, leftOut }: Counts): string {
  const parts = [
    counted(all, "question"),
    changed > 0 && `${changed} changed`,
    refused > 0 && `${refused} refused`,
    mended > 0 && `${mended} fixed`,
    leftOut > 0 && `${leftOut} left out`,
  ];
  return parts.filter(Boolean).join(" · ");
}

type Filter = "all" | "changed" | "refused";

function Filters({
  counts,
  shown,
  onShow,
}: {
  counts: Counts;
  shown: Filter;
  onShow: (shown: Filter) => void;
}) {
  if (counts.all === counts.ok && shown === "all") return null;
  return (
    <RadioCards
      legend="Show"
      hideLegend
      name="shown"
      look="segmented"
      value={shown}
      onChange={onShow}
      choices={[
        { value: "all", label: "All" },
        { value: "changed", label: "Changed" },
        { value: "refused", label: "Refused" },
      ]}
      className="sm:min-w-72"
    />
  );
}

/** A row stays where it is seen while it is mended. */
function isShown(row: ReviewedRow, shown: Filter): boolean {
  return shown === "all" || row.status === shown || (shown === "refused" && rowState(row) === "refused");
}

type QuizRowsProps = {
  quiz: ReviewedQuiz;
  place: number;
  several: boolean;
  shown: Filter;
  open: string | null;
  onOpen: (key: string | null) => void;
  onChange: (change: ReviewChange) => void;
};

/** So many rows are drawn at once: a browser is slow with thousands. */
const ROWS_AT_ONCE = 100;

function QuizRows({ quiz, place, several, shown, open, onOpen, onChange }: QuizRowsProps) {
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const rows = quiz.rows.filter((row) => isShown(row, shown));
  const left = rows.length - most;
  return (
    <section aria-label={quiz.title || `Quiz ${place}`} className="grid gap-3">
      <div className="grid gap-x-6 gap-y-2 sm:flex sm:items-end">
        <TextField
          label={several ? `Title of quiz ${place}` : "Title of the quiz"}
          value={quiz.title}
          maxLength={LIMITS.title}
          disabled={!quiz.taken}
          onChange={(event) => onChange({ change: "title", id: quiz.id, title: event.target.value })}
          className="sm:max-w-xl sm:flex-1"
        />
        {several && (
          <Switch
            label={`Import quiz ${place}`}
            checked={quiz.taken}
            onChange={(event) => onChange({ change: "take", id: quiz.id, taken: event.target.checked })}
          />
        )}
      </div>
      {quiz.messages.map((message) => (
        <p key={message} className="text-pretty text-ink-muted">
          {message}
        </p>
      ))}
      {quiz.taken && rows.length === 0 && (
        <p className="rounded-xl border border-dashed px-5 py-8 text-center text-ink-muted">
          {shown === "all" ? "There are no questions in it." : `No question in it was ${shown}.`}
        </p>
      )}
      {quiz.taken && rows.length > 0 && (
        <QuizLanguage value={quiz.about.language}>
          <ol className="divide-y overflow-hidden rounded-xl border">
            {rows.slice(0, most).map((row) => (
              <RowItem key={row.key} row={row} open={open === row.key} onOpen={onOpen} onChange={onChange} />
            ))}
          </ol>
        </QuizLanguage>
      )}
      {quiz.taken && left > 0 && (
        <Button variant="ghost" className="justify-self-center" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          <span>{`Show ${Math.min(left, ROWS_AT_ONCE)} more of ${counted(left, "row")}`}</span>
        </Button>
      )}
    </section>
  );
}
