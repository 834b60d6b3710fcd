"use client";

import type { Dispatch } from "react";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { StartDialog, type StartSessionAction } from "#components/start-session/start-dialog.tsx";
import { ThingsToFinish } from "#components/start-session/things-to-finish.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import type { Problem } from "#lib/quiz/problems.ts";
import { FIRST_PROBLEMS } from "#lib/quiz/quiz-store.ts";
import { CopyQuestionsDialog } from "./bank/copy-questions-dialog.tsx";
import { TakeQuestionsDialog } from "./bank/take-questions-dialog.tsx";
import { CommandPalette } from "./commands/command-palette.tsx";
import type { Command } from "./commands/commands.ts";
import type { DialogName } from "./commands/editor-commands.tsx";
import { KeyList } from "./commands/key-list.tsx";
import type { Draft } from "./draft.ts";
import { QuizDetails } from "./form/quiz-details.tsx";
import { HistoryDialog } from "./history/history-dialog.tsx";
import { KindPicker } from "./list/kind-picker.tsx";
import type { EditingChange } from "./saving/editing.ts";
import type { useShow } from "./use-show.ts";

type EditorDialogsProps = {
  /** The one that is open. */
  dialog: DialogName | null;
  onClose: () => void;
  quizId: string;
  draft: Draft;
  /** The draft as it is saved. */
  quiz: NamedDraft;
  /** 0 before the first save. */
  storedVersion: number;
  saved: boolean;
  problems: readonly Problem[];
  picked: ReadonlySet<string> | null;
  commands: readonly Command[];
  startSession: StartSessionAction;
  change: Dispatch<EditingChange>;
  show: ReturnType<typeof useShow>;
  onRemoveMany: (keys: readonly string[]) => void;
};

export function EditorDialogs(props: EditorDialogsProps) {
  const { dialog, onClose, quizId, draft, quiz, storedVersion, saved, problems, picked, commands } = props;
  const { startSession, change, show, onRemoveMany } = props;
  const toast = useToast();
  const plainTitle = withoutMarks(draft.title);
  return (
    <>
      <KindPicker
        open={dialog === "kind"}
        onClose={onClose}
        onPick={(kind) => {
          onClose();
          change({ change: "add", kind });
          show.fieldAfterDialog("prompt");
        }}
      />
      <QuizDetails open={dialog === "details"} draft={draft} onChange={change} onClose={onClose} />
      <HistoryDialog
        open={dialog === "history"}
        quizId={quizId}
        now={quiz}
        version={saved ? storedVersion : null}
        onClose={onClose}
        onRestored={(restored) => {
          change({ change: "take", restored });
          toast("The version is restored. Undo brings back what was here before.", "success");
        }}
      />
      <TakeQuestionsDialog
        open={dialog === "take"}
        quizId={quizId}
        room={LIMITS.questions.max - draft.questions.length}
        onClose={onClose}
        onTake={(questions) => {
          onClose();
          change({ change: "addMany", questions });
          toast(questions.length === 1 ? "1 question is added." : `${questions.length} questions are added.`);
        }}
      />
      <CopyQuestionsDialog
        open={dialog === "copy"}
        quizId={quizId}
        questions={draft.questions.flatMap(({ key, question }) => (picked?.has(key) ? [question] : []))}
        onClose={onClose}
        onCopied={(title, moved) => {
          onClose();
          if (moved) onRemoveMany([...(picked ?? [])]);
          toast(`They are now in “${title}”.`, "success");
        }}
      />
      <CommandPalette
        open={dialog === "palette"}
        commands={[...commands, ...(dialog === "palette" ? questionCommands(draft, show.question) : [])]}
        onClose={onClose}
      />
      <KeyList open={dialog === "keys"} commands={commands} onClose={onClose} />
      <ThingsToFinish
        open={dialog === "start" && problems.length > 0}
        quiz={{ id: quizId, title: plainTitle.trim() || "Untitled quiz" }}
        count={problems.length}
        first={problems.slice(0, FIRST_PROBLEMS)}
        onPick={(path) => {
          onClose();
          show.problem(path);
        }}
        onClose={onClose}
      />
      {storedVersion > 0 && (
        <StartDialog
          open={dialog === "start" && problems.length === 0}
          quiz={{ id: quizId, title: plainTitle }}
          onClose={onClose}
          startSession={startSession}
        />
      )}
    </>
  );
}

function questionCommands({ questions }: Draft, showQuestion: (at: number) => void): Command[] {
  return questions.map(({ question }, at) => ({
    name: `Question ${at + 1}: ${withoutMarks(question.prompt, question.plainText).trim() || "No question yet"}`,
    run: () => showQuestion(at),
  }));
}
