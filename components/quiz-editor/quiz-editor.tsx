"use client";

import { Ellipsis, Plus } from "lucide-react";
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useTransition,
} from "react";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import type { StartSessionAction } from "#components/start-session/start-dialog.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { QueryProvider } from "#lib/client/query-provider.tsx";
import type { Conflict } from "#lib/quiz/drafts/merge-drafts.ts";
import type { Refused } from "#lib/web/action-result.ts";
import { type DialogName, editorCommands } from "./commands/editor-commands.tsx";
import { useEditorKeys } from "./commands/use-editor-keys.ts";
import { type Draft, draftOf, emptyDraft, placeOf } from "./draft.ts";
import { EditorDialogs } from "./editor-dialogs.tsx";
import { EditorHeader } from "./editor-header.tsx";
import { SelectedQuestion } from "./form/selected-question.tsx";
import { QuestionList } from "./list/question-list.tsx";
import { SelectionBar } from "./list/selection-bar.tsx";
import { usePicked } from "./list/use-picked.ts";
import { changeEditing, type EditingChange, startEditing, type Version } from "./saving/editing.ts";
import { KeptDraftBanner } from "./saving/kept-draft-banner.tsx";
import { QuizConflicts } from "./saving/quiz-conflicts.tsx";
import { SaveStateLine } from "./saving/save-state-line.tsx";
import { useAutosave } from "./saving/use-autosave.ts";
import { useKeptDraft } from "./saving/use-kept-draft.ts";
import { UndoButtons } from "./undo/undo-buttons.tsx";
import { UndoNote } from "./undo/undo-note.tsx";
import { useDeletion } from "./undo/use-deletion.tsx";
import { useUndo } from "./undo/use-undo.ts";
import { useFindings } from "./use-findings.ts";
import { useRevealed } from "./use-revealed.ts";
import { useShow } from "./use-show.ts";

type QuizEditorProps = {
  id: string;
  /** Null for a new quiz; it is created by its first change, finished or not. */
  stored: Version | null;
  /** Of a new quiz. */
  language?: string;
  startSession: StartSessionAction;
  /** Opens a rehearsal that begins with a question; answers only when there is none. */
  tryOut: (quizId: string, from: number) => Promise<Refused | undefined>;
};

/** Where a quiz is written. */
export function QuizEditor(props: QuizEditorProps) {
  return (
    <QueryProvider>
      <Desk {...props} />
    </QueryProvider>
  );
}

