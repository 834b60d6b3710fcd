import katex from "katex";
import type { FrozenQuestion } from "../../../quiz/freeze.ts";
import { mediaFacts } from "../../../quiz/media/media-id.ts";
import { escapeXml, richHtml } from "../rich-html.ts";
import type { SheetWords } from "./sheet-words.ts";

export interface OnPaper {
  files: ReadonlyMap<string, Uint8Array>;
  words: SheetWords;
}

/** A question with the room to answer it in. */
export function questionOnPaper(question: FrozenQuestion, number: number, paper: OnPaper): string {
  const { media } = question;
  if (question.kind === "slide") {
    const text = question.text ? `<div class="text" dir="auto">${rich(question, question.text)}</div>` : "";
    return `<li class="note"><div class="prompt" dir="auto">${rich(question, question.prompt)}</div>${picture(media, paper)}${text}</li>`;
  }
  const hint = hintOf(question, paper.words);
  return [
    `<li class="question"><span class="number">${number}.</span><div>`,
    `<div class="prompt" dir="auto">${rich(question, question.prompt)}</div>`,
    hint ? `<p class="hint">${escapeXml(hint)}</p>` : "",
    picture(media, paper),
    room(question, paper),
    "</div></li>",
  ].join("");
}

/** Its right answer; nothing for a question that has none. */
export function solutionOnPaper(question: FrozenQuestion, number: number, paper: OnPaper): string {
  const right = solution(question, paper);
  if (right === null) return "";
  const { prompt, explanation } = question;
  return [
    `<li class="solution"><span class="number">${number}.</span><div>`,
    `<div class="prompt" dir="auto">${rich(question, prompt)}</div>`,
    `<div class="right">${right}</div>`,
    explanation ? `<p class="why" dir="auto">${rich(question, explanation)}</p>` : "",
    "</div></li>",
  ].join("");
}

function hintOf(question: FrozenQuestion, words: SheetWords): string | null {
  if (question.kind === "multiple") return words.several;
  if (question.kind === "order") return words.order;
  if (question.kind === "match") return words.match;
  if (question.kind === "pin") return words.pin;
  return question.kind === "number" && question.closest ? words.closest : null;
}

function room(question: FrozenQuestion, paper: OnPaper): string {
  switch (question.kind) {
    case "single":
    case "multiple":
    case "poll":
      return options(question, paper);
    case "truefalse":
      return optionList(
        [paper.words.yes, paper.words.no].map((text) => option("", escapeXml(text))),
        true,
      );
    case "text":
      return line();
    case "number":
      return line(question.unit);
    case "slider":
      return `<p class="hint" dir="ltr">${question.min} – ${question.max}</p>${line(question.unit)}`;
    case "wordcloud":
      return Array.from({ length: question.maxEntries }, () => line()).join("");
    case "order":
      return optionList(
        question.shown.map(
          (item) =>
            `<li class="option ordered"><span class="box wide"></span><span dir="auto">${rich(question, question.items[item] ?? "")}</span></li>`,
        ),
        false,
      );
    case "match":
      return `<div class="pairs">${optionList(
        question.shown.map(
          (item) =>
            `<li class="option ordered"><span class="box wide"></span><span dir="auto">${rich(question, question.pairs[item]?.item ?? "")}</span></li>`,
        ),
        false,
      )}${optionList(
        question.groups.map(
          (group, at) =>
            `<li class="option ordered"><b>${letter(at)}</b><span dir="auto">${rich(question, group)}</span></li>`,
        ),
        false,
      )}</div>`;
    case "rating": {
      const [from, to] = question.scale === "nps" ? [0, 10] : [1, question.scale];
      const stops = Array.from({ length: to - from + 1 }, (_, at) => `<b>${from + at}</b>`).join("");
      const end = (text = "") => (text ? `<span dir="auto">${rich(question, text)}</span>` : "");
      return `<div class="scale">${end(question.lowLabel)}${stops}${end(question.highLabel)}</div>`;
    }
    case "pin":
    case "slide":
      return "";
    default:
      return question satisfies never;
  }
}

