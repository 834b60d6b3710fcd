"use client";

import { Copy, Ellipsis, MonitorSmartphone, Pencil, Play, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState, useTransition } from "react";
import { StartDialog } from "#components/start-session/start-dialog.tsx";
import { ThingsToFinish } from "#components/start-session/things-to-finish.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { QuizSummary } from "#lib/quiz/quiz-store.ts";
import type { QuizCardActions } from "../host-actions.ts";

/** What can be done with a quiz from the shelf. */
export function QuizActions({ quiz, actions }: { quiz: QuizSummary; actions: QuizCardActions }) {
  const [dialog, setDialog] = useState<"start" | "delete" | null>(null);
  const unfinished = quiz.problems > 0;
  const [working, work] = useTransition();
  const [opening, open] = useTransition();
  const toast = useToast();

  function duplicate() {
    work(async () => {
      const copy = await actions.duplicate(quiz.id);
      if (copy.ok) toast(`“${quiz.title}” is copied.`, "success");
      else toast(copy.refusal.message, "danger");
    });
  }

  /** Opens a rehearsal and goes there; it comes back only when it could not. */
  function tryOut() {
    open(async () => {
      const refused = await actions.tryOut(quiz.id);
      if (refused) toast(refused.refusal.message, "danger");
    });
  }

  function remove() {
    work(async () => {
      const removed = await actions.remove(quiz.id);
      setDialog(null);
      if (removed.ok) toast(`“${quiz.title}” is deleted.`);
      else toast(removed.refusal.message, "danger");
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-x-0.5 gap-y-2 p-3 pt-1 pl-5">
      <Button
        variant="secondary"
        onClick={() => setDialog("start")}
        aria-label={unfinished ? `Start ${quiz.title}: not finished yet` : `Start ${quiz.title}`}
        className={unfinished ? "text-ink-muted" : undefined}
      >
        <Play aria-hidden="true" className="size-4.5 fill-current" />
        Start
      </Button>
      <Button
        variant="ghost"
        loading={opening}
        onClick={() => (unfinished ? setDialog("start") : tryOut())}
        aria-label={`Try it out: ${quiz.title}`}
      >
        <MonitorSmartphone aria-hidden="true" className="size-4.5" />
        Try it out
      </Button>
      <Link
        href={`/host/quizzes/${quiz.id}`}
        prefetch={false}
        aria-label={`Edit ${quiz.title}`}
        title="Edit"
        className="ml-auto grid size-11 shrink-0 place-items-center rounded-md hover:bg-ink/8"
      >
        <Pencil aria-hidden="true" className="size-4.5" />
      </Link>
      <Menu
        label={`More for ${quiz.title}`}
        icon={<Ellipsis aria-hidden="true" />}
        items={[
          { label: "Duplicate", icon: <Copy aria-hidden="true" />, onSelect: duplicate, disabled: working },
          {
            label: "Delete…",
            icon: <Trash2 aria-hidden="true" />,
            tone: "danger",
            onSelect: () => setDialog("delete"),
          },
        ]}
      />
      <StartDialog
        open={dialog === "start" && !unfinished}
        quiz={quiz}
        onClose={() => setDialog(null)}
        startSession={actions.start}
      />
      <ThingsToFinish
        open={dialog === "start" && unfinished}
        quiz={quiz}
        count={quiz.problems}
        first={quiz.firstProblems}
        onClose={() => setDialog(null)}
      />
      <ConfirmDialog
        open={dialog === "delete"}
        title="Delete this quiz?"
        description={`“${quiz.title}” and its questions go for good. Results of past sessions stay.`}
        confirmLabel="Delete the quiz"
        cancelLabel="Keep it"
        tone="danger"
        pending={working}
        onConfirm={remove}
        onCancel={() => setDialog(null)}
      />
    </div>
  );
}
