import { checkResponse } from "./check-response.ts";
import { cleanLine } from "./clean-text.ts";
import { LIMITS } from "./fields.ts";
import type { FrozenQuestion } from "./freeze.ts";
import { isIndex } from "./kinds/choices.ts";
import { numberSchema } from "./kinds/number/number.ts";
import { pinSchema } from "./kinds/pin/pin.ts";
import { sliderSchema } from "./kinds/slider/slider.ts";
import { plainMessage } from "./problems.ts";
import type { AnswerKey } from "./public-shapes.ts";
import type { Response } from "./response.ts";

/**
 * The key of a question that was played, changed after the fact (docs/SPEC.md, RG*). What was shown stays as it was: the
 * order of items and groups, the options, their number; so the stored answers mean what they meant.
 */
export type Changed = { ok: true; question: FrozenQuestion } | { ok: false; problem: string };

/** The same question with this key, in the form in which a reveal tells it. What was accepted besides is forgotten. */
export function withKey(question: FrozenQuestion, key: AnswerKey): Changed {
  const { alsoRight: _, ...asked } = question;
  return keyed(asked as FrozenQuestion, key);
}

function keyed(question: FrozenQuestion, key: AnswerKey): Changed {
  switch (question.kind) {
    case "single":
    case "multiple": {
      if (!("choices" in key) || !areOptions(key.choices, question.options.length))
        return no(
          `one or more of its options, {"choices": [n, …]} with n from 0 to ${question.options.length - 1}`,
        );
      const options = question.options.map((option, i) => ({ ...option, correct: key.choices.includes(i) }));
      return yes({ ...question, options });
    }
    case "truefalse": {
      const [choice] = "choices" in key ? key.choices : [];
      if (!("choices" in key) || key.choices.length !== 1 || (choice !== 0 && choice !== 1))
        return no('{"choices": [0]} for true or {"choices": [1]} for false');
      return yes({ ...question, correct: choice === 0 });
    }
    case "text": {
      const lines = "accepted" in key ? [...new Set(key.accepted.map(cleanAccepted))] : [];
      const { min, max } = LIMITS.accepted;
      if (lines.length < min || lines.length > max || !lines.every(isAcceptable))
        return no(
          `${min} to ${max} accepted answers of 1 to ${LIMITS.acceptedText} characters, {"accepted": ["…"]}`,
        );
      return yes(accepting(question, lines));
    }
    case "number": {
      if (!("number" in key)) return no('{"number": n, "tolerance": n, "closest": false}');
      const { number: correct, tolerance, closest } = key;
      return checked(numberSchema, { ...question, correct, tolerance, closest });
    }
    case "slider":
      if (!("number" in key)) return no('{"number": n, "tolerance": n}');
      return checked(sliderSchema, { ...question, correct: key.number, margin: key.tolerance });
    case "pin":
      if (!("targets" in key)) return no('{"targets": [{"x": n, "y": n, "radius": n}]}');
      return checked(pinSchema, { ...question, targets: key.targets });
    case "order": {
      const { items, shown } = question;
      if (!("order" in key) || !isPermutation(key.order, items.length))
        return no(
          `each of 0 to ${items.length - 1} once, {"order": [n, …]}: the positions as shown, in the right order`,
        );
      const { order } = key;
      return yes({
        ...question,
        items: order.map((position) => items[shown[position] as number] as string),
        shown: items.map((_, position) => order.indexOf(position)),
      });
    }
    case "match": {
      const { pairs, shown, groups } = question;
      const fits = "match" in key && key.match.length === pairs.length;
      if (!fits || !key.match.every((group) => isIndex(group, groups.length)))
        return no(
          `a group for each of its ${pairs.length} items as shown, {"match": [n, …]} with n from 0 to ${groups.length - 1}`,
        );
      const groupOf = new Map(
        shown.map((index, position) => [index, groups[key.match[position] as number] as string]),
      );
      return yes({
        ...question,
        pairs: pairs.map((pair, index) => ({ ...pair, group: groupOf.get(index) ?? pair.group })),
      });
    }
    case "poll":
    case "rating":
    case "wordcloud":
    case "slide":
      return { ok: false, problem: NO_KEY };
    default:
      return question satisfies never;
  }
}

