import type { PublicQuestionView, Reveal } from "#lib/session/view.ts";

/** The words of the big screen. */

const figures = new Intl.NumberFormat("en", { maximumFractionDigits: 12 });

export function figure(value: number): string {
  return figures.format(value);
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${figures.format(n)} ${n === 1 ? one : many}`;
}

export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 100)}%`;
}

/** What the room is asked to do, for kinds where the question alone does not say it. */
export function instruction(question: PublicQuestionView): string | null {
  switch (question.kind) {
    case "multiple":
      return question.pick ? `Choose ${question.pick}` : "Choose all that are right";
    case "text":
      return "Type your answer on your own screen";
    case "number":
      return isClosest(question)
        ? "The closest number wins: enter it on your own screen"
        : "Enter a number on your own screen";
    case "slider":
      return "Move the slider on your own screen";
    case "order":
      return "First on top";
    case "poll":
      return "No right or wrong";
    default:
      return null;
  }
}

function isClosest(question: PublicQuestionView): boolean {
  return question.closest === true;
}

/** "12 of 40 got it right". Null while the answers are being counted. */
export function outcomeSentence(result: Reveal["result"]): string | null {
  if (!result) return null;
  const { answered, correct } = result;
  if (answered === 0) return "Nobody answered";
  if (correct === null) return count(answered, "vote");
  if (correct === 0) return answered === 1 ? "The only answer was not right" : "Nobody got it right";
  if (correct === answered)
    return answered === 1 ? "The only answer was right" : `All ${figure(answered)} got it right`;
  return `${figure(correct)} of ${figure(answered)} got it right`;
}
