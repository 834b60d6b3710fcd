"use client";

import { useDeferredValue, useMemo } from "react";
import type { Advice } from "#lib/quiz/advice/advice.ts";
import { adviceOn } from "#lib/quiz/advice/advice-on.ts";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import type { Problem } from "#lib/quiz/problems.ts";
import { draftProblems } from "#lib/quiz/quiz.ts";
import { byQuestion } from "./field-problems.tsx";

export interface Findings {
  problems: Problem[];
  problemsOf: ReadonlyMap<number, Problem[]>;
  advice: Advice[];
  adviceOf: ReadonlyMap<number, Advice[]>;
}

/** The problems that keep the quiz from being played, and advice. Advice may come a moment after the key. */
export function useFindings(quiz: NamedDraft): Findings {
  const problems = useMemo(() => draftProblems(quiz), [quiz]);
  const problemsOf = useMemo(() => byQuestion(problems), [problems]);
  const rested = useDeferredValue(quiz.questions);
  const advice = useMemo(() => adviceOn(rested), [rested]);
  const adviceOf = useMemo(() => byQuestion(advice), [advice]);
  return { problems, problemsOf, advice, adviceOf };
}
