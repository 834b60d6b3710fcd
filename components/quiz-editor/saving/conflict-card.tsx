"use client";

import { GitFork } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import type { Conflict } from "#lib/quiz/drafts/merge-drafts.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { differences, inWords } from "./differences.ts";
import { Side } from "./side.tsx";

type Take = (take: "mine" | "theirs") => void;

/** A question that two windows changed: both versions side by side, in what they differ. */
export function QuestionConflict(props: { conflict: Conflict; now: QuestionDraft; onTake: Take }) {
  const { conflict, now, onTake } = props;
  if (conflict.about !== "question") return null;
  const { mine, theirs } = conflict;
  if (mine === null || theirs === null)
    return <DeletedOnce there={theirs === null} now={now} onTake={onTake} />;
  return (
    <Card title="This question was also changed in another window">
      {differences(now, theirs).map(({ label, ...sides }) => (
        <div key={label} className="grid gap-1">
          <h3 className="font-semibold text-ink-muted text-sm">{label}</h3>
          <div className="grid gap-2 sm:grid-cols-2">
            <Side name="Yours" lines={sides.mine} />
            <Side name="Theirs" lines={sides.theirs} />
          </div>
        </div>
      ))}
      <Buttons mine="Keep mine" theirs="Take theirs" onTake={onTake} />
    </Card>
  );
}

function DeletedOnce({ there, now, onTake }: { there: boolean; now: QuestionDraft; onTake: Take }) {
  return (
    <Card
      title={
        there
          ? "You changed this question; in another window it was deleted"
          : "You deleted this question; in another window it was changed"
      }
    >
      <dl className="grid gap-1.5">
        {inWords(now).map(({ label, lines }) => (
          <div key={label} className="grid gap-x-3 sm:grid-cols-[9rem_1fr]">
            <dt className="font-semibold text-ink-muted text-sm">{label}</dt>
            <dd className="min-w-0 break-words">{lines.join(" · ")}</dd>
          </div>
        ))}
      </dl>
      {there ? (
        <Buttons mine="Keep mine" theirs="Delete it here too" onTake={onTake} />
      ) : (
        <Buttons mine="Delete it anyway" theirs="Take theirs" onTake={onTake} />
      )}
    </Card>
  );
}

type QuizConflictProps = {
  conflict: Conflict;
  /** The name of a question, by its id. */
  nameOf: (id: string) => string;
  languageName: (tag: string) => string;
  onTake: Take;
};

/** A conflict about the quiz as a whole: its title, what it is about, its language, the order of its questions. */
export function QuizConflict({ conflict, nameOf, languageName, onTake }: QuizConflictProps) {
  if (conflict.about === "question") return null;
  const { title, linesOf } = WHOLE[conflict.about];
  const words = (side: string | string[]) => linesOf(side, { nameOf, languageName });
  return (
    <Card title={title}>
      <div className="grid gap-2 sm:grid-cols-2">
        <Side name="Yours" lines={words(conflict.mine)} />
        <Side name="Theirs" lines={words(conflict.theirs)} />
      </div>
      <Buttons mine="Keep mine" theirs="Take theirs" onTake={onTake} />
    </Card>
  );
}

type Names = Pick<QuizConflictProps, "nameOf" | "languageName">;
const oneLine = (side: string | string[]) => [side === "" ? "Nothing" : String(side)];

const WHOLE = {
  title: { title: "The title was also changed in another window", linesOf: oneLine },
  description: { title: "The description was also changed in another window", linesOf: oneLine },
  language: {
    title: "The language was also changed in another window",
    linesOf: (side: string | string[], { languageName }: Names) => [languageName(String(side))],
  },
  order: {
    title: "The questions were also reordered in another window",
    linesOf: (side: string | string[], { nameOf }: Names) =>
      [side].flat().map((id, at) => `${at + 1}. ${nameOf(id)}`),
  },
};

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      data-conflict
      tabIndex={-1}
      aria-label={title}
      className="grid gap-4 rounded-lg bg-warning-soft p-4 text-ink ring-1 ring-warning-ink/25 ring-inset focus-visible:outline-3 focus-visible:outline-focus sm:p-5"
    >
      <h2 className="flex items-start gap-2.5 font-semibold">
        <GitFork aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warning-ink" />
        <span>{title}</span>
      </h2>
      {children}
    </section>
  );
}

function Buttons({ mine, theirs, onTake }: { mine: string; theirs: string; onTake: Take }) {
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Button variant="secondary" onClick={() => onTake("mine")}>
        {mine}
      </Button>
      <Button variant="secondary" onClick={() => onTake("theirs")}>
        {theirs}
      </Button>
    </div>
  );
}
