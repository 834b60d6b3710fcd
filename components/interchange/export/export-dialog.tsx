"use client";

import { CircleCheck, Download } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { EXPORT_NAMES, type ExportName, exportNames } from "#lib/interchange/export-names.ts";
import type { Lost } from "#lib/interchange/write/written.ts";
import type { Failure } from "../failure.ts";
import { FailureNote } from "../failure-note.tsx";
import { download } from "./download.ts";
import { readExport, readLost } from "./export-calls.ts";

type ExportDialogProps = { open: boolean; quiz: { id: string; title: string }; onClose: () => void };

const FORMATS = exportNames.map((value) => ({ value, label: EXPORT_NAMES[value].label }));

/** A quiz as a file: in which format, what that cannot carry, and then the download. */
export function ExportDialog({ open, quiz, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportName>("json");
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const toast = useToast();

  async function save() {
    setSaving(true);
    setFailure(null);
    const reply = await readExport(quiz.id, format);
    setSaving(false);
    if (!reply.ok) return setFailure(reply.failure);
    download(reply.value.file, reply.value.name);
    toast(`“${reply.value.name}” is downloaded.`, "success");
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Export"
      description={`“${quiz.title}” as a file. The quiz stays where it is.`}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={saving} onClick={() => void save()}>
            <Download aria-hidden="true" className="size-5" />
            Download
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <Select
          label="Format"
          value={format}
          choices={FORMATS}
          onChange={(chosen) => {
            setFailure(null);
            setFormat(chosen);
          }}
        />
        {open && <WhatIsLost key={format} quizId={quiz.id} format={format} />}
        <FailureNote failure={failure} />
      </div>
    </Dialog>
  );
}

/** Told before the download, of this very quiz. */
function WhatIsLost({ quizId, format }: { quizId: string; format: ExportName }) {
  const [lost, setLost] = useState<Lost[] | Failure | null>(null);
  useEffect(() => {
    let shown = true;
    void readLost(quizId, format).then((reply) => {
      if (shown) setLost(reply.ok ? reply.value : reply.failure);
    });
    return () => {
      shown = false;
    };
  }, [quizId, format]);

  return (
    <div aria-live="polite" className="grid min-h-16 content-start gap-2">
      {lost === null ? (
        <p className="flex items-center gap-2 text-ink-muted">
          <Spinner label="" />
          Checking what fits…
        </p>
      ) : !Array.isArray(lost) ? (
        <FailureNote failure={lost} />
      ) : lost.length === 0 ? (
        <p className="flex items-center gap-2 font-medium">
          <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-success-ink" />
          Everything in this quiz fits.
        </p>
      ) : (
        <>
          <h3 className="font-semibold">What this format cannot carry</h3>
          <ul className="grid list-disc gap-1.5 ps-5 text-[0.9375rem] leading-snug marker:text-ink-muted">
            {lost.map(({ question, what }, at) => (
              <li key={at} className="text-pretty break-words">
                {question !== null && (
                  <span className="numerals text-ink-muted">{`Question ${question}: `}</span>
                )}
                <span>{what}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
