import type { Question } from "../../../quiz/kinds/registry.ts";
import { mediaFacts } from "../../../quiz/media/media-id.ts";
import { escapeXml, richBlocks, richHtml } from "../rich-html.ts";

export interface Around {
  files: ReadonlyMap<string, Uint8Array>;
  language: string | undefined;
}

/** One question as an item of QTI 2.1. `label` is its kind, where several kinds ask in the same way. */
export function itemXml(question: Question, number: number, around: Around): string {
  const { kind, prompt, plainText, explanation, media } = question;
  const { declaration = "", body, processing = "" } = partsOf(question, around);
  const language = around.language ? ` xml:lang="${escapeXml(around.language)}"` : "";
  const title = escapeXml([...prompt.replace(/\s+/g, " ")].slice(0, 80).join(""));
  const shown = media && kind !== "pin" ? `<p>${mediaElement(media, around)}</p>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q${number}" title="${title}" label="${kind}"${language} adaptive="false" timeDependent="false" toolName="Ovation">
${declaration}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
${explanation ? '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>\n' : ""}<itemBody>
<div>${richBlocks(prompt, plainText)}</div>
${shown}${body}
</itemBody>
${processing}${explanation ? `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="NONE" showHide="hide">${richBlocks(explanation, plainText)}</modalFeedback>\n` : ""}</assessmentItem>
`;
}

interface Parts {
  declaration?: string;
  body: string;
  processing?: string;
}

