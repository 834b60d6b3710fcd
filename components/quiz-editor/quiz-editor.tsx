"use client";

import { Ellipsis, MonitorSmartphone, Plus } from "lucide-react";
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useReducer,
  useRef,
  useState,
  useTransition,
} from "react";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { StartDialog, type StartSessionAction } from "#components/start-session/start-dialog.tsx";
import { ThingsToFinish } from "#components/start-session/things-to-finish.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { QueryProvider } from "#lib/client/query-provider.tsx";
import type { Conflict } from "#lib/quiz/drafts/merge-drafts.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { FIRST_PROBLEMS } from "#lib/quiz/quiz-store.ts";
import type { Refused } from "#lib/web/action-result.ts";
import { AdvicePanel } from "./advice/advice-panel.tsx";
import { CopyQuestionsDialog } from "./bank/copy-questions-dialog.tsx";
import { TakeQuestionsDialog } from "./bank/take-questions-dialog.tsx";
import { CommandPalette } from "./commands/command-palette.tsx";
import { type DialogName, editorCommands } from "./commands/editor-commands.tsx";
import { KeyList } from "./commands/key-list.tsx";
import { useEditorKeys } from "./commands/use-editor-keys.ts";
import { type Draft, draftOf, emptyDraft, placeOf } from "./draft.ts";
import { EditorHeader } from "./editor-header.tsx";
import { FieldProblemsProvider } from "./field-problems.tsx";
import { focusField } from "./focus-field.ts";
import { QuestionForm } from "./form/question-form.tsx";
import { QuestionSettings } from "./form/question-settings.tsx";
import { QuizDetails } from "./form/quiz-details.tsx";
import { HistoryDialog } from "./history/history-dialog.tsx";
import { KindPicker } from "./list/kind-picker.tsx";
import { QuestionList } from "./list/question-list.tsx";
import { SelectionBar } from "./list/selection-bar.tsx";
import { usePicked } from "./list/use-picked.ts";
import { PhonePreview } from "./preview/phone-preview.tsx";
import { ScreenPreview } from "./preview/screen-preview.tsx";
import { QuestionConflict } from "./saving/conflict-card.tsx";
import { changeEditing, type EditingChange, startEditing, type Version } from "./saving/editing.ts";
import { KeptDraftBanner } from "./saving/kept-draft-banner.tsx";
import { QuizConflicts } from "./saving/quiz-conflicts.tsx";
import { SaveStateLine } from "./saving/save-state-line.tsx";
import { useAutosave } from "./saving/use-autosave.ts";
import { useKeptDraft } from "./saving/use-kept-draft.ts";
import { UndoButtons } from "./undo/undo-buttons.tsx";
import { UndoNote } from "./undo/undo-note.tsx";
import { useUndo } from "./undo/use-undo.ts";
import { useFindings } from "./use-findings.ts";

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
  const { problems, problemsOf, adviceOf } = useFindings(quiz);
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const { picked, pick, pickAll, startPicking, stopPicking } = usePicked(draft);
  const desk = useRef<HTMLDivElement>(null);
  const { undo, redo, said } = useUndo({ editing, change, desk });
  useOwnAddress(quizId, stored === null && editing.stored.version > 0);

  const place = placeOf(draft, draft.selected);
  const selected = draft.questions[place];
  const conflict = conflicts.find((each) => each.about === "question" && each.id === selected?.key);
  const unfinishedKeys = draft.questions
    .flatMap(({ key }, at) => (revealed.has(key) && problemsOf.has(at) ? [key] : []))
    .join(" ");
  const unfinished = useMemo(() => new Set(unfinishedKeys.split(" ")), [unfinishedKeys]);
  const listed = useRested(draft);
  const shown = useDeferredValue(selected?.question);
  const contested = useMemo(
    () => new Set(conflicts.map((each) => (each.about === "question" ? each.id : ""))),
    [conflicts],
  );

  // A question that was left shows what it lacks from then on.
  const [before, setBefore] = useState(draft.selected);
  if (before !== draft.selected) {
    if (before !== null) setRevealed(new Set([...revealed, before]));
    setBefore(draft.selected);
  }

  const [opening, open] = useTransition();
  function playFromHere() {
    if (problems.length > 0) return setDialog("start");
    open(async () => {
      const refused = await tryOut(quizId, Math.max(place, 0));
      if (refused) toast(refused.refusal.message, "danger");
    });
  }

  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const remove = useCallback(
    (key: string) => {
      const at = placeOf(latest.current, key);
      const question = latest.current.questions[at];
      if (!question) return;
      change({ change: "remove", key });
      toast(
        <UndoNote
          onUndo={() => change({ change: "insert", at, question })}
        >{`Question ${at + 1} deleted`}</UndoNote>,
      );
    },
    [change, toast],
  );
  const addOne = useCallback(() => setDialog("kind"), []);

  function removeMany(keys: readonly string[]) {
    change({ change: "removeMany", keys });
    toast(
      <UndoNote onUndo={() => change({ change: "undo" })}>
        {keys.length === 1 ? "1 question deleted" : `${keys.length} questions deleted`}
      </UndoNote>,
    );
  }

  function showPlace(at: number) {
    const question = draft.questions[at];
    if (question) change({ change: "select", key: question.key });
  }
  const mend = useCallback((path: string) => focusField(desk.current, path), []);

  /** To the next question, counted from here, that has a hint. */
  function showNextAdvice() {
    const places = [...adviceOf.keys()].filter((at) => at !== place).sort((a, b) => a - b);
    const next = draft.questions[places.find((at) => at > place) ?? places[0] ?? -1];
    if (next) change({ change: "select", key: next.key });
  }

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

  function showProblem(path = problems[0]?.path ?? "") {
    setDialog(null);
    setRevealed(new Set(draft.questions.map(({ key }) => key)));
    const at = Number(/^questions\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
    const question = draft.questions[at];
    if (question) change({ change: "select", key: question.key });
    const field = path.replace(/^questions\[\d+\]\.?/, "");
    // After a dialog has given the focus back.
    setTimeout(() => focusField(desk.current, question ? field : "title"));
  }

  function showConflict() {
    const first = conflicts[0];
    if (first?.about === "question") change({ change: "select", key: first.id });
    requestAnimationFrame(() => desk.current?.querySelector<HTMLElement>("[data-conflict]")?.focus());
  }

  const commands = editorCommands({
    undo: steps.done.length > 0 ? undo : null,
    redo: steps.undone.length > 0 ? redo : null,
    open: setDialog,
    stored: editing.stored.version > 0,
    canStart: problems.length > 0 || state.name === "saved",
    before: place > 0 ? () => showPlace(place - 1) : null,
    after: place < draft.questions.length - 1 ? () => showPlace(place + 1) : null,
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

  const showLinked = useEffectEvent(() => {
    const path = decodeURIComponent(location.hash.slice(1));
    if (path !== "") showProblem(path);
  });
  useEffect(() => showLinked(), []);

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
              onShowProblem={() => showProblem()}
              onShowConflict={showConflict}
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
                  ...{ label: name, icon, onSelect: run },
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
                setRevealed(new Set(offer.quiz.questions.map((question) => question.id)));
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
            <InPlainText question={selected.question}>
              <main className="mx-auto grid w-full min-w-0 max-w-2xl gap-6">
                {conflict && (
                  <QuestionConflict
                    conflict={conflict}
                    now={selected.question}
                    onTake={(take) => decide(conflict, take)}
                  />
                )}
                <FieldProblemsProvider
                  key={selected.key}
                  problems={problemsOf.get(place) ?? NONE}
                  all={revealed.has(selected.key)}
                >
                  <h1 className="sr-only">{`Question ${place + 1}`}</h1>
                  <QuestionForm
                    key={selected.question.kind}
                    question={selected.question}
                    onChange={(question) => change({ change: "write", key: selected.key, question })}
                  />
                </FieldProblemsProvider>
              </main>
              <aside
                aria-label="Settings of the question"
                className="mx-auto grid w-full max-w-2xl gap-8 border-t pt-5 lg:sticky lg:top-24 lg:border-0 lg:pt-0"
              >
                <FieldProblemsProvider key={selected.key} problems={problemsOf.get(place) ?? NONE} all>
                  <QuestionSettings
                    question={selected.question}
                    onChange={(question) => change({ change: "write", key: selected.key, question })}
                    onConvert={(kind) => change({ change: "convert", key: selected.key, kind })}
                  />
                </FieldProblemsProvider>
                <AdvicePanel
                  advice={adviceOf.get(place) ?? NONE}
                  problems={revealed.has(selected.key) ? (problemsOf.get(place) ?? NONE) : NONE}
                  elsewhere={adviceOf.size - (adviceOf.has(place) ? 1 : 0)}
                  onMend={mend}
                  onElsewhere={showNextAdvice}
                />
                <div className="grid gap-2">
                  <Button
                    variant="secondary"
                    loading={opening}
                    disabled={state.name !== "saved"}
                    onClick={playFromHere}
                  >
                    <MonitorSmartphone aria-hidden="true" className="size-4.5" />
                    Play from here
                  </Button>
                  <p className="text-ink-muted text-sm leading-snug">
                    A rehearsal: you on a phone, with ten robots. Nobody else sees it.
                  </p>
                </div>
                <ScreenPreview
                  question={shown ?? selected.question}
                  place={place}
                  total={draft.questions.length}
                />
                <PhonePreview
                  question={shown ?? selected.question}
                  place={place}
                  total={draft.questions.length}
                />
              </aside>
            </InPlainText>
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
        <KindPicker
          open={dialog === "kind"}
          onClose={() => setDialog(null)}
          onPick={(kind) => {
            setDialog(null);
            change({ change: "add", kind });
            // After the dialog has given the focus back.
            setTimeout(() => focusField(desk.current, "prompt"));
          }}
        />
        <QuizDetails
          open={dialog === "details"}
          draft={draft}
          onChange={change}
          onClose={() => setDialog(null)}
        />
        <HistoryDialog
          open={dialog === "history"}
          quizId={quizId}
          now={quiz}
          version={state.name === "saved" ? editing.stored.version : null}
          onClose={() => setDialog(null)}
          onRestored={(restored) => {
            change({ change: "take", restored });
            toast("The version is restored. Undo brings back what stood here.", "success");
          }}
        />
        <TakeQuestionsDialog
          open={dialog === "take"}
          quizId={quizId}
          room={LIMITS.questions.max - draft.questions.length}
          onClose={() => setDialog(null)}
          onTake={(questions) => {
            setDialog(null);
            change({ change: "addMany", questions });
            toast(
              questions.length === 1 ? "1 question is added." : `${questions.length} questions are added.`,
            );
          }}
        />
        <CopyQuestionsDialog
          open={dialog === "copy"}
          quizId={quizId}
          questions={draft.questions.flatMap(({ key, question }) => (picked?.has(key) ? [question] : []))}
          onClose={() => setDialog(null)}
          onCopied={(title, moved) => {
            setDialog(null);
            if (moved) removeMany([...(picked ?? [])]);
            toast(`They are now in “${title}”.`, "success");
          }}
        />
        <CommandPalette
          open={dialog === "palette"}
          commands={[
            ...commands,
            ...(dialog === "palette" ? draft.questions : []).map(({ question }, at) => ({
              name: `Question ${at + 1}: ${withoutMarks(question.prompt, question.plainText).trim() || "No question yet"}`,
              run: () => showPlace(at),
            })),
          ]}
          onClose={() => setDialog(null)}
        />
        <KeyList open={dialog === "keys"} commands={commands} onClose={() => setDialog(null)} />
        <ThingsToFinish
          open={dialog === "start" && problems.length > 0}
          quiz={{ id: quizId, title: withoutMarks(draft.title).trim() || "Untitled quiz" }}
          count={problems.length}
          first={problems.slice(0, FIRST_PROBLEMS)}
          onPick={showProblem}
          onClose={() => setDialog(null)}
        />
        {editing.stored.version > 0 && (
          <StartDialog
            open={dialog === "start" && problems.length === 0}
            quiz={{ id: quizId, title: withoutMarks(draft.title) }}
            onClose={() => setDialog(null)}
            startSession={startSession}
          />
        )}
      </div>
    </QuizLanguage>
  );
}

const NONE: never[] = [];

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
