"use client";

import { Plus } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from "react";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { StartDialog, type StartSessionAction } from "#components/start-session/start-dialog.tsx";
import { ThingsToFinish } from "#components/start-session/things-to-finish.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { QueryProvider } from "#lib/client/query-provider.tsx";
import type { Conflict } from "#lib/quiz/merge-drafts.ts";
import { quizProblems } from "#lib/quiz/quiz.ts";
import { FIRST_PROBLEMS } from "#lib/quiz/quiz-store.ts";
import { draftOf, emptyDraft, placeOf } from "./draft.ts";
import { EditorHeader } from "./editor-header.tsx";
import { FieldProblemsProvider, problemsOfQuestion } from "./field-problems.tsx";
import { focusField } from "./focus-field.ts";
import { QuestionForm } from "./form/question-form.tsx";
import { QuestionSettings } from "./form/question-settings.tsx";
import { QuizDetails } from "./form/quiz-details.tsx";
import { KindPicker } from "./list/kind-picker.tsx";
import { QuestionList } from "./list/question-list.tsx";
import { PhonePreview } from "./preview/phone-preview.tsx";
import { QuestionConflict } from "./saving/conflict-card.tsx";
import { changeEditing, startEditing, type Version } from "./saving/editing.ts";
import { KeptDraftBanner } from "./saving/kept-draft-banner.tsx";
import { QuizConflicts } from "./saving/quiz-conflicts.tsx";
import { SaveStateLine } from "./saving/save-state-line.tsx";
import { useAutosave } from "./saving/use-autosave.ts";
import { useKeptDraft } from "./saving/use-kept-draft.ts";
import { UndoNote } from "./undo-note.tsx";

type QuizEditorProps = {
  id: string;
  /** Null for a new quiz; it is created by its first change, finished or not. */
  stored: Version | null;
  /** Of a new quiz. */
  language?: string;
  startSession: StartSessionAction;
};

/** Where a quiz is written. */
export function QuizEditor(props: QuizEditorProps) {
  return (
    <QueryProvider>
      <Desk {...props} />
    </QueryProvider>
  );
}

function Desk({ id, stored, language, startSession }: QuizEditorProps) {
  const [quizId] = useState(id);
  const [editing, change] = useReducer(changeEditing, null, () =>
    startEditing(stored ? draftOf(stored.quiz) : emptyDraft(language), stored),
  );
  const { draft, conflicts } = editing;
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
    onRestored: () => toast("What you wrote here before, and was not saved, is back."),
  });
  const problems = useMemo(() => quizProblems(quiz), [quiz]);
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"kind" | "start" | "details" | null>(null);
  const desk = useRef<HTMLDivElement>(null);
  useOwnAddress(quizId, stored === null && editing.stored.version > 0);

  const place = placeOf(draft, draft.selected);
  const selected = draft.questions[place];
  const conflict = conflicts.find((each) => each.about === "question" && each.id === selected?.key);
  const unfinished = useMemo(() => {
    const places = draft.questions.map(({ key }, at) =>
      revealed.has(key) && problemsOfQuestion(problems, at).length > 0 ? at : -1,
    );
    return new Set(places);
  }, [draft.questions, problems, revealed]);
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

  function remove(key: string) {
    const at = placeOf(draft, key);
    const question = draft.questions[at];
    if (!question) return;
    change({ change: "remove", key });
    toast(
      <UndoNote
        onUndo={() => change({ change: "insert", at, question })}
      >{`Question ${at + 1} deleted`}</UndoNote>,
    );
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
          canStart={state.name === "saved" || (problems.length > 0 && state.name !== "untouched")}
          onTitle={(title) => change({ change: "title", title })}
          onDetails={() => setDialog("details")}
          onStart={() => setDialog("start")}
        />
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
              draft={draft}
              unfinished={unfinished}
              contested={contested}
              onChange={change}
              onRemove={remove}
              onAdd={() => setDialog("kind")}
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
                  problems={problemsOfQuestion(problems, place)}
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
                <FieldProblemsProvider key={selected.key} problems={problemsOfQuestion(problems, place)} all>
                  <QuestionSettings
                    question={selected.question}
                    onChange={(question) => change({ change: "write", key: selected.key, question })}
                    onConvert={(kind) => change({ change: "convert", key: selected.key, kind })}
                  />
                </FieldProblemsProvider>
                <PhonePreview question={selected.question} place={place} total={draft.questions.length} />
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
