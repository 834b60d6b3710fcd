import { plainNumber } from "../../../../quiz/kinds/steps.ts";
import type { Found, FoundOption, FoundQuestion } from "../../found.ts";
import { htmlTexts } from "../../source/html-text.ts";
import { childrenOf, textOf, type XmlElement } from "../../source/safe-xml.ts";
import { below, firstBelow, htmlOf, localName } from "./xml-words.ts";

/** An item of QTI 2.1 or 2.2: what it asks is said by its one interaction. */
export function foundItem(
  item: XmlElement,
  row: number,
  around: Pick<FoundQuestion, "timeLimitMs" | "points"> = {},
): Found {
  const body = firstBelow(item, "itemBody");
  const interactions = below(body, /Interaction$/);
  const own = item.attributes.toolName === "Ovation" ? item.attributes.label : undefined;
  const promptHtml = `${htmlOf(withoutOwnParts(body, own), isAsked)} ${htmlOf(firstBelow(interactions[0], "prompt"))}`;
  const explanation = htmlOf(firstBelow(item, "modalFeedback"));
  const given = htmlTexts([promptHtml], "html").texts[0] || (item.attributes.title ?? "");
  if (interactions.length > 1)
    return { row, given, refusal: `It asks ${interactions.length} things in one question; split it up.` };
  const changes: string[] = [];
  const asked = interactions[0] ? askedBy(interactions[0], item, own, changes) : slideOf(body, own);
  if (typeof asked === "string") return { row, given, refusal: asked };
  const words = htmlTexts([promptHtml, explanation, ...asked.html], "html");
  const [prompt = "", why = "", ...others] = words.texts;
  return {
    row,
    given,
    changes: [...changes, ...words.changes],
    question: {
      ...around,
      prompt: prompt || (item.attributes.title ?? ""),
      explanation: why,
      plainText: words.plainText,
      ...asked.question(others),
    },
  };
}

/** What an interaction asks: texts that may be HTML, and the question once they are words. */
interface Asked {
  html: string[];
  question(words: readonly string[]): Omit<FoundQuestion, "prompt">;
}

const isAsked = (element: XmlElement) =>
  /Interaction$/.test(localName(element)) ||
  ["rubricBlock", "feedbackBlock", "feedbackInline"].includes(localName(element));

/** Units, ends of scales and a slide's text have a class in our own files, and are no part of the prompt. */
function withoutOwnParts(body: XmlElement | undefined, own: string | undefined): XmlElement | undefined {
  if (!body || !own) return body;
  const keep = (child: XmlElement | string): child is XmlElement | string =>
    typeof child === "string" || !/^(unit|ends|text)$/.test(child.attributes.class ?? "");
  const cut = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.filter(keep).map((child) => (typeof child === "string" ? child : cut(child))),
  });
  return cut(body);
}

function ownPart(item: XmlElement | undefined, name: string): XmlElement | undefined {
  return below(item, /^(div|p|span)$/).find((element) => element.attributes.class === name);
}

function slideOf(body: XmlElement | undefined, own: string | undefined): Asked {
  const text = own === "slide" ? htmlOf(ownPart(body, "text")) : "";
  return {
    html: text ? [text] : [],
    question: ([words]) => ({ kind: "slide", ...(words ? { fields: { text: words } } : {}) }),
  };
}

function askedBy(
  interaction: XmlElement,
  item: XmlElement,
  own: string | undefined,
  changes: string[],
): Asked | string {
  const declaration = declarationOf(item, interaction);
  const unit = textOf(ownPart(firstBelow(item, "itemBody"), "unit")).trim();
  switch (localName(interaction)) {
    case "choiceInteraction":
      return choiceOf(interaction, declaration, own, changes);
    case "orderInteraction": {
      const choices = childrenNamed(interaction, "simpleChoice");
      const byId = new Map(choices.map((choice) => [choice.attributes.identifier, choice]));
      const ordered = correctValues(declaration).flatMap((id) => byId.get(id) ?? []);
      if (ordered.length !== choices.length) return "It does not say the right order of its items.";
      return {
        html: ordered.map((choice) => htmlOf(choice)),
        question: (items) => ({ kind: "order", items: [...items] }),
      };
    }
    case "matchInteraction":
    case "associateInteraction":
      return matchOf(interaction, declaration);
    case "textEntryInteraction":
      return entryOf(declaration, item, unit);
    case "sliderInteraction":
      return sliderOf(interaction, declaration, item, unit);
    case "extendedTextInteraction":
      return own === "wordcloud"
        ? {
            html: [],
            question: () => ({
              kind: "wordcloud",
              fields: { maxEntries: Number(interaction.attributes.maxStrings ?? 1) },
            }),
          }
        : "It takes a long text, which cannot be graded here.";
    case "selectPointInteraction":
      return "It asks for a place on a picture; write it again here as a pin on a picture, and add the picture.";
    default:
      return `It asks by “${localName(interaction).slice(0, 40)}”, which there is no kind for.`;
  }
}

