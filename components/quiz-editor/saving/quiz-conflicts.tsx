"use client";

import { withoutMarks } from "#components/rich-text/without-marks.ts";
import type { Conflict } from "#lib/quiz/drafts/merge-drafts.ts";
import type { Draft } from "../draft.ts";
import { placeOf } from "../draft.ts";
import { QuizConflict } from "./conflict-card.tsx";

type QuizConflictsProps = {
  conflicts: readonly Conflict[];
  draft: Draft;
  onDecide: (conflict: Conflict, take: "mine" | "theirs") => void;
};

/** Conflicts about the quiz as a whole, shown above all questions. */
export function QuizConflicts({ conflicts, draft, onDecide }: QuizConflictsProps) {
  const whole = conflicts.filter(({ about }) => about !== "question");
  if (whole.length === 0) return null;
  return (
    <div className="safe-x pt-4">
      <div className="mx-auto grid w-full max-w-2xl gap-4">
        {whole.map((conflict) => (
          <QuizConflict
            key={conflict.about}
            conflict={conflict}
            nameOf={(id) => nameOf(draft, id)}
            languageName={languageName}
            onTake={(take) => onDecide(conflict, take)}
          />
        ))}
      </div>
    </div>
  );
}

function nameOf(draft: Draft, id: string): string {
  const { prompt = "", plainText } = draft.questions[placeOf(draft, id)]?.question ?? {};
  return withoutMarks(prompt, plainText).trim() || "No question yet";
}

function languageName(tag: string): string {
  if (tag === "") return "None";
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}
