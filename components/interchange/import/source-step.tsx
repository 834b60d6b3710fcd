"use client";

import { Download, FileUp } from "lucide-react";
import { type RefObject, useRef } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { FileInput } from "#components/ui/fields/file-input.tsx";
import { TextArea } from "#components/ui/fields/text-area.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Failure } from "../failure.ts";
import { FailureNote } from "../failure-note.tsx";
import { SOURCES } from "./sources.ts";

type SourceStepProps = {
  /** The name of the file being read. */
  reading: string | null;
  failure: Failure | null;
  text: string;
  onText: (text: string) => void;
  onFile: (file: File | undefined) => void;
  onRead: () => void;
};

/** Where the questions come from: a file or a pasted text. */
export function SourceStep({ reading, failure, text, onText, onFile, onRead }: SourceStepProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start lg:gap-10">
      <div className="grid gap-6">
        <DropPlace input={input} reading={reading} />
        {/* Any file: its content says which format it is. */}
        <FileInput ref={input} label="File with questions" accept="" onFile={onFile} />
        <FailureNote failure={failure} />
        <div className="grid gap-3">
          <TextArea
            label="Or paste text"
            hint="Terms and definitions, GIFT, Aiken, or cells copied from a spreadsheet."
            rows={5}
            value={text}
            placeholder={"Paris\tCapital of France\nOslo\tCapital of Norway"}
            onChange={(event) => onText(event.target.value)}
            className="[&_textarea]:max-h-80"
          />
          <Button
            variant="secondary"
            disabled={text.trim() === ""}
            loading={reading !== null}
            onClick={onRead}
            className="justify-self-start"
          >
            Read this text
          </Button>
        </div>
      </div>
      <aside aria-labelledby="sources" className="grid gap-5 rounded-xl bg-surface-sunken p-5 sm:p-6">
        <div className="grid content-start gap-3">
          <h2 id="sources" className="font-semibold text-lg">
            Where to find the file
          </h2>
          <dl className="grid gap-3 text-[0.9375rem] sm:grid-cols-2 sm:gap-x-8 lg:grid-cols-1">
            {SOURCES.map(({ name, way }) => (
              <div key={name}>
                <dt className="font-semibold">{name}</dt>
                <dd className="text-pretty text-ink-muted leading-snug">{way}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="grid justify-items-start gap-2 border-t pt-4">
          <p className="text-pretty text-[0.9375rem] text-ink-muted leading-snug">
            Writing them yourself? Fill in this table with any spreadsheet program.
          </p>
          <a href="/api/v1/quizzes/import/template" download className={buttonStyles("secondary", "md")}>
            <Download aria-hidden="true" className="size-5" />
            Download the template
          </a>
        </div>
      </aside>
    </div>
  );
}

function DropPlace({
  input,
  reading,
}: {
  input: RefObject<HTMLInputElement | null>;
  reading: string | null;
}) {
  return (
    <div className="grid justify-items-center gap-4 rounded-xl border-2 border-line-strong border-dashed bg-surface-raised px-6 py-10 text-center sm:py-14">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent-ink">
        {reading === null ? (
          <FileUp aria-hidden="true" className="size-7" />
        ) : (
          <Spinner label="" className="size-7" />
        )}
      </span>
      <div className="grid gap-1">
        <p className="display text-balance text-2xl" role="status">
          {reading === null ? <DropWords /> : <span>{`Reading ${reading}…`}</span>}
        </p>
        <p className="text-pretty text-ink-muted">
          Kahoot, Moodle, Quizlet, spreadsheets and more. You see every question before anything is saved.
        </p>
      </div>
      <Button loading={reading !== null} onClick={() => input.current?.click()} data-choose>
        Choose a file
      </Button>
    </div>
  );
}

/** Nobody drops a file on a phone. */
function DropWords() {
  return (
    <>
      <span className="pointer-coarse:hidden">Drop a file anywhere here</span>
      <span className="pointer-fine:hidden">Bring your questions</span>
    </>
  );
}
