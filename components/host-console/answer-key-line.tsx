import { KeyRound } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Written } from "#components/rich-text/written.tsx";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";

/** The right answer in words, for kinds whose options do not show it. */
export function AnswerKeyLine({ question }: { question: FrozenQuestion }) {
  const words = keyWords(question);
  if (words === null) return null;
  return (
    <p className="flex items-start gap-2.5 rounded-md bg-success-soft px-3.5 py-2.5 text-success-ink">
      <KeyRound aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0 break-words">
        <span className="sr-only">The right answer: </span>
        <span className="font-semibold">{words}</span>
      </span>
    </p>
  );
}

function keyWords(question: FrozenQuestion): ReactNode {
  switch (question.kind) {
    case "text":
      return question.accepted.join(" · ");
    case "number": {
      const unit = question.unit ? ` ${question.unit}` : "";
      if (question.closest) return `${question.correct}${unit}; the closest answer wins`;
      return question.tolerance === 0
        ? `${question.correct}${unit}`
        : `${question.correct}${unit}, up to ${question.tolerance} off`;
    }
    case "slider": {
      const unit = question.unit ? ` ${question.unit}` : "";
      return question.margin === 0
        ? `${question.correct}${unit}`
        : `${question.correct}${unit}, up to ${question.margin} off`;
    }
    case "match":
      return joined(
        question.pairs.map(({ item, group }) => joined([item, group], " → ")),
        " · ",
      );
    case "pin":
      return question.targets
        .map(({ x, y }) => `${Math.round(x * 100)}% from the left, ${Math.round(y * 100)}% from the top`)
        .join(" · ");
    case "order":
      return joined(question.items, " → ");
    default:
      return null;
  }
}

/** Texts with their marks, in one line. */
function joined(parts: readonly ReactNode[], between: string): ReactNode {
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <span>{between}</span>}
      {typeof part === "string" ? <Written text={part} /> : part}
    </Fragment>
  ));
}
