import type { Bar } from "#lib/quiz/kind.ts";
import type { PublicQuestionView } from "#lib/session/reports/view.ts";
import { AnswerField } from "./kinds/answer-field.tsx";
import { CloudPanel } from "./kinds/cloud-panel.tsx";
import { MatchPanel } from "./kinds/match-panel.tsx";
import { OptionGrid } from "./kinds/option-grid.tsx";
import { OrderItems } from "./kinds/order-items.tsx";
import { RatingScale } from "./kinds/rating-scale.tsx";
import { SliderScale } from "./kinds/slider-scale.tsx";

/** What the room chooses from, or where it is told to type. A kind this page does not know shows its options, if any. */
type AnswerPanelProps = { question: PublicQuestionView; bars: readonly Bar[] };

export function AnswerPanel({ question, bars }: AnswerPanelProps) {
  if (question.kind === "wordcloud") return <CloudPanel question={question} bars={bars} />;
  if (question.kind === "match") return <MatchPanel question={question} />;
  // The picture beside the question is all there is to answer on.
  if (question.kind === "pin") return null;
  if (question.kind === "order") return <OrderItems items={question.options} />;
  if (question.kind === "slider" && question.steps)
    return <SliderScale steps={question.steps} unit={question.unit} />;
  if (question.kind === "rating" && question.steps)
    return <RatingScale steps={question.steps} lowLabel={question.lowLabel} highLabel={question.highLabel} />;
  if (question.options.length > 0) return <OptionGrid options={question.options} />;
  return <AnswerField question={question} />;
}
