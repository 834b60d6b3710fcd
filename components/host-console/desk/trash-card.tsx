"use client";

import { RotateCcw, Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { QuizSummary } from "#lib/quiz/quiz-store.ts";
import type { TrashActions } from "../host-actions.ts";
import { counted } from "../phase-words.ts";

/** A quiz in the trash: back, or gone for good. */
export function TrashCard({ quiz, actions }: { quiz: QuizSummary; actions: TrashActions }) {
  const [asking, setAsking] = useState(false);
  const [working, work] = useTransition();
  const toast = useToast();

  function run(action: (id: string) => ReturnType<TrashActions["restore"]>, told: string) {
    work(async () => {
      try {
        const done = await action(quiz.id);
        if (done.ok) toast(told);
        else toast(done.refusal.message, "danger");
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
      setAsking(false);
    });
  }

  return (
    <li className="flex flex-col justify-between rounded-xl bg-surface-raised shadow-card ring-1 ring-line/70">
      <div className="grid gap-1.5 px-5 pt-4 pb-2">
        <h2 className="display text-balance break-words text-xl">{quiz.title}</h2>
        <p className="numerals text-ink-muted text-sm">
          <span>{counted(quiz.questions, "question")}</span> · deleted{" "}
          <LocalTime atMs={quiz.trashedAtMs ?? quiz.updatedAtMs} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1 p-3 pl-5">
        <Button
          variant="secondary"
          disabled={working}
          aria-label={`Restore ${quiz.title}`}
          onClick={() => run(actions.restore, `“${quiz.title}” is back.`)}
        >
          <RotateCcw aria-hidden="true" className="size-4.5" />
          Restore
        </Button>
        <Button
          variant="ghost"
          disabled={working}
          aria-label={`Delete ${quiz.title} for good`}
          className="text-danger-ink"
          onClick={() => setAsking(true)}
        >
          <Trash2 aria-hidden="true" className="size-4.5" />
          Delete for good
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title="Delete this quiz for good?"
        description={`“${quiz.title}” and its questions will be gone. Results of past sessions stay.`}
        confirmLabel="Delete the quiz"
        cancelLabel="Keep it"
        tone="danger"
        pending={working}
        onConfirm={() => run(actions.remove, `“${quiz.title}” is gone.`)}
        onCancel={() => setAsking(false)}
      />
    </li>
  );
}