function partsOf(question: Question, around: Around): Parts {
  const rich = (text: string) => richHtml(text, question.plainText);
  switch (question.kind) {
    case "single":
    case "multiple": {
      const right = question.options.flatMap(({ correct }, at) => (correct ? [choiceId(at)] : []));
      const single = question.kind === "single";
      return {
        declaration: declared(
          single ? "single" : "multiple",
          "identifier",
          right,
          single ? "" : shares(question),
        ),
        body: choices(question, single ? 1 : 0, around),
        processing: single ? template("match_correct") : template("map_response"),
      };
    }
    case "poll":
      return { declaration: declared("single", "identifier"), body: choices(question, 1, around) };
    case "truefalse":
      return {
        declaration: declared("single", "identifier", [String(question.correct)]),
        body: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><simpleChoice identifier="true">True</simpleChoice><simpleChoice identifier="false">False</simpleChoice></choiceInteraction>`,
        processing: template("match_correct"),
      };
    case "text": {
      const entries = question.accepted.map(
        (text) => `<mapEntry mapKey="${escapeXml(text)}" mappedValue="1" caseSensitive="false"/>`,
      );
      return {
        declaration: declared("single", "string", question.accepted.slice(0, 1), mapped(entries)),
        body: ENTRY,
        processing: template("map_response"),
      };
    }
    case "number":
      return {
        declaration: declared("single", "float", [String(question.correct)]),
        body: ENTRY.replace(
          "</p>",
          `${question.unit ? ` <span class="unit">${escapeXml(question.unit)}</span>` : ""}</p>`,
        ),
        processing: within(question.tolerance),
      };
    case "slider":
      return {
        declaration: declared("single", "float", [String(question.correct)]),
        body: `${sliderXml(question.min, question.max, question.step)}${question.unit ? `<p class="unit">${escapeXml(question.unit)}</p>` : ""}`,
        processing: within(question.margin),
      };
    case "order": {
      const items = question.items.map(
        (item, at) => `<simpleChoice identifier="${choiceId(at)}">${rich(item)}</simpleChoice>`,
      );
      return {
        declaration: declared(
          "ordered",
          "identifier",
          question.items.map((_, at) => choiceId(at)),
        ),
        body: `<orderInteraction responseIdentifier="RESPONSE" shuffle="true">${items.join("")}</orderInteraction>`,
        processing: template("match_correct"),
      };
    }
    case "match":
      return matchParts(question, rich);
    case "pin":
      return pinParts(question, around);
    case "rating": {
      const [from, to] = question.scale === "nps" ? [0, 10] : [1, question.scale];
      const ends = [question.lowLabel, question.highLabel].map((text) => `<span>${rich(text ?? "")}</span>`);
      return {
        declaration: declared("single", "float"),
        body: `${sliderXml(from, to, 1)}<p class="ends">${ends.join(" – ")}</p>`,
      };
    }
    case "wordcloud":
      return {
        declaration: declared("multiple", "string"),
        body: `<extendedTextInteraction responseIdentifier="RESPONSE" maxStrings="${question.maxEntries}" expectedLines="1"/>`,
      };
    case "slide":
      return {
        body: question.text ? `<div class="text">${richBlocks(question.text, question.plainText)}</div>` : "",
      };
    default:
      return question satisfies never;
  }
}

function matchParts(question: Extract<Question, { kind: "match" }>, rich: (text: string) => string): Parts {
  const groups = [...new Set(question.pairs.map(({ group }) => group))];
  const pairs = question.pairs.map(({ group }, at) => `${choiceId(at)} G${groups.indexOf(group) + 1}`);
  const share = 1 / pairs.length;
  const choice = (identifier: string, most: number, text: string) =>
    `<simpleAssociableChoice identifier="${identifier}" matchMax="${most}">${rich(text)}</simpleAssociableChoice>`;
  const items = question.pairs.map(({ item }, at) => choice(choiceId(at), 1, item));
  const targets = groups.map((group, at) => choice(`G${at + 1}`, pairs.length, group));
  return {
    declaration: declared(
      "multiple",
      "directedPair",
      pairs,
      mapped(pairs.map((pair) => `<mapEntry mapKey="${pair}" mappedValue="${share}"/>`)),
    ),
    body: `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="${pairs.length}"><simpleMatchSet>${items.join("")}</simpleMatchSet><simpleMatchSet>${targets.join("")}</simpleMatchSet></matchInteraction>`,
    processing: template("map_response"),
  };
}

function pinParts({ media, targets }: Extract<Question, { kind: "pin" }>, around: Around): Parts {
  const { width = 1, height = 1, contentType = "" } = mediaFacts(media?.id ?? "") ?? {};
  const pixels = (share: number, side: number) => Math.round(share * side);
  const circles = targets.map(({ x, y, radius }) => {
    const coords = [pixels(x, width), pixels(y, height), Math.max(1, pixels(radius, width))];
    return `<areaMapEntry shape="circle" coords="${coords.join(",")}" mappedValue="1"/>`;
  });
  const first = targets.slice(0, 1).map(({ x, y }) => `${pixels(x, width)} ${pixels(y, height)}`);
  const picture = around.files.has(media?.id ?? "") ? `media/${media?.id}` : (media?.id ?? "");
  return {
    declaration: declared(
      "single",
      "point",
      first,
      `<areaMapping lowerBound="0" upperBound="1" defaultValue="0">${circles.join("")}</areaMapping>`,
    ),
    body: `<selectPointInteraction responseIdentifier="RESPONSE" maxChoices="1"><object data="../${picture}" type="${contentType}" width="${width}" height="${height}">${escapeXml(media?.alt ?? "")}</object></selectPointInteraction>`,
    processing: template("map_response_point"),
  };
}

function choices(
  question: Extract<Question, { kind: "single" | "multiple" | "poll" }>,
  most: number,
  around: Around,
): string {
  const options = question.options.map(({ text, image }, at) => {
    const shown = image ? mediaElement(image, around) : "";
    return `<simpleChoice identifier="${choiceId(at)}">${shown}${richHtml(text, question.plainText)}</simpleChoice>`;
  });
  return `<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="${most}">${options.join("")}</choiceInteraction>`;
}

/** As here: each wrong pick takes what a right one earns. */
function shares({ options }: Extract<Question, { kind: "single" | "multiple" }>): string {
  const share = 1 / options.filter(({ correct }) => correct).length;
  return mapped(
    options.map(
      ({ correct }, at) => `<mapEntry mapKey="${choiceId(at)}" mappedValue="${correct ? share : -share}"/>`,
    ),
  );
}

function mapped(entries: readonly string[]): string {
  return `<mapping lowerBound="0" upperBound="1" defaultValue="0">${entries.join("")}</mapping>`;
}

function declared(
  cardinality: string,
  baseType: string,
  right: readonly string[] = [],
  mapping = "",
): string {
  const values = right.map((value) => `<value>${escapeXml(value)}</value>`).join("");
  const correct = right.length > 0 ? `<correctResponse>${values}</correctResponse>` : "";
  return `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}">${correct}${mapping}</responseDeclaration>\n`;
}

/** Right within the tolerance, inclusive. */
function within(tolerance: number): string {
  const mode =
    tolerance > 0
      ? `toleranceMode="absolute" tolerance="${tolerance} ${tolerance}"`
      : 'toleranceMode="exact"';
  return `<responseProcessing><responseCondition><responseIf><equal ${mode}><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>\n`;
}

function sliderXml(min: number, max: number, step: number): string {
  return `<sliderInteraction responseIdentifier="RESPONSE" lowerBound="${min}" upperBound="${max}" step="${step}"/>`;
}

function mediaElement({ id, alt = "" }: { id: string; alt?: string | undefined }, { files }: Around): string {
  const facts = mediaFacts(id);
  if (!files.has(id) || !facts) return escapeXml(alt);
  if (facts.type !== "image")
    return `<object data="../media/${id}" type="${facts.contentType}">${escapeXml(alt)}</object>`;
  return `<img src="../media/${id}" alt="${escapeXml(alt)}" width="${facts.width}" height="${facts.height}"/>`;
}

const choiceId = (at: number) => `C${at + 1}`;
const ENTRY = '<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="40"/></p>';

function template(name: string): string {
  return `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/${name}"/>\n`;
}
