import type { ComponentType, ReactNode } from "react";
import type { KindName } from "#lib/quiz/kinds/registry.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { AnswerField } from "./answer-field.tsx";
import { ChoiceBars } from "./choice-bars.tsx";
import { CloudPanel } from "./cloud-panel.tsx";
import { MatchPanel } from "./match-panel.tsx";
import { MatchReveal } from "./match-reveal.tsx";
import { NumberReveal } from "./number-reveal.tsx";
import { OptionGrid } from "./option-grid.tsx";
import { OrderItems } from "./order-items.tsx";
import { OrderReveal } from "./order-reveal.tsx";
import { PinReveal } from "./pin-reveal.tsx";
import { RatingReveal } from "./rating-reveal.tsx";
import { RatingScale } from "./rating-scale.tsx";
import { SliderReveal } from "./slider-reveal.tsx";
import { SliderScale } from "./slider-scale.tsx";
import { SurveyReveal } from "./survey-reveal.tsx";
import { TextReveal } from "./text-reveal.tsx";

type AnswerPanelProps = {
  question: PublicQuestion;
  /** How answers spread, where the room may watch it. */
  bars: readonly Bar[];
};

type SolutionProps = { question: PublicQuestion; reveal: Reveal };

type RevealPanelProps = SolutionProps & {
  /** The question once more, and how it went. */
  recap: ReactNode;
};

/** Everything the big screen does by kind. */
interface KindOnScreen {
  /** The options, or the call to type; null where the picture of the question is all of it. */
  panel: ComponentType<AnswerPanelProps> | null;
  /** Below the recap of the question. */
  solution: ComponentType<SolutionProps>;
  /** In place of both, where the recap is beside a picture. */
  reveal?: ComponentType<RevealPanelProps>;
}

const choices: KindOnScreen = {
  panel: ({ question }) => <OptionGrid {...question} />,
  solution: ChoiceSolution,
};

const KINDS_ON_SCREEN = {
  single: choices,
  multiple: choices,
  truefalse: choices,
  poll: choices,
  text: { panel: AnswerField, solution: TextSolution },
  number: { panel: AnswerField, solution: NumberSolution },
  slider: { panel: SliderPanel, solution: SliderSolution },
  order: { panel: ({ question }) => <OrderItems items={question.options} />, solution: OrderSolution },
  match: { panel: MatchPanel, solution: MatchSolution },
  pin: { panel: null, solution: ChoiceSolution, reveal: PinRevealPanel },
  rating: { panel: RatingPanel, solution: RatingSolution },
  wordcloud: {
    panel: CloudPanel,
    solution: ({ question, reveal }) => (
      <CloudPanel question={question} bars={reveal.result?.bars ?? []} closed />
    ),
  },
  slide: { panel: null, solution: () => null },
} satisfies Record<KindName, KindOnScreen>;

/** A server that was updated may ask a kind that this page, opened before, has never heard of: it shows the options, if any. */
const UNKNOWN_KIND: KindOnScreen = {
  panel: ({ question }) =>
    question.options.length > 0 ? <OptionGrid {...question} /> : <AnswerField question={question} />,
  solution: ChoiceSolution,
};

/** The options, or the call to type. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { panel: Panel } = kindOnScreen(props.question.kind);
  return Panel && <Panel {...props} />;
}

/** The question and its solution: as a rule one below the other, on a picture one beside the other. */
export function RevealPanel({ recap, ...props }: RevealPanelProps) {
  const { reveal: Whole, solution: Solution } = kindOnScreen(props.question.kind);
  const open = !props.question.scored && JUDGED.includes(props.question.kind);
  if (Whole && (props.reveal.key || open)) return <Whole recap={recap} {...props} />;
  return (
    <>
      {recap}
      <div className="grid flex-auto">
        {open ? (
          <SurveyReveal question={props.question} result={props.reveal.result} />
        ) : (
          <Solution {...props} />
        )}
      </div>
    </>
  );
}

/** What has a right answer, and no options to hang shares on: in a survey it is shown by what was answered alone. */
const JUDGED: readonly KindName[] = ["text", "number", "slider", "order", "match", "pin"];

function kindOnScreen(kind: KindName): KindOnScreen {
  return KINDS_ON_SCREEN[kind] ?? UNKNOWN_KIND;
}

function ChoiceSolution({ question, reveal: { key, result } }: SolutionProps) {
  return (
    <ChoiceBars
      options={question.options}
      right={key && "choices" in key ? key.choices : null}
      result={result}
    />
  );
}

function TextSolution({ reveal: { key, result } }: SolutionProps) {
  return key && "accepted" in key && <TextReveal accepted={key.accepted} result={result} />;
}

function NumberSolution({ question, reveal: { key, result } }: SolutionProps) {
  return key && "number" in key && <NumberReveal answer={key} unit={question.unit} result={result} />;
}

function SliderPanel({ question: { steps, unit } }: AnswerPanelProps) {
  return steps && <SliderScale steps={steps} unit={unit} />;
}

function SliderSolution({ question: { steps, unit }, reveal: { key, result } }: SolutionProps) {
  if (!steps || !key || !("number" in key)) return null;
  return <SliderReveal answer={key} steps={steps} unit={unit} result={result} />;
}

function OrderSolution({ question, reveal: { key, result } }: SolutionProps) {
  return key && "order" in key && <OrderReveal items={question.options} order={key.order} result={result} />;
}

function MatchSolution({ question, reveal: { key, result } }: SolutionProps) {
  return key && "match" in key && <MatchReveal question={question} right={key.match} result={result} />;
}

function PinRevealPanel({ question, reveal: { key, result }, recap }: RevealPanelProps) {
  if (!key) return <PinReveal question={question} targets={null} result={result} recap={recap} />;
  if (!("targets" in key)) return recap;
  return <PinReveal question={question} targets={key.targets} result={result} recap={recap} />;
}

function RatingPanel({ question: { steps, lowLabel, highLabel } }: AnswerPanelProps) {
  return steps && <RatingScale steps={steps} lowLabel={lowLabel} highLabel={highLabel} />;
}

function RatingSolution({ question, reveal }: SolutionProps) {
  return <RatingReveal question={question} result={reveal.result} />;
}
