import type { ReactNode } from "react";
import type { PublicQuestionView, Reveal } from "#lib/session/reports/view.ts";
import { ChoiceBars } from "./choice-bars.tsx";
import { CloudPanel } from "./cloud-panel.tsx";
import { MatchReveal } from "./match-reveal.tsx";
import { NumberReveal } from "./number-reveal.tsx";
import { OrderReveal } from "./order-reveal.tsx";
import { PinReveal } from "./pin-reveal.tsx";
import { RatingReveal } from "./rating-reveal.tsx";
import { SliderReveal } from "./slider-reveal.tsx";
import { TextReveal } from "./text-reveal.tsx";

type RevealPanelProps = {
  question: PublicQuestionView;
  reveal: Reveal;
  /** The question once more, and how it went. */
  recap: ReactNode;
};

/** The question and its solution: as a rule one below the other, on a picture one beside the other. */
export function RevealPanel({ question, reveal, recap }: RevealPanelProps) {
  const { key, result } = reveal;
  if (key && "targets" in key)
    return <PinReveal question={question} targets={key.targets} result={result} recap={recap} />;
  return (
    <>
      {recap}
      <div className="grid flex-auto">
        <Solution question={question} reveal={reveal} />
      </div>
    </>
  );
}

/** In the shape of its key; without a key, as in a poll, the options as they were chosen. */
function Solution({ question, reveal }: Omit<RevealPanelProps, "recap">) {
  const { key, result } = reveal;
  if (key && "number" in key && question.steps)
    return <SliderReveal answer={key} steps={question.steps} unit={question.unit} result={result} />;
  if (key && "number" in key) return <NumberReveal answer={key} unit={question.unit} result={result} />;
  if (key && "order" in key)
    return <OrderReveal items={question.options} order={key.order} result={result} />;
  if (key && "match" in key) return <MatchReveal question={question} right={key.match} result={result} />;
  if (key && "accepted" in key) return <TextReveal accepted={key.accepted} result={result} />;
  if (question.kind === "wordcloud") return <CloudPanel question={question} bars={result?.bars ?? []} />;
  if (question.kind === "rating") return <RatingReveal question={question} result={result} />;
  return (
    <ChoiceBars
      options={question.options}
      right={key && "choices" in key ? key.choices : null}
      result={result}
    />
  );
}