function choiceOf(
  interaction: XmlElement,
  declaration: XmlElement | undefined,
  own: string | undefined,
  changes: string[],
): Asked {
  const choices = childrenNamed(interaction, "simpleChoice");
  const right = new Set(correctValues(declaration));
  if (right.size === 0) for (const { key, value } of mappedValues(declaration)) if (value > 0) right.add(key);
  const ids = choices.map(({ attributes }) => attributes.identifier ?? "");
  const isTrueFalse =
    ids.length === 2 &&
    ids
      .map((id) => id.toLowerCase())
      .sort()
      .join() === "false,true";
  if (isTrueFalse && right.size === 1)
    return {
      html: [],
      question: () => ({ kind: "truefalse", fields: { correct: [...right][0]?.toLowerCase() === "true" } }),
    };
  const several = declaration?.attributes.cardinality === "multiple" || right.size > 1;
  if (right.size === 0 && own !== "poll") changes.push("No answer is marked as right, so it became a poll.");
  const kind = right.size === 0 ? "poll" : several ? "multiple" : "single";
  return {
    html: choices.map((choice) => htmlOf(choice)),
    question: (texts) => ({
      kind,
      options: texts.map((text, at): FoundOption => ({ text, correct: right.has(ids[at] ?? "") })),
    }),
  };
}

function matchOf(interaction: XmlElement, declaration: XmlElement | undefined): Asked | string {
  const choices = new Map(
    below(interaction, "simpleAssociableChoice").map((choice) => [
      choice.attributes.identifier ?? "",
      choice,
    ]),
  );
  const pairs = correctValues(declaration).flatMap((value) => {
    const [item, group] = value
      .trim()
      .split(/\s+/)
      .map((id) => choices.get(id));
    return item && group ? [item, group] : [];
  });
  if (pairs.length === 0) return "It does not say what belongs together.";
  return {
    html: pairs.map((choice) => htmlOf(choice)),
    question: (texts) => ({
      kind: "match",
      pairs: Array.from({ length: texts.length / 2 }, (_, at) => ({
        item: texts[2 * at] ?? "",
        group: texts[2 * at + 1] ?? "",
      })),
    }),
  };
}

function entryOf(declaration: XmlElement | undefined, item: XmlElement, unit: string): Asked | string {
  const right = correctValues(declaration);
  const type = declaration?.attributes.baseType;
  if (type === "float" || type === "integer") {
    if (right[0] === undefined) return "It does not say the right number.";
    const fields = {
      correct: Number(right[0]),
      tolerance: toleranceOf(item, Number(right[0])),
      ...(unit ? { unit } : {}),
    };
    return { html: [], question: () => ({ kind: "number", fields }) };
  }
  const mapped = mappedValues(declaration).flatMap(({ key, value }) => (value > 0 ? [key] : []));
  const accepted = [...new Set([...right, ...mapped])];
  if (accepted.length === 0) return "It does not say what is right.";
  return { html: [], question: () => ({ kind: "text", accepted }) };
}

function sliderOf(
  { attributes }: XmlElement,
  declaration: XmlElement | undefined,
  item: XmlElement,
  unit: string,
): Asked | string {
  const [min, max, step] = [attributes.lowerBound, attributes.upperBound, attributes.step ?? "1"].map(Number);
  const [right] = correctValues(declaration);
  if (right !== undefined) {
    const correct = Number(right);
    const margin = toleranceOf(item, correct);
    const fields = { min, max, step, correct, margin, partialCredit: false, ...(unit ? { unit } : {}) };
    return { html: [], question: () => ({ kind: "slider", fields }) };
  }
  if (step !== 1 || !(min === 0 ? max === 10 : min === 1))
    return "It is a slider and does not say the right number.";
  const ends = childrenOf(ownPart(firstBelow(item, "itemBody"), "ends") ?? item, "span").map((end) =>
    htmlOf(end),
  );
  return {
    html: ends.slice(0, 2),
    question: ([lowLabel, highLabel]) => ({
      kind: "rating",
      fields: {
        scale: min === 0 ? "nps" : max,
        ...(lowLabel ? { lowLabel } : {}),
        ...(highLabel ? { highLabel } : {}),
      },
    }),
  };
}

function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && localName(child) === name,
  );
}

function declarationOf(item: XmlElement, interaction: XmlElement): XmlElement | undefined {
  const declarations = below(item, "responseDeclaration");
  return declarations.find(
    ({ attributes }) => attributes.identifier === interaction.attributes.responseIdentifier,
  );
}

function correctValues(declaration: XmlElement | undefined): string[] {
  return below(firstBelow(declaration, "correctResponse"), "value").map((value) => textOf(value).trim());
}

function mappedValues(declaration: XmlElement | undefined): { key: string; value: number }[] {
  return below(declaration, "mapEntry").map(({ attributes }) => ({
    key: attributes.mapKey ?? "",
    value: Number(attributes.mappedValue ?? 0),
  }));
}

/** How far off an answer may be; of a share of the number, in percent, too. */
function toleranceOf(item: XmlElement, correct: number): number {
  const equal = firstBelow(firstBelow(item, "responseProcessing"), "equal");
  const tolerance = Math.max(
    0,
    ...(equal?.attributes.tolerance ?? "").trim().split(/\s+/).map(Number).filter(Number.isFinite),
  );
  return equal?.attributes.toleranceMode === "relative"
    ? plainNumber(Math.abs(correct) * (tolerance / 100))
    : tolerance;
}
