"use client";

import {
  Archive,
  ArchiveRestore,
  Copy,
  Ellipsis,
  FileDown,
  FolderInput,
  MonitorSmartphone,
  Pencil,
  Play,
  Settings2,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import { useState, useTransition } from "react";
import { ExportDialog } from "#components/interchange/export/export-dialog.tsx";
import { StartDialog } from "#components/start-session/start-dialog.tsx";
import { lastSettings } from "#components/start-session/start-settings.ts";
import { ThingsToFinish } from "#components/start-session/things-to-finish.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { QuizSummary } from "#lib/quiz/quiz-store.ts";
import type { QuizCardActions } from "../host-actions.ts";
import { PlaceDialog } from "./place-dialog.tsx";

type QuizActionsProps = { quiz: QuizSummary; folders: readonly string[]; actions: QuizCardActions };

/** The actions on a quiz in the library. */
export function QuizActions({ quiz, folders, actions }: QuizActionsProps) {
  const [dialog, setDialog] = useState<"start" | "place" | "export" | null>(null);
  const unfinished = quiz.problems > 0;
  const [working, work] = useTransition();
  const [opening, open] = useTransition();
  const [beginning, begin] = useTransition();
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

  /** Nothing is asked first: what goes to the trash or the archive comes back from there. */
  function put(change: () => ReturnType<QuizCardActions["trash"]>, told: string) {
    work(async () => {
      try {
        const done = await change();
        if (done.ok) toast(told);
        else toast(done.refusal.message, "danger");
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
    });
  }

  /** A quiz that was played before starts as sessions were started last on this browser; the settings are beside it. */
  function start() {
    const settings = unfinished || quiz.playedAtMs === null ? null : lastSettings(quiz.id);
    if (settings === null) return setDialog("start");
    begin(async () => {
      const { refusal } = await actions.start(quiz.id, settings);
      toast(refusal.message, "danger");
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-x-0.5 gap-y-2 p-3 pt-1 pl-5 max-sm:pr-1 max-sm:pl-4">
      <Button
        variant="secondary"
        loading={beginning}
        onClick={start}
        aria-label={unfinished ? `Start ${quiz.title}: not finished yet` : `Start ${quiz.title}`}
        className={unfinished ? "text-ink-muted" : undefined}
      >
        <Play aria-hidden="true" className="size-4.5 fill-current" />
        Start
      </Button>
      {quiz.playedAtMs !== null && !unfinished && (
        <HintButton aria-label={`Settings, then start ${quiz.title}`} onClick={() => setDialog("start")}>
          <Settings2 aria-hidden="true" />
        </HintButton>
      )}
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
            label: "Export…",
            icon: <FileDown aria-hidden="true" />,
            onSelect: () => setDialog("export"),
          },
          {
            label: "Folder and tags…",
            icon: <FolderInput aria-hidden="true" />,
            onSelect: () => setDialog("place"),
          },
          quiz.archived
            ? {
                label: "Move out of the archive",
                icon: <ArchiveRestore aria-hidden="true" />,
                onSelect: () =>
                  put(() => actions.place(quiz.id, { archived: false }), `“${quiz.title}” is back.`),
                disabled: working,
              }
            : {
                label: "Archive",
                icon: <Archive aria-hidden="true" />,
                onSelect: () =>
                  put(() => actions.place(quiz.id, { archived: true }), `“${quiz.title}” is in the archive.`),
                disabled: working,
              },
          {
            label: "Delete",
            icon: <Trash2 aria-hidden="true" />,
            tone: "danger",
            onSelect: () =>
              put(
                () => actions.trash(quiz.id),
                `“${quiz.title}” is in the trash, and can be restored for 30 days.`,
              ),
            disabled: working,
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
      <ExportDialog open={dialog === "export"} quiz={quiz} onClose={() => setDialog(null)} />
      <PlaceDialog
        open={dialog === "place"}
        quiz={quiz}
        folders={folders}
        onClose={() => setDialog(null)}
        place={actions.place}
      />
    </div>
  );
}
