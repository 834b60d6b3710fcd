"use client";

import { ArrowLeft, Play, Settings2 } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";

type EditorHeaderProps = {
  title: string;
  titleProblem: string | undefined;
  /** Where it stands with the server. */
  saveLine: ReactNode;
  undoButtons: ReactNode;
  /** The rarer actions. */
  menu: ReactNode;
  canStart: boolean;
  onTitle: (title: string) => void;
  onDetails: () => void;
  onStart: () => void;
};

export function EditorHeader(props: EditorHeaderProps) {
  const { title, titleProblem, saveLine, undoButtons, menu, canStart } = props;
  const { onTitle, onDetails, onStart } = props;
  const problemId = useId();
  return (
    <header className="sticky top-0 z-20 border-b bg-background/95 backdrop-blur-sm">
      <div className="safe-x flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
        <Link
          href="/host"
          aria-label="Back to your quizzes"
          title="Back to your quizzes"
          className="grid size-11 shrink-0 place-items-center rounded-md hover:bg-ink/8"
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
        </Link>
        <div className="min-w-0 flex-1 basis-24">
          <input
            aria-label="Title of the quiz"
            data-title
            value={title}
            maxLength={LIMITS.title}
            placeholder="Title of the quiz"
            aria-invalid={titleProblem ? true : undefined}
            aria-describedby={titleProblem ? problemId : undefined}
            onChange={(event) => onTitle(event.target.value)}
            className="display w-full truncate rounded-md border-[1.5px] border-transparent bg-transparent px-2 py-1.5 text-xl hover:border-line-strong focus:border-focus focus:bg-surface-raised focus:outline-none aria-invalid:border-danger"
          />
          {titleProblem && (
            <p id={problemId} className="px-2 font-medium text-danger-ink text-sm">
              {titleProblem}
            </p>
          )}
        </div>
        <div className="order-last flex min-w-0 items-center gap-x-2 max-lg:w-full max-lg:justify-between max-lg:pl-14 lg:order-none lg:max-w-[32rem]">
          {saveLine}
          {undoButtons}
        </div>
        <Button variant="ghost" onClick={onDetails} className="max-sm:px-3!">
          <Settings2 aria-hidden="true" className="size-5" />
          <span className="max-sm:sr-only">About</span>
          <span className="sr-only">this quiz: description and language</span>
        </Button>
        {menu}
        <Button onClick={onStart} disabled={!canStart} className="max-sm:px-3.5!">
          <Play aria-hidden="true" className="size-4.5 fill-current" />
          <span className="max-sm:sr-only">Start</span>
        </Button>
      </div>
    </header>
  );
}
