"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { KindIcon, kindLabel } from "../kinds.tsx";
import { inWords } from "../saving/differences.ts";
import { type FoundQuestion, findQuestions } from "./bank-calls.ts";

type TakeQuestionsProps = {
  open: boolean;
  quizId: string;
  /** How many still fit. */
  room: number;
  onClose: () => void;
  onTake: (questions: QuestionDraft[]) => void;
};

/** Questions of all other quizzes of this host, to be taken over as copies. */
export function TakeQuestionsDialog({ open, ...rest }: TakeQuestionsProps) {
  return open ? <Bank {...rest} /> : null;
}

function Bank({ quizId, room, onClose, onTake }: Omit<TakeQuestionsProps, "open">) {
  const [typed, type] = useState("");
  const query = useDeferredValue(typed.trim());
  const [picked, setPicked] = useState<ReadonlyMap<string, FoundQuestion>>(new Map());
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["questions", quizId, query],
    queryFn: ({ pageParam }) => findQuestions(query, { except: quizId, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = data?.pages.flatMap(({ questions }) => questions) ?? [];

  function pick(each: FoundQuestion) {
    const next = new Map(picked);
    if (!next.delete(each.key)) next.set(each.key, each);
    setPicked(next);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title="Add questions from other quizzes"
      description="From all of your quizzes, as copies. They stay where they are."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button
            disabled={picked.size === 0 || picked.size > room}
            onClick={() => onTake([...picked.values()].map(({ question }) => question))}
          >
            {picked.size < 2 ? "Add the question" : `Add ${picked.size} questions`}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField
          label="Words of the question, its answers or its quiz"
          type="search"
          value={typed}
          onChange={(event) => type(event.target.value)}
          data-autofocus
        />
        {error && <Banner tone="danger">{error.message}</Banner>}
        {picked.size > room && <Banner tone="danger">{`Only ${room} more fit into this quiz.`}</Banner>}
        <p role="status" className="sr-only">
          {isFetching ? "" : found.length === 0 ? "Nothing found" : `${found.length} questions found`}
        </p>
        {!data && !error && <Spinner label="Looking for questions" />}
        {data && found.length === 0 && (
          <p className="text-ink-muted">No question in another quiz matches these words.</p>
        )}
        <ul className="grid gap-2">
          {found.map((each) => (
            <li key={each.key}>
              <Found found={each} picked={picked.has(each.key)} onPick={() => pick(each)} />
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <Button variant="secondary" loading={isFetching} onClick={() => void fetchNextPage()}>
            More
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Found({ found, picked, onPick }: { found: FoundQuestion; picked: boolean; onPick: () => void }) {
  const { question, quizTitle } = found;
  const rest = inWords(question).filter(({ label }) => label !== "Question");
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-lg border-[1.5px] border-line bg-surface-raised p-3.5 has-checked:border-ink hover:border-line-strong">
      <input type="checkbox" checked={picked} onChange={onPick} className="mt-1 size-5 shrink-0 accent-ink" />
      <span className="grid min-w-0 gap-1">
        <span className="break-words font-semibold">
          {withoutMarks(question.prompt, question.plainText).trim() || "No question yet"}
        </span>
        <span className="line-clamp-2 break-words text-ink-muted text-sm">
          {rest.map(({ lines }) => lines.join(" · ")).join(". ")}
        </span>
        <span className="flex flex-wrap items-center gap-1.5 text-ink-muted text-xs">
          <KindIcon kind={question.kind} className="size-3.5" />
          <span>{kindLabel(question.kind)}</span>
          <span aria-hidden="true">·</span>
          <span>{quizTitle || "Untitled quiz"}</span>
        </span>
      </span>
    </label>
  );
}