function solution(question: FrozenQuestion, paper: OnPaper): string | null {
  const text = (raw: string) => `<span dir="auto">${rich(question, raw)}</span>`;
  switch (question.kind) {
    case "single":
    case "multiple":
      return list(
        question.options.flatMap(({ text: raw, image, correct }, at) =>
          correct ? [`${letter(at)} · ${text(raw || image?.alt || "")}`] : [],
        ),
      );
    case "truefalse":
      return escapeXml(question.correct ? paper.words.yes : paper.words.no);
    case "text":
      return list(question.accepted.map((each) => `<span dir="auto">${escapeXml(each)}</span>`));
    case "number":
      return amount(question.correct, question.tolerance, question.unit);
    case "slider":
      return amount(question.correct, question.margin, question.unit);
    case "order":
      return list(question.items.map((item, at) => `${at + 1} · ${text(item)}`));
    case "match":
      return list(
        question.shown.flatMap((shown) => {
          const pair = question.pairs[shown];
          return pair
            ? [`${letter(question.groups.indexOf(pair.group))} · ${text(pair.item)} – ${text(pair.group)}`]
            : [];
        }),
      );
    case "pin":
      return picture(question.media, paper, question.targets) || null;
    case "poll":
    case "rating":
    case "wordcloud":
    case "slide":
      return null;
    default:
      return question satisfies never;
  }
}

function options(
  question: Extract<FrozenQuestion, { kind: "single" | "multiple" | "poll" }>,
  paper: OnPaper,
): string {
  const square = question.kind === "multiple";
  const short = question.options.every(({ text }) => text.length <= SHORT);
  return optionList(
    question.options.map(({ text, image }, at) =>
      option(letter(at), `${image ? imageTag(image, paper) : ""}${rich(question, text)}`, square),
    ),
    short,
  );
}

/** Two options of so many characters fit beside each other. */
const SHORT = 32;

function optionList(items: readonly string[], short: boolean): string {
  return `<ol class="options${short ? " short" : ""}">${items.join("")}</ol>`;
}

function option(name: string, html: string, square = false): string {
  const letters = name ? `<b>${name}</b>` : "";
  return `<li class="option${name ? "" : " plain"}"><span class="box${square ? " square" : ""}"></span>${letters}<span dir="auto">${html}</span></li>`;
}

const line = (unit = "") => `<div class="line"><span dir="auto">${escapeXml(unit)}</span></div>`;
const letter = (at: number) => String.fromCharCode("A".charCodeAt(0) + at);
const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

function amount(correct: number, tolerance: number, unit = ""): string {
  const around = tolerance > 0 ? ` ± ${tolerance}` : "";
  return `<bdi>${correct}${around}</bdi>${unit ? ` <bdi>${escapeXml(unit)}</bdi>` : ""}`;
}

type Medium = { id: string; alt?: string | undefined; transcript?: string | undefined };
type Circle = { x: number; y: number; radius: number };

function picture(media: Medium | undefined, paper: OnPaper, circles: readonly Circle[] = []): string {
  if (!media) return "";
  if (!paper.files.has(media.id)) {
    const words = media.transcript || media.alt;
    return words ? `<p class="hint" dir="auto">${escapeXml(words)}</p>` : "";
  }
  const percent = (share: number) => `${Number((share * 100).toFixed(2))}%`;
  const marks = circles.map(
    ({ x, y, radius }) => `<i style="left:${percent(x)};top:${percent(y)};width:${percent(2 * radius)}"></i>`,
  );
  return `<span class="picture" dir="ltr">${imageTag({ id: media.id, alt: media.alt ?? "" }, paper)}${marks.join("")}</span>`;
}

function imageTag({ id, alt }: { id: string; alt: string }, { files }: OnPaper): string {
  const bytes = files.get(id);
  const facts = mediaFacts(id);
  if (!bytes || !facts) return escapeXml(alt);
  const { contentType, width = 0, height = 0 } = facts;
  const data = Buffer.from(bytes).toString("base64");
  return `<img src="data:${contentType};base64,${data}" width="${width}" height="${height}" style="height:auto;width:auto" alt="${escapeXml(alt)}">`;
}

function rich({ plainText }: FrozenQuestion, text: string): string {
  return richHtml(text, plainText, mathMl);
}

/** Drawn by the browser itself: no font and no style sheet has to come along. */
function mathMl(tex: string, displayMode: boolean): string {
  return katex.renderToString(tex, {
    displayMode,
    output: "mathml",
    throwOnError: false,
    trust: false,
    strict: "ignore",
    // As on the screens: no formula covers the page or takes long.
    maxSize: 10,
    maxExpand: 200,
  });
}
