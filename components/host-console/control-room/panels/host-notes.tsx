import { NotebookPen } from "lucide-react";

/** The host's private note for a question. */
export function HostNotes({ notes }: { notes: string | undefined }) {
  if (!notes) return null;
  return (
    <div className="flex items-start gap-2.5 rounded-lg bg-accent-soft p-4 text-[0.9375rem]">
      <NotebookPen aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-accent-ink" />
      <p className="min-w-0 whitespace-pre-line break-words">
        <span className="sr-only">Your notes: </span>
        <span>{notes}</span>
      </p>
    </div>
  );
}