/** The same question, which takes this answer for fully right as well. */
export function alsoAccepting(question: FrozenQuestion, response: Response): Changed {
  if (isKeyless(question)) return { ok: false, problem: NO_KEY };
  const fitting = checkResponse(question, response);
  if (!fitting.ok) return { ok: false, problem: fitting.error.message };
  const answer = fitting.value;
  if (question.kind === "single" && "choice" in answer) {
    const options = question.options.map((option, i) => ({
      ...option,
      correct: option.correct || i === answer.choice,
    }));
    return yes({ ...question, options });
  }
  if (question.kind === "text" && "text" in answer) {
    const line = cleanAccepted(answer.text);
    if (!isAcceptable(line)) return no(`an accepted answer of 1 to ${LIMITS.acceptedText} characters`);
    if (question.accepted.includes(line)) return yes(question);
    if (question.accepted.length >= LIMITS.accepted.max)
      return { ok: false, problem: `The question has ${LIMITS.accepted.max} accepted answers already.` };
    return yes(accepting(question, [...question.accepted, line]));
  }
  if (question.kind === "pin" && "point" in answer) {
    const [first] = question.targets;
    return checked(pinSchema, {
      ...question,
      targets: [...question.targets, { ...answer.point, radius: first?.radius ?? LIMITS.radius.min }],
    });
  }
  if (question.kind === "number" && question.closest)
    return { ok: false, problem: "The closest number wins here. Change the right number instead." };
  const others = question.alsoRight ?? [];
  if (others.some((each) => isSame(each, answer))) return yes(question);
  if (others.length >= LIMITS.accepted.max)
    return { ok: false, problem: `${LIMITS.accepted.max} answers are accepted besides already.` };
  return yes({ ...question, alsoRight: [...others, answer] });
}

/** Whether two responses in their stored form (check-response.ts) are one. */
export function isSame(a: Response, b: Response): boolean {
  return stable(a) === stable(b);
}

/** The database gives an object's fields back in an order of its own. */
function stable(response: Response): string {
  return "point" in response
    ? JSON.stringify([response.point.x, response.point.y])
    : JSON.stringify(response);
}

/** An answer that the author had ruled out and that is right now is no longer ruled out. */
function accepting<Q extends Extract<FrozenQuestion, { kind: "text" }>>(question: Q, accepted: string[]): Q {
  const { notAccepted, ...rest } = question;
  const ruledOut = notAccepted?.filter((each) => !accepted.includes(each)) ?? [];
  return { ...rest, accepted, ...(ruledOut.length > 0 ? { notAccepted: ruledOut } : {}) } as Q;
}

function checked(
  schema: {
    safeParse(
      input: unknown,
      options: object,
    ): { success: boolean; error?: { issues: { message: string }[] } };
  },
  question: FrozenQuestion,
): Changed {
  const { alsoRight: _, ...authored } = question;
  const parsed = schema.safeParse(authored, { error: plainMessage });
  const [issue] = parsed.error?.issues ?? [];
  return parsed.success ? yes(question) : { ok: false, problem: issue?.message ?? "This key does not fit." };
}

function isKeyless({ kind }: FrozenQuestion): boolean {
  return kind === "poll" || kind === "rating" || kind === "wordcloud" || kind === "slide";
}

function cleanAccepted(text: string): string {
  return cleanLine(text, LIMITS.acceptedText);
}

function isAcceptable(line: string): boolean {
  return line !== "" && line.length <= LIMITS.acceptedText;
}

function areOptions(choices: readonly number[], options: number): boolean {
  return (
    choices.length > 0 &&
    new Set(choices).size === choices.length &&
    choices.every((n) => isIndex(n, options))
  );
}

function isPermutation(order: readonly number[], n: number): boolean {
  return order.length === n && new Set(order).size === n && order.every((i) => isIndex(i, n));
}

function yes(question: FrozenQuestion): Changed {
  return { ok: true, question };
}

function no(takes: string): Changed {
  return { ok: false, problem: `The key of this question takes ${takes}.` };
}

const NO_KEY = "This question has no right answer, so there is no key to change.";
