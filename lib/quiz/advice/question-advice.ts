import type { QuestionDraft } from "../drafts/quiz-draft.ts";
import { normalizeText } from "../kinds/text/normalize.ts";
import { mediaFacts } from "../media/media-id.ts";
import type { Advice } from "./advice.ts";
import { readingMs } from "./reading-time.ts";

/** Advice about one question by itself; paths are within it. */
export function questionAdvice(question: QuestionDraft): Advice[] {
  return [allRight, sameTexts, tooLongToRead, unheard, unseen].flatMap((rule) => rule(question) ?? []);
}

type Rule = (question: QuestionDraft) => Advice | null;

const allRight: Rule = (question) => {
  if (question.kind !== "multiple" || !question.options.every(({ correct }) => correct)) return null;
  return {
    rule: "all-right",
    path: "options",
    message: "Every option is right, so there is nothing to choose.",
  };
};

/** Equal but for case, accents, spaces and punctuation; what is the same to the letter is a problem (choices.ts). */
const sameTexts: Rule = (question) => {
  const texts = textsOf(question);
  const forms = texts.map((text) => (text.trim() === "" ? "" : normalizeText(text)));
  const at = forms.findIndex((form, place) => form !== "" && forms.indexOf(form) < place);
  const first = at < 0 ? undefined : texts[forms.indexOf(forms[at] as string)];
  if (first === undefined || first === texts[at]) return null;
  return {
    rule: "same-options",
    path: "items" in question ? `items[${at}]` : `options[${at}].text`,
    message: `“${first}” and “${texts[at]}” are hardly told apart.`,
  };
};

/** Somebody who has read it all still needs a moment to choose. */
const CHOOSING_MS = 2_000;

const tooLongToRead: Rule = (question) => {
  if (question.kind === "slide") return null;
  const needsMs = [question.prompt, ...textsOf(question)].reduce((sum, text) => sum + readingMs(text), 0);
  if (needsMs + CHOOSING_MS <= question.timeLimitMs) return null;
  return {
    rule: "too-long-to-read",
    path: "timeLimitMs",
    message: `Reading this takes about ${seconds(needsMs)} s, and players have ${seconds(question.timeLimitMs)} s to read and answer.`,
  };
};

const unheard: Rule = ({ media }) => {
  const type = media && mediaFacts(media.id)?.type;
  if (type !== "audio" && type !== "video") return null;
  if (media?.transcript?.trim() || media?.captions?.length) return null;
  const what = type === "audio" ? "this sound" : "what this film says";
  return {
    rule: "no-words-for-sound",
    path: "media.transcript",
    message: `Players who cannot hear miss ${what}. Write it in words.`,
  };
};

const unseen: Rule = (question) => {
  const { media } = question;
  const missing = "Players who cannot see miss this picture. Describe it.";
  if (media && mediaFacts(media.id)?.type !== "audio" && !media.alt?.trim())
    return { rule: "no-description", path: "media.alt", message: missing };
  const options: readonly { image?: { alt: string } | undefined }[] =
    "options" in question ? question.options : [];
  const at = options.findIndex(({ image }) => image && image.alt.trim() === "");
  return at < 0 ? null : { rule: "no-description", path: `options[${at}].image.alt`, message: missing };
};

/** The options players choose from. */
function textsOf(question: QuestionDraft): string[] {
  if ("options" in question) return question.options.map(({ text }) => text);
  return question.kind === "order" ? question.items : [];
}

const seconds = (ms: number) => Math.ceil(ms / 1_000);
