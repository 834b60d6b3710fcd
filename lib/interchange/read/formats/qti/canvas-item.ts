import type { Found, FoundQuestion } from "../../found.ts";
import { htmlTexts } from "../../source/html-text.ts";
import { textOf, type XmlElement } from "../../source/safe-xml.ts";
import { below, firstBelow, localName } from "./xml-words.ts";

/**
 * An item of QTI 1.2. Canvas names its type among the metadata; elsewhere it is told by how it is answered. Texts are in
 * `mattext`, mostly as HTML within the XML.
 */
export function foundCanvas(item: XmlElement, row: number): Found {
  const presentation = firstBelow(item, "presentation");
  const promptHtml = materialOf(presentation) || (item.attributes.title ?? "");
  const given = htmlTexts([promptHtml]).texts[0] ?? "";
  const points = Number(fieldOf(item, "points_possible") || Number.NaN);
  const asked = askedBy(item, presentation);
  if (typeof asked === "string") return { row, given, refusal: asked };
  const words = htmlTexts([promptHtml, feedbackOf(item), ...asked.html]);
  const [prompt = "", explanation = "", ...others] = words.texts;
  return {
    row,
    given,
    changes: words.changes,
    question: {
      prompt,
      explanation,
      plainText: words.plainText,
      points: Number.isFinite(points) && points === 0 ? 0 : undefined,
      ...asked.question(others),
    },
  };
}

interface Asked {
  html: string[];
  question(words: readonly string[]): Omit<FoundQuestion, "prompt">;
}

const REFUSED: Record<string, string> = {
  essay_question: "It takes a long text, which cannot be graded here.",
  file_upload_question: "It asks for a file; there is no such kind here.",
  fill_in_multiple_blanks_question: "It has several gaps in one question; split it up.",
  multiple_dropdowns_question: "It has several gaps in one question; split it up.",
  calculated_question: "Its numbers come from a formula; there is no such kind here.",
};

function askedBy(item: XmlElement, presentation: XmlElement | undefined): Asked | string {
  const type = fieldOf(item, "question_type") || fieldOf(item, "cc_profile");
  const refused = REFUSED[type];
  if (refused) return refused;
  const lists = below(presentation, /^response_(lid|grp)$/);
  const entries = below(presentation, /^response_(str|num)$/);
  if (lists.length > 1 || type === "matching_question") return matchOf(item, lists);
  if (lists[0]) return choiceOf(item, lists[0], type);
  if (type === "numerical_question" || entries.some((entry) => localName(entry) === "response_num"))
    return numberOf(item);
  if (entries.length > 1) return "It has several gaps in one question; split it up.";
  if (entries[0]) {
    const accepted = [
      ...new Set(rightConditions(item).flatMap((condition) => equalsIn(condition).map(({ value }) => value))),
    ];
    if (accepted.length === 0)
      return type === "" ? (REFUSED.essay_question as string) : "It does not say what is right.";
    return { html: [], question: () => ({ kind: "text", accepted }) };
  }
  return { html: [], question: () => ({ kind: "slide" }) };
}

function choiceOf(item: XmlElement, list: XmlElement, type: string): Asked | string {
  const labels = below(list, "response_label");
  const html = labels.map((label) => materialOf(label));
  const right = new Set(
    rightConditions(item).flatMap((condition) => equalsIn(condition).map(({ value }) => value)),
  );
  if (right.size === 0) return "No option is marked as right.";
  const correct = labels.map(({ attributes }) => right.has(attributes.ident ?? ""));
  const words = htmlTexts(html).texts.map((text) => text.trim().toLowerCase());
  if (type === "true_false_question" || (words.length === 2 && [...words].sort().join() === "false,true")) {
    const isTrue = words[correct.indexOf(true)] === "true";
    return { html: [], question: () => ({ kind: "truefalse", fields: { correct: isTrue } }) };
  }
  const several = /multiple/i.test(list.attributes.rcardinality ?? "") || right.size > 1;
  return {
    html,
    question: (texts) => ({
      kind: several ? "multiple" : "single",
      options: texts.map((text, at) => ({ text, correct: correct[at] === true })),
    }),
  };
}

/** For each item a list of its own with all groups; a condition for each says which is right. */
function matchOf(item: XmlElement, lists: readonly XmlElement[]): Asked | string {
  const right = new Map(
    rightConditions(item).flatMap((condition) => equalsIn(condition).map(({ list, value }) => [list, value])),
  );
  const html = lists.flatMap((list) => {
    const chosen = right.get(list.attributes.ident ?? "");
    const label = below(list, "response_label").find(({ attributes }) => attributes.ident === chosen);
    return label ? [materialOf(list), materialOf(label)] : [];
  });
  if (html.length === 0) return "It does not say what belongs together.";
  return {
    html,
    question: (texts) => ({
      kind: "match",
      pairs: Array.from({ length: texts.length / 2 }, (_, at) => ({
        item: texts[2 * at] ?? "",
        group: texts[2 * at + 1] ?? "",
      })),
    }),
  };
}

/** Canvas gives the number with its bounds, or bounds alone. */
function numberOf(item: XmlElement): Asked | string {
  const [condition] = rightConditions(item);
  const amounts = (name: RegExp) =>
    below(condition, name)
      .map((each) => Number(textOf(each).trim()))
      .filter(Number.isFinite);
  const [exact] = amounts(/^varequal$/);
  const [low] = amounts(/^varg(te|t)$/);
  const [high] = amounts(/^varl(te|t)$/);
  const bounded = low !== undefined && high !== undefined;
  const correct = exact ?? (bounded ? (low + high) / 2 : undefined);
  if (correct === undefined) return "It does not say the right number.";
  const off = bounded ? Math.max(high - correct, correct - low) : 0;
  // Bounds are decimal numbers; their difference should be one, too.
  return {
    html: [],
    question: () => ({
      kind: "number",
      fields: { correct, tolerance: Number(Math.max(0, off).toPrecision(12)) },
    }),
  };
}

/** The conditions that add to the score. */
function rightConditions(item: XmlElement): XmlElement[] {
  return below(item, "respcondition").filter((condition) =>
    below(condition, "setvar").some((score) => Number(textOf(score).trim()) > 0),
  );
}

/** What must be given, without what must not. */
function equalsIn(condition: XmlElement): { list: string; value: string }[] {
  return condition.children.flatMap((child) => {
    if (typeof child === "string" || localName(child) === "not") return [];
    if (localName(child) !== "varequal") return equalsIn(child);
    return [{ list: child.attributes.respident ?? "", value: textOf(child).trim() }];
  });
}

/** The material of an element itself, without that of its answers. */
function materialOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .flatMap((child) => {
      if (typeof child === "string" || /^(response_|render_)/.test(localName(child))) return [];
      return localName(child) === "mattext" ? [textOf(child).trim()] : [materialOf(child)];
    })
    .filter(Boolean)
    .join(" ");
}

function feedbackOf(item: XmlElement): string {
  const general = below(item, "itemfeedback").find(({ attributes }) =>
    /^general/i.test(attributes.ident ?? ""),
  );
  return general
    ? below(general, "mattext")
        .map((text) => textOf(text).trim())
        .join(" ")
    : "";
}

function fieldOf(item: XmlElement, label: string): string {
  const field = below(item, "qtimetadatafield").find(
    (each) => textOf(firstBelow(each, "fieldlabel")).trim() === label,
  );
  return textOf(firstBelow(field, "fieldentry")).trim();
}
