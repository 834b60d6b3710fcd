import { readNumber } from "#lib/kernel/read-number.ts";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import type { AnswerKey } from "#lib/quiz/public-shapes.ts";
import type { Response } from "#lib/quiz/response.ts";

/** An answer or a key as it stands in the fields of *Fix this question*, whatever the kind. */
export interface AnswerDraft {
  /** Options, positions in order, or a group for each item. */
  picks: number[];
  /** Accepted answers, one a line. */
  text: string;
  number: string;
  tolerance: string;
  /** Per cent of the picture. */
  x: string;
  y: string;
  radius: string;
}

/** The current key, to begin with. */
export function draftOf(question: FrozenQuestion): AnswerDraft {
  const key = kindOf(question).key(question);
  const empty = { picks: [], text: "", number: "", tolerance: "0", x: "", y: "", radius: "5" };
  if (key === null) return empty;
  if ("choices" in key) return { ...empty, picks: key.choices };
  if ("order" in key) return { ...empty, picks: key.order };
  if ("match" in key) return { ...empty, picks: key.match };
  if ("accepted" in key) return { ...empty, text: key.accepted.join("\n") };
  if ("number" in key) return { ...empty, number: String(key.number), tolerance: String(key.tolerance) };
  const [target] = key.targets;
  if (!target) return empty;
  return { ...empty, x: percent(target.x), y: percent(target.y), radius: percent(target.radius) };
}

/** Nothing chosen yet: for an answer that is to be accepted besides. */
export function blankDraft(question: FrozenQuestion): AnswerDraft {
  const { picks, radius, tolerance } = draftOf(question);
  const arranged = question.kind === "order" || question.kind === "match";
  return { picks: arranged ? picks : [], text: "", number: "", tolerance, x: "", y: "", radius };
}

/** Null while something is missing. */
export function responseOf(question: FrozenQuestion, draft: AnswerDraft): Response | null {
  const [pick] = draft.picks;
  switch (question.kind) {
    case "single":
    case "truefalse":
      return pick === undefined ? null : { choice: pick };
    case "multiple":
      return draft.picks.length === 0 ? null : { choices: draft.picks };
    case "text":
      return draft.text.trim() === "" ? null : { text: draft.text };
    case "number":
    case "slider": {
      const number = readNumber(draft.number, "en");
      return number === null ? null : { number };
    }
    case "order":
      return { order: draft.picks };
    case "match":
      return { match: draft.picks };
    case "pin": {
      const [x, y] = [share(draft.x), share(draft.y)];
      return x === null || y === null ? null : { point: { x, y } };
    }
    default:
      return null;
  }
}

/** Null while something is missing. */
export function keyOf(question: FrozenQuestion, draft: AnswerDraft): AnswerKey | null {
  switch (question.kind) {
    case "single":
    case "truefalse":
    case "multiple":
      return draft.picks.length === 0 ? null : { choices: draft.picks };
    case "text": {
      const accepted = draft.text.split("\n").filter((line) => line.trim() !== "");
      return accepted.length === 0 ? null : { accepted };
    }
    case "number":
    case "slider": {
      const number = readNumber(draft.number, "en");
      const tolerance = readNumber(draft.tolerance, "en");
      const closest = question.kind === "number" && question.closest;
      return number === null || tolerance === null ? null : { number, tolerance, closest };
    }
    case "order":
      return { order: draft.picks };
    case "match":
      return { match: draft.picks };
    case "pin": {
      const [x, y, radius] = [share(draft.x), share(draft.y), share(draft.radius)];
      return x === null || y === null || radius === null ? null : { targets: [{ x, y, radius }] };
    }
    default:
      return null;
  }
}

function share(text: string): number | null {
  const value = readNumber(text, "en");
  return value === null ? null : value / 100;
}

function percent(value: number): string {
  return String(Math.round(value * 1_000) / 10);
}
