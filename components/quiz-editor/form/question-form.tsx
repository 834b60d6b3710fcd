"use client";

import { useRef } from "react";
import { TextArea } from "#components/ui/text-area.tsx";
import { LIMITS } from "#lib/quiz/fields.ts";
import type { QuestionDraft } from "#lib/quiz/quiz-draft.ts";
import { useProblem } from "../field-problems.tsx";
import { AcceptedAnswers } from "../fields/accepted-answers.tsx";
import { ChoiceOptions } from "../fields/choice-options.tsx";
import { MediaField } from "../fields/media-field.tsx";
import { NumberAnswer } from "../fields/number-answer.tsx";
import { OrderItems } from "../fields/order-items.tsx";
import { PairRows } from "../fields/pair-rows.tsx";
import { PinTargets } from "../fields/pin-targets.tsx";
import { RatingScaleFields } from "../fields/rating-scale-fields.tsx";
import { SlideFields } from "../fields/slide-fields.tsx";
import { SliderAnswer } from "../fields/slider-answer.tsx";
import { TrueFalse } from "../fields/true-false.tsx";
import { WordcloudFields } from "../fields/wordcloud-fields.tsx";
import { FormatBar, formatByKey } from "./format-bar.tsx";

type QuestionFormProps = { question: QuestionDraft; onChange: (question: QuestionDraft) => void };

/** All that players read or answer; time and points are in question-settings.tsx. */
export function QuestionForm({ question, onChange }: QuestionFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (prompt: string) => onChange({ ...question, prompt });
  return (
    <div className="grid gap-6">
      <TextArea
        ref={field}
        aside={<FormatBar of="the question" field={field} onChange={write} />}
        label={PROMPT_LABELS[question.kind] ?? "Question"}
        rows={2}
        data-path="prompt"
        data-prompt
        value={question.prompt}
        placeholder={PLACEHOLDERS[question.kind]}
        error={useProblem("prompt")}
        hint={room(question.prompt, LIMITS.prompt)}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => formatByKey(event, write)}
        className="font-medium text-lg"
      />
      <MediaField
        media={question.media}
        picturesOnly={question.kind === "pin"}
        onChange={(media) => onChange({ ...question, media })}
      />
      <AnswerFields question={question} onChange={onChange} />
      {question.kind !== "slide" && <Explanation question={question} onChange={onChange} />}
    </div>
  );
}

function Explanation({ question, onChange }: QuestionFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (explanation: string) => onChange({ ...question, explanation: explanation || undefined });
  return (
    <TextArea
      ref={field}
      aside={<FormatBar of="the explanation" field={field} onChange={write} />}
      label="Explanation, shown with the answer"
      rows={2}
      data-path="explanation"
      value={question.explanation ?? ""}
      placeholder="Why is it so? Optional."
      error={useProblem("explanation")}
      hint={room(question.explanation ?? "", LIMITS.explanation)}
      onChange={(event) => write(event.target.value)}
      onKeyDown={(event) => formatByKey(event, write)}
    />
  );
}

function AnswerFields({ question, onChange }: QuestionFormProps) {
  switch (question.kind) {
    case "single":
    case "multiple":
      return (
        <ChoiceOptions
          marks={question.kind === "single" ? "one" : "several"}
          options={question.options}
          onChange={(options) =>
            onChange({
              ...question,
              options: options.map(({ correct = false, ...option }) => ({ ...option, correct })),
            })
          }
        />
      );
    case "poll":
      return (
        <ChoiceOptions
          marks="none"
          options={question.options}
          onChange={(options) =>
            onChange({ ...question, options: options.map(({ correct: _, ...option }) => option) })
          }
        />
      );
    case "truefalse":
      return (
        <TrueFalse correct={question.correct} onChange={(correct) => onChange({ ...question, correct })} />
      );
    case "text":
      return (
        <AcceptedAnswers
          accepted={question.accepted}
          typoTolerance={question.typoTolerance}
          onChange={(accepted) => onChange({ ...question, accepted })}
          onTypoTolerance={(typoTolerance) => onChange({ ...question, typoTolerance })}
        />
      );
    case "number":
      return <NumberAnswer question={question} onChange={onChange} />;
    case "slider":
      return <SliderAnswer question={question} onChange={onChange} />;
    case "match":
      return <PairRows pairs={question.pairs} onChange={(pairs) => onChange({ ...question, pairs })} />;
    case "pin":
      return <PinTargets question={question} onChange={onChange} />;
    case "wordcloud":
      return <WordcloudFields question={question} onChange={onChange} />;
    case "slide":
      return <SlideFields question={question} onChange={onChange} />;
    case "rating":
      return <RatingScaleFields question={question} onChange={onChange} />;
    case "order":
      return <OrderItems items={question.items} onChange={(items) => onChange({ ...question, items })} />;
    default:
      return question satisfies never;
  }
}

const PROMPT_LABELS: Partial<Record<QuestionDraft["kind"], string>> = {
  truefalse: "Statement",
  slide: "Heading",
};

const PLACEHOLDERS: Record<QuestionDraft["kind"], string> = {
  single: "Which planet has the most moons?",
  multiple: "Which of these are prime numbers?",
  truefalse: "Octopuses have three hearts.",
  text: "What is the highest mountain on Earth?",
  number: "How many keys does a piano have?",
  slider: "In which year did the first email travel?",
  order: "Put these cities in order, from north to south.",
  match: "Which capital belongs to which country?",
  pin: "Where is the Pole Star?",
  wordcloud: "What makes a good team?",
  slide: "Halftime!",
  rating: "How much did you enjoy today?",
  poll: "What shall we play next?",
};

/** Speaks up only when the end is near. */
function room(text: string, max: number): string | undefined {
  const left = max - text.length;
  return left >= 0 && left <= max * 0.2 ? `${left} characters left` : undefined;
}