function Desk({ id, stored, language, startSession, tryOut }: QuizEditorProps) {
  const [quizId] = useState(id);
  const [editing, dispatch] = useReducer(changeEditing, null, () =>
    startEditing(stored ? draftOf(stored.quiz) : emptyDraft(language), stored),
  );
  const change = useCallback((action: EditingChange) => dispatch({ ...action, atMs: Date.now() }), []);
  const { draft, conflicts, steps } = editing;
  const toast = useToast();
  const { state, quiz, kept } = useAutosave({
    quizId,
    editing,
    change,
    onNews: () => toast("Another window has changed this quiz. Its changes are here now."),
  });
  const { offer, answer } = useKeptDraft({
    quizId,
    isNew: stored === null,
    quiz,
    change,
    onRestored: () => toast("Your unsaved changes from last time are back."),
  });
  const findings = useFindings(quiz);
  const { problems } = findings;
  const { revealed, unfinished, reveal } = useRevealed(draft, findings);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const { picked, pick, pickAll, startPicking, stopPicking } = usePicked(draft);
  const desk = useRef<HTMLDivElement>(null);
  const { undo, redo, said } = useUndo({ editing, change, desk });
  const { remove, removeMany } = useDeletion(draft, change);
  const show = useShow({ draft, findings, conflicts, change, reveal, desk });
  useOwnAddress(quizId, stored === null && editing.stored.version > 0);

  const place = placeOf(draft, draft.selected);
  const selected = draft.questions[place];
  const conflict = conflicts.find((each) => each.about === "question" && each.id === selected?.key);
  const listed = useRested(draft);
  const contested = useMemo(
    () => new Set(conflicts.map((each) => (each.about === "question" ? each.id : ""))),
    [conflicts],
  );

  const [opening, open] = useTransition();
  function playFromHere() {
    if (problems.length > 0) return setDialog("start");
    open(async () => {
      const refused = await tryOut(quizId, Math.max(place, 0));
      if (refused) toast(refused.refusal.message, "danger");
    });
  }

  const addOne = useCallback(() => setDialog("kind"), []);

  function decide(each: Conflict, take: "mine" | "theirs") {
    change({ change: "decide", conflict: each, take });
    if (each.about !== "question" || take === "mine" || each.mine === null || !selected) return;
    const at = placeOf(draft, each.id);
    const own = draft.questions[at];
    if (!own) return;
    toast(
      <UndoNote onUndo={() => change({ change: "put", at, question: own })}>Yours was replaced</UndoNote>,
    );
  }

  const commands = editorCommands({
    undo: steps.done.length > 0 ? undo : null,
    redo: steps.undone.length > 0 ? redo : null,
    open: setDialog,
    stored: editing.stored.version > 0,
    canStart: problems.length > 0 || state.name === "saved",
    before: place > 0 ? () => show.question(place - 1) : null,
    after: place < draft.questions.length - 1 ? () => show.question(place + 1) : null,
    playFromHere: state.name === "saved" && selected ? playFromHere : null,
    startPicking: draft.questions.length > 0 ? startPicking : null,
  });
  useEditorKeys(
    Object.fromEntries(
      commands.flatMap(({ keys, disabled, run }) =>
        keys ? keys.split(" ").map((each) => [each, disabled ? () => {} : run]) : [],
      ),
    ),
  );

  return (
    <QuizLanguage value={draft.language}>
      <div ref={desk} className="flex min-h-dvh flex-col">
        <EditorHeader
          title={draft.title}
          titleProblem={titleProblem(problems, draft.title, revealed.size > 0)}
          saveLine={
            <SaveStateLine
              state={state}
              kept={kept}
              problems={problems.length}
              onShowProblem={() => show.problem()}
              onShowConflict={show.conflict}
              onKeepQuiz={() => change({ change: "gone" })}
            />
          }
          undoButtons={
            <UndoButtons
              canUndo={steps.done.length > 0}
              canRedo={steps.undone.length > 0}
              onUndo={undo}
              onRedo={redo}
            />
          }
          menu={
            <Menu
              label="More for this quiz"
              icon={<Ellipsis aria-hidden="true" />}
              items={commands
                .filter(({ inMenu }) => inMenu)
                .map(({ name, icon, run, disabled }) => ({
                  label: name,
                  icon,
                  onSelect: run,
                  ...(disabled ? { disabled } : {}),
                }))}
            />
          }
          canStart={state.name === "saved" || (problems.length > 0 && state.name !== "untouched")}
          onTitle={(title) => change({ change: "title", title })}
          onDetails={() => setDialog("details")}
          onStart={() => setDialog("start")}
        />
        <p role="status" className="sr-only">
          {said}
        </p>
        {offer && (
          <div className="safe-x pt-4">
            <KeptDraftBanner
              kept={offer}
              onContinue={() => {
                answer(true);
                reveal(offer.quiz.questions.map((question) => question.id));
              }}
              onDiscard={() => answer(false)}
            />
          </div>
        )}
        <QuizConflicts conflicts={conflicts} draft={draft} onDecide={decide} />
        <div className="safe-x grid flex-1 grid-cols-1 content-start gap-5 py-4 lg:grid-cols-[16rem_minmax(0,1fr)_17rem] lg:items-start lg:gap-8 lg:py-6">
          <div className="lg:sticky lg:top-24 lg:flex lg:max-h-[calc(100dvh-8rem)] lg:flex-col">
            <QuestionList
              draft={listed}
              unfinished={unfinished}
              contested={contested}
              picked={picked}
              onPick={pick}
              selectionBar={
                picked && (
                  <SelectionBar
                    picked={draft.questions.flatMap(({ key }) => (picked.has(key) ? [key] : []))}
                    onPickAll={pickAll}
                    onDone={stopPicking}
                    onChange={change}
                    onRemove={removeMany}
                    onCopy={() => setDialog("copy")}
                  />
                )
              }
              onChange={change}
              onRemove={remove}
              onAdd={addOne}
            />
          </div>
          {selected ? (
            <SelectedQuestion
              questionKey={selected.key}
              question={selected.question}
              place={place}
              total={draft.questions.length}
              conflict={conflict}
              findings={findings}
              revealed={revealed.has(selected.key)}
              onChange={(question) => change({ change: "write", key: selected.key, question })}
              onConvert={(kind) => change({ change: "convert", key: selected.key, kind })}
              onDecide={decide}
              onMend={show.field}
              onNextAdvice={show.nextAdvice}
              onPlay={state.name === "saved" ? playFromHere : null}
              opening={opening}
            />
          ) : (
            <EmptyState
              title="An empty quiz"
              className="lg:col-span-2"
              action={
                <Button onClick={() => setDialog("kind")}>
                  <Plus aria-hidden="true" className="size-5" />
                  Add a question
                </Button>
              }
            >
              Every quiz begins with one question.
            </EmptyState>
          )}
        </div>
        <EditorDialogs
          dialog={dialog}
          onClose={() => setDialog(null)}
          quizId={quizId}
          draft={draft}
          quiz={quiz}
          storedVersion={editing.stored.version}
          saved={state.name === "saved"}
          problems={problems}
          picked={picked}
          commands={commands}
          startSession={startSession}
          change={change}
          show={show}
          onRemoveMany={removeMany}
        />
      </div>
    </QuizLanguage>
  );
}

/** The draft as the list shows it: words may come a moment after the key, what is where at once. */
function useRested(draft: Draft): Draft {
  const rested = useDeferredValue(draft);
  const inPlace =
    rested.selected === draft.selected &&
    rested.questions.length === draft.questions.length &&
    rested.questions.every(({ key }, at) => key === draft.questions[at]?.key);
  return inPlace ? rested : draft;
}

/** Once it is on the server, a new quiz is found under an address of its own, also by a reload. */
function useOwnAddress(quizId: string, created: boolean) {
  useEffect(() => {
    if (created) window.history.replaceState(null, "", `/host/quizzes/${quizId}`);
  }, [quizId, created]);
}

function titleProblem(problems: readonly { path: string; message: string }[], title: string, asked: boolean) {
  if (!asked && title === "") return undefined;
  return problems.find(({ path }) => path === "title")?.message;
}
