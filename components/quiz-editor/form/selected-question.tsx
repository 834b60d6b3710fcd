"use client";

import { MonitorSmartphone } from "lucide-react";
import { useDeferredValue } from "react";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import type { Conflict } from "#lib/quiz/drafts/merge-drafts.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import type { KindName } from "#lib/quiz/kinds/registry.ts";
import { AdvicePanel } from "../advice/advice-panel.tsx";
import { FieldProblemsProvider } from "../field-problems.tsx";
import { PhonePreview } from "../preview/phone-preview.tsx";
import { ScreenPreview } from "../preview/screen-preview.tsx";
import { QuestionConflict } from "../saving/conflict-card.tsx";
import type { Findings } from "../use-findings.ts";
import { QuestionForm } from "./question-form.tsx";
import { QuestionSettings } from "./question-settings.tsx";

type SelectedQuestionProps = {
  questionKey: string;
  question: QuestionDraft;
  place: number;
  total: number;
  conflict: Conflict | undefined;
  findings: Findings;
  /** Shows all that the question lacks, whatever was touched. */
  revealed: boolean;
  onChange: (question: QuestionDraft) => void;
  onConvert: (kind: KindName) => void;
  onDecide: (conflict: Conflict, take: "mine" | "theirs") => void;
  onMend: (path: string) => void;
  onNextAdvice: () => void;
  /** Null while the server does not have this question as shown. */
  onPlay: (() => void) | null;
  opening: boolean;
};

/** The selected question: its form, and beside it settings, advice and what players see of it. */
export function SelectedQuestion(props: SelectedQuestionProps) {
  const { questionKey, question, place, total, conflict, findings, revealed } = props;
  const { onChange, onConvert, onDecide, onMend, onNextAdvice, onPlay, opening } = props;
  const { adviceOf } = findings;
  const problems = findings.problemsOf.get(place) ?? NONE;
  const shown = useDeferredValue(question);
  return (
    <InPlainText question={question}>
      <main className="mx-auto grid w-full min-w-0 max-w-2xl gap-6">
        {conflict && (
          <QuestionConflict conflict={conflict} now={question} onTake={(take) => onDecide(conflict, take)} />
        )}
        <FieldProblemsProvider key={questionKey} problems={problems} all={revealed}>
          <h1 className="sr-only">{`Question ${place + 1}`}</h1>
          <QuestionForm key={question.kind} question={question} onChange={onChange} />
        </FieldProblemsProvider>
      </main>
      <aside
        aria-label="Settings of the question"
        className="mx-auto grid w-full max-w-2xl gap-8 border-t pt-5 lg:sticky lg:top-24 lg:border-0 lg:pt-0"
      >
        <FieldProblemsProvider key={questionKey} problems={problems} all>
          <QuestionSettings question={question} onChange={onChange} onConvert={onConvert} />
        </FieldProblemsProvider>
        <AdvicePanel
          advice={adviceOf.get(place) ?? NONE}
          problems={revealed ? problems : NONE}
          elsewhere={adviceOf.size - (adviceOf.has(place) ? 1 : 0)}
          onMend={onMend}
          onElsewhere={onNextAdvice}
        />
        <div className="grid gap-2">
          <Button variant="secondary" loading={opening} disabled={onPlay === null} onClick={() => onPlay?.()}>
            <MonitorSmartphone aria-hidden="true" className="size-4.5" />
            Play from here
          </Button>
          <p className="text-ink-muted text-sm leading-snug">
            A rehearsal: you on a phone, with ten robots. Nobody else sees it.
          </p>
        </div>
        <ScreenPreview question={shown} place={place} total={total} />
        <PhonePreview question={shown} place={place} total={total} />
      </aside>
    </InPlainText>
  );
}

const NONE: never[] = [];
