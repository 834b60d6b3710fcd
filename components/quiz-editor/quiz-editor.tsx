"use client";

import { Plus } from "lucide-react";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { StartDialog } from "#components/host-console/start-dialog.tsx";
import { withoutMarks } from "#components/rich-text/has-markup.ts";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { type Quiz, quizProblems } from "#lib/quiz/quiz.ts";
import { createQuizAction, saveQuizAction } from "../../app/(host)/actions.ts";
import { changeDraft, type Draft, draftOf, emptyDraft, inputOf, placeOf } from "./draft.ts";
import { EditorHeader } from "./editor-header.tsx";
import { FieldProblemsProvider, problemsOfQuestion } from "./field-problems.tsx";
import { focusField } from "./focus-field.ts";
import { forgetDraft } from "./kept-draft.ts";
import { KeptDraftBanner } from "./kept-draft-banner.tsx";
import { KindPicker } from "./kind-picker.tsx";
import { PhonePreview } from "./phone-preview.tsx";
import { QuestionForm } from "./question-form.tsx";
import { QuestionList } from "./question-list.tsx";
import { QuestionSettings } from "./question-settings.tsx";
import { QuizDetails } from "./quiz-details.tsx";
import { UndoNote } from "./undo-note.tsx";
import { type SaveOutcome, useAutosave } from "./use-autosave.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

type QuizEditorProps = {
  stored: { id: string; quiz: Quiz } | null;
  /** Of a new quiz. */
  language?: string;
};

/** Where a quiz is written. `stored` is null for a new one; it is created as soon as it could be played. */
export function QuizEditor({ stored, language }: QuizEditorProps) {
  const [original] = useState(() => (stored ? draftOf(stored.quiz) : null));
  const [draft, change] = useReducer(changeDraft, null, () => original ?? emptyDraft(language));
  const problems = useMemo(() => quizProblems(inputOf(draft)), [draft]);
  const { state, quizId } = useAutosave({
    draft,
    problems: problems.length,
    quizId: stored?.id ?? null,
    stored: original,
    save,
  });
  const kept = useKeptDraft(stored?.id ?? null, original);
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"kind" | "start" | "details" | null>(null);
  const desk = useRef<HTMLDivElement>(null);
  const toast = useToast();
  useOwnAddress(stored?.id ?? null, quizId);

  const place = placeOf(draft, draft.selected);
  const selected = draft.questions[place];
  const unfinished = useMemo(() => {
    const places = draft.questions.map(({ key }, at) =>
      revealed.has(key) && problemsOfQuestion(problems, at).length > 0 ? at : -1,
    );
    return new Set(places);
  }, [draft.questions, problems, revealed]);

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

  function showProblem() {
    setRevealed(new Set(draft.questions.map(({ key }) => key)));
    const path = problems[0]?.path ?? "";
    const at = Number(/^questions\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
    const question = draft.questions[at];
    if (question) change({ change: "select", key: question.key });
    const field = path.replace(/^questions\[\d+\]\.?/, "");
    requestAnimationFrame(() => focusField(desk.current, question ? field : "title"));
  }

  function keepGoing(keptDraft: Draft) {
    change({ change: "replace", draft: keptDraft });
    setRevealed(new Set(keptDraft.questions.map(({ key }) => key)));
    kept.answered();
  }

  return (
    <QuizLanguage value={draft.language}>
      <div ref={desk} className="flex min-h-dvh flex-col">
        <EditorHeader
          title={draft.title}
          titleProblem={titleProblem(problems, draft, revealed.size > 0)}
          saveState={state}
          canStart={quizId !== null && state.name === "saved"}
          onTitle={(title) => change({ change: "title", title })}
          onDetails={() => setDialog("details")}
          onShowProblem={showProblem}
          onStart={() => setDialog("start")}
        />
        {kept.offer && (
          <div className="safe-x pt-4">
            <KeptDraftBanner
              keptAtMs={kept.offer.keptAtMs}
              onContinue={() => kept.offer && keepGoing(kept.offer.draft)}
              onDiscard={() => {
                forgetDraft(stored?.id ?? null);
                kept.answered();
              }}
            />
          </div>
        )}
        <div className="safe-x grid flex-1 grid-cols-1 content-start gap-5 py-4 lg:grid-cols-[16rem_minmax(0,1fr)_17rem] lg:items-start lg:gap-8 lg:py-6">
          <div className="lg:sticky lg:top-24 lg:flex lg:max-h-[calc(100dvh-8rem)] lg:flex-col">
            <QuestionList
              draft={draft}
              unfinished={unfinished}
              onChange={change}
              onRemove={remove}
              onAdd={() => setDialog("kind")}
            />
          </div>
          {selected ? (
            <>
              <main className="mx-auto w-full min-w-0 max-w-2xl">
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
            </>
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
        {quizId !== null && (
          <StartDialog
            open={dialog === "start"}
            quiz={{ id: quizId, title: withoutMarks(draft.title) }}
            onClose={() => setDialog(null)}
          />
        )}
      </div>
    </QuizLanguage>
  );
}

async function save(quizId: string | null, input: unknown): Promise<SaveOutcome> {
  if (quizId === null) {
    const created = await createQuizAction(input);
    return created.ok ? { ok: true, quizId: created.id } : { ok: false, message: created.refusal.message };
  }
  const saved = await saveQuizAction(quizId, input);
  return saved.ok ? { ok: true, quizId } : { ok: false, message: saved.refusal.message };
}

/** Once created, a new quiz has an address of its own; a reload must find it there. */
function useOwnAddress(id: string | null, createdId: string | null) {
  useEffect(() => {
    if (id !== null || createdId === null) return;
    window.history.replaceState(null, "", `/host/quizzes/${createdId}`);
  }, [id, createdId]);
}

function titleProblem(problems: readonly { path: string; message: string }[], draft: Draft, asked: boolean) {
  if (!asked && draft.title === "") return undefined;
  return problems.find(({ path }) => path === "title")?.message;
}
