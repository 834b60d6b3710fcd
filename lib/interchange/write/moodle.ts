import type { Question } from "../../quiz/kinds/registry.ts";
import { mediaFacts } from "../../quiz/media/media-id.ts";
import { leftOut, lostOf, SLIDER_AS_NUMBER, tellOwnRules } from "./lost.ts";
import { tellMissing } from "./lost-files.ts";
import { filesWithin, mediaIdsOf } from "./media-of.ts";
import { escapeXml, richBlocks, richHtml } from "./rich-html.ts";
import { finishedQuestions, type QuizToWrite, titleOf, utf8, type Written, writeEach } from "./written.ts";

/** Moodle XML (docs.moodle.org, "Moodle XML format"), with the pictures, sounds and films inside. */
export async function writeMoodle({ quiz, media }: QuizToWrite): Promise<Written> {
  const { finished, lost } = finishedQuestions(quiz);
  const files = await filesWithin(
    media,
    mediaIdsOf({ questions: finished.map(({ question }) => question) }),
    MEDIA_MAX_BYTES,
  );
  const { parts, lost: lostOfEach } = writeEach(finished, (question, tell) =>
    moodleQuestion(question, files, tell),
  );
  const category = `$course$/top/${titleOf(quiz).replaceAll("/", "//")}`;
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<quiz>",
    `<question type="category"><category><text>${escapeXml(category)}</text></category></question>`,
    ...parts,
    "</quiz>\n",
  ];
  return {
    bytes: utf8(xml.join("\n")),
    lost: [
      ...lostOf(quiz, finished, { points: true, explanations: true, media: true }),
      ...lost,
      ...lostOfEach,
    ],
  };
}

/** Moodle takes the file in one piece, and many take no more than 50 MB; base64 adds a third. */
const MEDIA_MAX_BYTES = 30 * 1024 * 1024;

type Files = ReadonlyMap<string, Uint8Array>;

function moodleQuestion(question: Question, files: Files, tell: (what: string) => void): string | null {
  const own = ownElements(question, files);
  if (own === null) {
    tell(leftOut(question, "Moodle"));
    return null;
  }
  tellOwnRules(question, tell, { unit: true });
  tellMissing(question, files, tell);
  if (question.kind === "slider") tell(SLIDER_AS_NUMBER);
  const { prompt, plainText, points, explanation, media } = question;
  const body = [richBlocks(prompt, plainText), ...(media ? [embedded(media, files)] : [])];
  if (question.kind === "slide" && question.text) body.push(richBlocks(question.text, plainText));
  return [
    `<question type="${own.type}">`,
    `<name><text>${escapeXml(nameOf(prompt))}</text></name>`,
    htmlElement("questiontext", body.join(""), media ? [media.id] : [], files),
    htmlElement("generalfeedback", explanation ? richBlocks(explanation, plainText) : ""),
    `<defaultgrade>${question.kind === "slide" ? 0 : points}</defaultgrade>`,
    "<penalty>0</penalty>",
    "<hidden>0</hidden>",
    ...own.elements,
    "</question>",
  ].join("\n");
}

/** In Moodle's lists: the beginning of the question, on one line. */
function nameOf(prompt: string): string {
  const line = prompt.replace(/\s+/g, " ").trim();
  return [...line].slice(0, 80).join("");
}

