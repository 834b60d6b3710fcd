import { seededRandom } from "#lib/kernel/random.ts";
import type { DraftOf, QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { kindOf, type Question } from "#lib/quiz/kinds/registry.ts";
import { stepCount } from "#lib/quiz/kinds/steps.ts";
import { type PublicQuestion, toPublicQuestion } from "#lib/quiz/public-question.ts";
import { withoutEmptyEnd } from "../draft.ts";

/** A question as phones get it, made of what is written so far: gaps are filled with what shows that they are gaps. */
export function previewQuestion(question: QuestionDraft, place: number, total: number): PublicQuestion {
  const whole = withRange(withoutEmptyEnd(question)) as Question;
  // The same shuffle at each key that is pressed.
  const frozen = kindOf(whole).freeze(whole, seededRandom(1)) as FrozenQuestion;
  const shown = toPublicQuestion({ title: "", questions: Array(total).fill(frozen) }, place);
  return {
    ...shown,
    prompt: shown.prompt.trim() === "" ? "Your question" : shown.prompt,
    options: shown.options.map((option) => (option.image ? option : { ...option, text: orGap(option.text) })),
    ...(shown.groups ? { groups: shown.groups.map(({ text }) => ({ text: orGap(text) })) } : {}),
  };
}

function orGap(text: string): string {
  return text.trim() === "" ? "…" : text;
}

/** A slider whose ends are not written yet stands on a range of its own. */
function withRange(question: QuestionDraft): QuestionDraft {
  if (question.kind !== "slider" || isRange(question)) return question;
  return { ...question, min: 0, max: 100, step: 1 };
}

function isRange({ min, max, step }: DraftOf<"slider">): boolean {
  if (min === undefined || max === undefined || step === undefined || min >= max || step <= 0) return false;
  return stepCount({ min, max, step }) <= LIMITS.steps;
}
