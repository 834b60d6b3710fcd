"use client";

import {
  ArrowDownUp,
  Cable,
  CircleCheck,
  Cloud,
  Hash,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircleQuestion,
  PencilLine,
  Presentation,
  SlidersHorizontal,
  Star,
  ToggleLeft,
} from "lucide-react";
import type { ComponentType } from "react";
import type { DraftOf, QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { KINDS, type KindName } from "#lib/quiz/kinds/registry.ts";
import { AcceptedAnswers } from "./fields/accepted-answers.tsx";
import { ChoiceOptions } from "./fields/choice-options.tsx";
import { NumberAnswer } from "./fields/number-answer.tsx";
import { OrderItems } from "./fields/order-items.tsx";
import { PairRows } from "./fields/pair-rows.tsx";
import { PinTargets } from "./fields/pin-targets.tsx";
import { RatingScaleFields } from "./fields/rating-scale-fields.tsx";
import { SlideFields } from "./fields/slide-fields.tsx";
import { SliderAnswer } from "./fields/slider-answer.tsx";
import { TrueFalse } from "./fields/true-false.tsx";
import { WordcloudFields } from "./fields/wordcloud-fields.tsx";

type FieldsProps<Kind extends KindName> = {
  question: DraftOf<Kind>;
  onChange: (question: DraftOf<Kind>) => void;
};

/** Everything the editor does by kind. */
interface KindInEditor<Kind extends KindName> {
  icon: LucideIcon;
  /** One line that helps to choose. */
  hint: string;
  /** The label of the prompt; absent where it is a question. */
  promptLabel?: string;
  placeholder: string;
  /** The fields of the answers, and of the right one. */
  fields: ComponentType<FieldsProps<Kind>>;
}

const KINDS_IN_EDITOR: { [Kind in KindName]: KindInEditor<Kind> } = {
  single: {
    icon: CircleCheck,
    hint: "Two to six options, one is right.",
    placeholder: "Which planet has the most moons?",
    fields: ({ question, onChange }) => (
      <ChoiceOptions
        marks="one"
        options={question.options}
        onChange={(options) => onChange({ ...question, options: options.map(marked) })}
      />
    ),
  },
  multiple: {
    icon: ListChecks,
    hint: "Several options are right. Finding some of them earns part of the points.",
    placeholder: "Which of these are prime numbers?",
    fields: ({ question, onChange }) => (
      <ChoiceOptions
        marks="several"
        options={question.options}
        onChange={(options) => onChange({ ...question, options: options.map(marked) })}
      />
    ),
  },
  truefalse: {
    icon: ToggleLeft,
    hint: "One statement, true or false.",
    promptLabel: "Statement",
    placeholder: "Octopuses have three hearts.",
    fields: ({ question, onChange }) => (
      <TrueFalse correct={question.correct} onChange={(correct) => onChange({ ...question, correct })} />
    ),
  },
  text: {
    icon: PencilLine,
    hint: "Players write the answer themselves.",
    placeholder: "What is the highest mountain on Earth?",
    fields: ({ question, onChange }) => (
      <AcceptedAnswers
        accepted={question.accepted}
        notAccepted={question.notAccepted ?? []}
        typoTolerance={question.typoTolerance}
        onChange={(change) => onChange({ ...question, ...change })}
      />
    ),
  },
  number: {
    icon: Hash,
    hint: "Exact, within a range, or the closest guess.",
    placeholder: "How many keys does a piano have?",
    fields: NumberAnswer,
  },
  slider: {
    icon: SlidersHorizontal,
    hint: "Players choose a number on a scale. Close answers can count.",
    placeholder: "In which year did the first email travel?",
    fields: SliderAnswer,
  },
  order: {
    icon: ArrowDownUp,
    hint: "Players sort items: oldest first, smallest first.",
    placeholder: "Put these cities in order, from north to south.",
    fields: ({ question, onChange }) => (
      <OrderItems items={question.items} onChange={(items) => onChange({ ...question, items })} />
    ),
  },
  match: {
    icon: Cable,
    hint: "Players pair things up, or sort them into groups.",
    placeholder: "Which capital belongs to which country?",
    fields: ({ question, onChange }) => (
      <PairRows pairs={question.pairs} onChange={(pairs) => onChange({ ...question, pairs })} />
    ),
  },
  pin: {
    icon: MapPin,
    hint: "Players point at the right place on a picture.",
    placeholder: "Where is the Pole Star?",
    fields: PinTargets,
  },
  poll: {
    icon: MessageCircleQuestion,
    hint: "Ask for opinions. No answer is right or wrong.",
    placeholder: "What shall we play next?",
    fields: ({ question, onChange }) => (
      <ChoiceOptions
        marks="none"
        options={question.options}
        onChange={(options) =>
          onChange({ ...question, options: options.map(({ correct: _, ...option }) => option) })
        }
      />
    ),
  },
  rating: {
    icon: Star,
    hint: "How good, how likely? A scale with words at its ends, or the Net Promoter Score.",
    placeholder: "How much did you enjoy today?",
    fields: RatingScaleFields,
  },
  wordcloud: {
    icon: Cloud,
    hint: "Words from all players, the most frequent ones largest. You decide what is shown.",
    placeholder: "What makes a good team?",
    fields: WordcloudFields,
  },
  slide: {
    icon: Presentation,
    hint: "A heading, a text, a picture: something to read, without answers.",
    promptLabel: "Heading",
    placeholder: "Halftime!",
    fields: SlideFields,
  },
};

export function kindLabel(kind: KindName): string {
  return KINDS[kind].label;
}

export function kindHint(kind: KindName): string {
  return KINDS_IN_EDITOR[kind].hint;
}

/** How the field of the prompt is named and what it shows while it is empty. */
export function promptWords(kind: KindName): { label: string; placeholder: string } {
  const { promptLabel = "Question", placeholder } = KINDS_IN_EDITOR[kind];
  return { label: promptLabel, placeholder };
}

export function KindIcon({ kind, className }: { kind: KindName; className?: string }) {
  const Icon = KINDS_IN_EDITOR[kind].icon;
  return <Icon aria-hidden="true" className={className} />;
}

type AnswerFieldsProps = { question: QuestionDraft; onChange: (question: QuestionDraft) => void };

/** The fields of the answers, and of the right one. */
export function AnswerFields({ question, onChange }: AnswerFieldsProps) {
  // A question only ever meets the fields of its own kind.
  const Fields = KINDS_IN_EDITOR[question.kind].fields as ComponentType<AnswerFieldsProps>;
  return <Fields question={question} onChange={onChange} />;
}

function marked<Option extends { correct?: boolean | undefined }>({ correct = false, ...option }: Option) {
  return { ...option, correct };
}
