"use client";

import { Written } from "#components/rich-text/written.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { useTally } from "#lib/client/connection/use-live-state.ts";
import type { FrozenQuestion, FrozenQuiz } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { isModerated } from "#lib/quiz/moderation.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";
import type { TimedPhase } from "#lib/session/phases/phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import { AnswerBars } from "../../answer-bars.tsx";
import { AnswerKeyLine } from "../../answer-key-line.tsx";
import { RatingLine } from "../../rating-line.tsx";
import { FixQuestion } from "../../regrade/fix-question.tsx";
import { useSharing, useShown } from "../sharing/sharing.ts";
import type { Commands } from "../use-commands.ts";
import { HostNotes } from "./host-notes.tsx";
import { ModerationPanel } from "./moderation-panel.tsx";
import { NearMisses } from "./near-misses.tsx";
import { PhaseClock } from "./phase-clock.tsx";

type QuestionPanelProps = {
  sessionId: string;
  /** A paired phone does not change the quiz. */
  remote: boolean;
  view: View;
  quiz: FrozenQuiz;
  index: number;
  phaseName: TimedPhase["name"];
  commands: Commands;
};

/**
 * The running question as only the host sees it: with its answer, and with how the room is doing. While this screen is
 * shared, no more than the big screen has shown.
 */
export function QuestionPanel({ sessionId, remote, view, ...rest }: QuestionPanelProps) {
  const { quiz, index, phaseName, commands } = rest;
  const tally = useTally();
  const shown = useShown(view);
  const sharing = useSharing();
  const question = quiz.questions[index];
  if (!question) return null;
  const result = view.reveal?.result ?? null;
  const live = tally?.questionIndex === index ? tally : null;
  const bars = shown.key
    ? (result?.bars ?? (live?.bars.length ? live.bars : emptyBars(question)))
    : shown.options
      ? optionsAlone(question)
      : [];
  const closest = question.kind === "number" && question.closest;
  const answered = result?.answered ?? Math.max(view.answered, live?.answered ?? 0);
  return (
    <section
      aria-label="Question"
      className="grid gap-5 rounded-2xl bg-surface-raised p-5 shadow-card ring-1 ring-line/70 sm:p-7"
    >
      <div className="flex items-start justify-between gap-4">
        <div className="grid min-w-0 gap-2">
          <p className="flex flex-wrap items-center gap-2">
            <Badge>{kindOf(question).label}</Badge>
            {question.points === 2 && <Badge tone="accent">Double points</Badge>}
            {question.points === 0 && kindOf(question).scored && <Badge>No points</Badge>}
            {view.reveal?.voided && <Badge tone="warning">Voided, does not count</Badge>}
          </p>
          <h2 className="display break-words text-[clamp(1.375rem,2.4vw,2rem)]">
            {shown.prompt ? (
              <Written text={question.prompt} />
            ) : (
              <span>{`Question ${index + 1} of ${view.questions}`}</span>
            )}
          </h2>
        </div>
        <PhaseClock view={view} />
      </div>
      {question.kind === "slide" && question.text && (
        <Written
          as="p"
          text={question.text}
          className="align-page whitespace-pre-line text-pretty break-words"
        />
      )}
      {isModerated(question) ? (
        <ModerationPanel
          key={index}
          questionIndex={index}
          bars={live?.bars ?? []}
          commands={commands}
          sharing={sharing}
        />
      ) : (
        <AnswerBars
          question={{ kind: question.kind, closest }}
          bars={bars}
          answered={answered}
          counts={shown.key}
        />
      )}
      {shown.key && <AnswerKeyLine question={question} />}
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t pt-4">
        {kindOf(question).asks === false ? (
          <p className="text-ink-muted">There is nothing to answer. Continue when everyone has read it.</p>
        ) : (
          <p className="numerals">
            <strong className="display text-2xl">{answered.toLocaleString("en")}</strong>{" "}
            <span className="text-ink-muted">{`of ${view.players.toLocaleString("en")} answered`}</span>
          </p>
        )}
        {result && result.correct !== null && (
          <p className="numerals text-success-ink">
            <strong className="display text-2xl">{result.correct.toLocaleString("en")}</strong>{" "}
            <span>{closest ? "closest" : "right"}</span>
            {result.answered > 0 && !closest && (
              <span>{`, ${Math.round((result.correct / result.answered) * 100)}%`}</span>
            )}
          </p>
        )}
        {question.kind === "rating" && shown.key && <RatingLine bars={bars} />}
        {phaseName === "reveal" && !result && <p className="text-ink-muted">Counting the last answers…</p>}
      </div>
      {question.kind === "text" && !remote && result && shown.key && !view.reveal?.voided && (
        <NearMisses
          key={index}
          sessionId={sessionId}
          questionIndex={index}
          answered={result.answered}
          correct={result.correct ?? 0}
        />
      )}
      {!remote && !question.survey && result && shown.key && view.phase.name !== "paused" && (
        <FixQuestion
          sessionId={sessionId}
          index={index}
          question={question}
          voided={view.reveal?.voided ?? false}
        />
      )}
      {!sharing && <HostNotes notes={question.notes} />}
      {question.explanation && !question.survey && phaseName !== "question" && (
        <Written
          as="p"
          text={question.explanation}
          className="whitespace-pre-line text-pretty rounded-lg bg-surface-sunken p-4 text-[0.9375rem]"
        />
      )}
    </section>
  );
}

/** The options as the big screen shows them, without a mark or a count. Other kinds’ bars are made of their answers. */
function optionsAlone(question: FrozenQuestion): Bar[] {
  return emptyBars(question)
    .filter(({ option }) => option !== undefined)
    .map((bar) => ({ ...bar, correct: null }));
}

/** Options before anybody has answered; kinds without options have nothing to show yet. */
function emptyBars(question: FrozenQuestion): Bar[] {
  return question.kind === "order" || question.kind === "match" ? [] : kindOf(question).bars(question, []);
}
