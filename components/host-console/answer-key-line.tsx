import { KeyRound } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Written } from "#components/rich-text/written.tsx";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { optionName } from "#lib/quiz/media/public-media.ts";
import type { Response } from "#lib/quiz/response.ts";

/** The right answer in words, for kinds whose options do not show it. */
export function AnswerKeyLine({ question }: { question: FrozenQuestion }) {
  if (question.survey) return null;
  const words = keyWords(question) ?? (question.alsoRight ? "As marked" : null);
  if (words === null) return null;
  return (
    <p className="flex items-start gap-2.5 rounded-md bg-success-soft px-3.5 py-2.5 text-success-ink">
      <KeyRound aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0 break-words">
        <span className="sr-only">The right answer: </span>
        <span className="font-semibold">{words}</span>
        {(question.alsoRight ?? []).length > 0 && (
          <span>{` · accepted besides: ${question.alsoRight?.map((each) => besides(question, each)).join(" · ")}`}</span>
        )}
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

function besides(question: FrozenQuestion, response: Response): string {
  const names = kindOf(question).options(question).map(optionName);
  const name = (index: number) => names[index] ?? String(index + 1);
  if ("number" in response) return String(response.number);
  if ("choice" in response) return name(response.choice);
  if ("choices" in response) return response.choices.map(name).join(" + ");
  if ("order" in response) return response.order.map(name).join(" → ");
  if ("match" in response && question.kind === "match")
    return response.match.map((group, item) => `${name(item)} → ${question.groups[group]}`).join(", ");
  return "another answer";
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