function ownElements(question: Question, files: Files): { type: string; elements: string[] } | null {
  const rich = (text: string) => richHtml(text, question.plainText);
  switch (question.kind) {
    case "single":
    case "multiple": {
      const right = question.options.filter(({ correct }) => correct).length;
      const share = question.kind === "single" ? 100 : 100 / right;
      return {
        type: "multichoice",
        elements: [
          `<single>${question.kind === "single"}</single>`,
          "<shuffleanswers>false</shuffleanswers>",
          "<answernumbering>ABCD</answernumbering>",
          ...question.options.map(({ text, image, correct }) => {
            const fraction = correct ? share : question.kind === "single" ? 0 : -share;
            const html = `${image ? embedded(image, files) : ""}${rich(text)}`;
            return answer(fraction, html, image ? [image.id] : [], files);
          }),
        ],
      };
    }
    case "truefalse":
      return {
        type: "truefalse",
        elements: [true, false].map((verdict) =>
          answer(verdict === question.correct ? 100 : 0, String(verdict), [], files, "moodle_auto_format"),
        ),
      };
    case "text":
      return {
        type: "shortanswer",
        elements: [
          "<usecase>0</usecase>",
          // A star stands for any text there, unless a backslash is before it.
          ...question.accepted.map((text) =>
            answer(100, escapeXml(text.replaceAll("*", "\\*")), [], files, "moodle_auto_format"),
          ),
        ],
      };
    case "number":
      return numerical(question.correct, question.tolerance, question.unit);
    case "slider":
      return numerical(question.correct, question.margin, question.unit);
    case "match":
      return {
        type: "matching",
        elements: [
          "<shuffleanswers>true</shuffleanswers>",
          ...question.pairs.map(
            ({ item, group }) =>
              `<subquestion format="html"><text>${escapeXml(rich(item))}</text><answer><text>${escapeXml(group)}</text></answer></subquestion>`,
          ),
        ],
      };
    case "order":
      return {
        type: "ordering",
        elements: [
          "<layouttype>VERTICAL</layouttype>",
          "<selecttype>ALL</selecttype>",
          `<selectcount>${question.items.length}</selectcount>`,
          // As here: the share of the items in their right place.
          "<gradingtype>ABSOLUTE_POSITION</gradingtype>",
          "<showgrading>SHOW</showgrading>",
          "<numberingstyle>none</numberingstyle>",
          ...question.items.map((item, at) => answer(at + 1, rich(item), [], files)),
        ],
      };
    case "slide":
      return { type: "description", elements: [] };
    case "pin":
    case "poll":
    case "rating":
    case "wordcloud":
      return null;
    default:
      return question satisfies never;
  }
}

function numerical(correct: number, tolerance: number, unit: string | undefined) {
  return {
    type: "numerical",
    elements: [
      `<answer fraction="100" format="moodle_auto_format"><text>${correct}</text><tolerance>${tolerance}</tolerance><feedback format="html"><text></text></feedback></answer>`,
      ...(unit
        ? [
            `<units><unit><multiplier>1</multiplier><unit_name>${escapeXml(unit)}</unit_name></unit></units>`,
            "<unitgradingtype>0</unitgradingtype>",
            "<unitpenalty>0</unitpenalty>",
            "<showunits>0</showunits>",
          ]
        : []),
    ],
  };
}

/** `content` is HTML, which stands in the document as a text. */
function answer(fraction: number, content: string, ids: string[], files: Files, format = "html"): string {
  const text = format === "html" ? escapeXml(content) : content;
  return `<answer fraction="${Number(fraction.toFixed(5))}" format="${format}"><text>${text}</text>${fileElements(ids, files)}<feedback format="html"><text></text></feedback></answer>`;
}

function htmlElement(name: string, html: string, ids: string[] = [], files: Files = new Map()): string {
  return `<${name} format="html"><text>${escapeXml(html)}</text>${fileElements(ids, files)}</${name}>`;
}

function fileElements(ids: readonly string[], files: Files): string {
  return ids
    .map((id) => {
      const bytes = files.get(id);
      return bytes
        ? `<file name="${id}" path="/" encoding="base64">${Buffer.from(bytes).toString("base64")}</file>`
        : "";
    })
    .join("");
}

function embedded({ id, alt = "" }: { id: string; alt?: string | undefined }, files: Files): string {
  if (!files.has(id)) return alt ? escapeXml(alt) : "";
  const source = `src="@@PLUGINFILE@@/${id}"`;
  const type = mediaFacts(id)?.type;
  if (type === "audio" || type === "video") return `<${type} controls="controls" ${source}></${type}>`;
  return `<img ${source} alt="${escapeXml(alt)}"/>`;
}
