"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { addToQuiz, findQuizzes } from "./bank-calls.ts";

type CopyQuestionsProps = {
  open: boolean;
  quizId: string;
  questions: readonly QuestionDraft[];
  onClose: () => void;
  /** They are there; `moved`: they are to go from here. */
  onCopied: (title: string, moved: boolean) => void;
};

/** Copies questions to the end of another quiz, or moves them there. */
export function CopyQuestionsDialog({ open, ...rest }: CopyQuestionsProps) {
  return open ? <Target {...rest} /> : null;
}

function Target({ quizId, questions, onClose, onCopied }: Omit<CopyQuestionsProps, "open">) {
  const [typed, type] = useState("");
  const query = useDeferredValue(typed.trim());
  const [target, setTarget] = useState<string>("");
  const [moves, setMoves] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["quizzes", query],
    queryFn: () => findQuizzes(query),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const quizzes = data?.filter(({ id }) => id !== quizId) ?? [];
  const chosen = quizzes.find(({ id }) => id === target);
  const copy = useMutation({
    mutationFn: (id: string) => addToQuiz(id, questions),
    onSuccess: () => onCopied(chosen?.title || "Untitled quiz", moves),
  });
  const problem = error ?? copy.error;
  const what = questions.length === 1 ? "the question" : `${questions.length} questions`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={questions.length === 1 ? "To another quiz" : `${questions.length} questions to another quiz`}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={!chosen}
            loading={copy.isPending}
            onClick={() => chosen && copy.mutate(chosen.id)}
          >
            {`${moves ? "Move" : "Copy"} ${what}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField
          label="Find the quiz"
          type="search"
          value={typed}
          onChange={(event) => type(event.target.value)}
          data-autofocus
        />
        {problem && <Banner tone="danger">{problem.message}</Banner>}
        {!data && !error && <Spinner label="Looking for quizzes" />}
        {data && quizzes.length === 0 && <p className="text-ink-muted">No other quiz matches these words.</p>}
        {quizzes.length > 0 && (
          <RadioCards
            legend="Quiz"
            name="target-quiz"
            value={target}
            onChange={setTarget}
            choices={quizzes.map(({ id, title, questions: count }) => ({
              value: id,
              label: title || "Untitled quiz",
              hint: count === 1 ? "1 question" : `${count} questions`,
            }))}
          />
        )}
        <Switch
          label="Move them"
          hint="They are deleted here once they are there."
          checked={moves}
          onChange={(event) => setMoves(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
