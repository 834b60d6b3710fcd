import { seededRandom } from "../../../kernel/random.ts";
import { isLocale } from "../../../language/locales.ts";
import { directionOfTag } from "../../../language/tags.ts";
import { type FrozenQuestion, freezeQuiz } from "../../../quiz/freeze.ts";
import { mediaFacts } from "../../../quiz/media/media-id.ts";
import { lostOf } from "../lost.ts";
import { filesWithin, mediaIdsOf } from "../media-of.ts";
import { escapeXml } from "../rich-html.ts";
import { finishedQuestions, type Lost, type QuizToWrite, titleOf, utf8, type Written } from "../written.ts";
import { type OnPaper, questionOnPaper, solutionOnPaper } from "./question-on-paper.ts";
import { SHEET_STYLE } from "./sheet-style.ts";
import { SHEET_WORDS } from "./sheet-words.ts";

/** A sheet to print and its answer key, in one page that needs nothing else. */
export async function writeHtml({ quiz, media }: QuizToWrite): Promise<Written> {
  const { finished, lost } = finishedQuestions(quiz);
  const questions = finished.map(({ question }) => question);
  const pictures = mediaIdsOf({ questions }).filter((id) => mediaFacts(id)?.type === "image");
  const files = await filesWithin(media, pictures, PICTURES_MAX_BYTES);
  const { language } = quiz;
  const paper: OnPaper = { files, words: SHEET_WORDS[localeOf(language)] };
  // The same quiz is shuffled the same way whenever it is printed, or no key would fit.
  const frozen = freezeQuiz({ title: "", language, questions }, seededRandom(questions.length)).questions;
  return {
    bytes: utf8(page(quiz, frozen, paper)),
    lost: [
      ...lostOf(quiz, finished, {
        description: true,
        language: true,
        points: true,
        explanations: true,
        media: true,
      }),
      ...lost,
      ...finished.flatMap(({ number, question }) => lostOnPaper(number, question, files)),
    ],
  };
}

/** All in one document, which a browser must hold to print it. */
const PICTURES_MAX_BYTES = 30 * 1024 * 1024;

function localeOf(language: string | undefined) {
  const short = language?.split("-")[0]?.toLowerCase();
  return isLocale(short) ? short : "en";
}

function lostOnPaper(
  number: number,
  question: Parameters<typeof mediaIdsOf>[0]["questions"][number],
  files: OnPaper["files"],
): Lost[] {
  return mediaIdsOf({ questions: [question] }).flatMap((id) => {
    const type = mediaFacts(id)?.type;
    if (type === "captions" || files.has(id)) return [];
    const what =
      type === "image"
        ? "A picture is left out: it is gone, or the sheet would be too large with it."
        : `Paper plays no ${type === "audio" ? "sound" : "film"}; its description is printed instead, if there is one.`;
    return [{ question: number, what }];
  });
}

function page(quiz: QuizToWrite["quiz"], questions: readonly FrozenQuestion[], paper: OnPaper): string {
  const { words } = paper;
  const title = escapeXml(titleOf(quiz));
  const { language = "en", description } = quiz;
  const numbered = withNumbers(questions);
  return `<!doctype html>
<html lang="${escapeXml(language)}" dir="${directionOfTag(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${SHEET_STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
${description ? `<p class="about" dir="auto">${escapeXml(description)}</p>` : ""}
<p class="who"><span>${words.name}</span><span>${words.date}</span></p>
<ol>
${numbered.map(({ question, number }) => questionOnPaper(question, number, paper)).join("\n")}
</ol>
</main>
<section class="key">
<h2 dir="auto">${words.answers} · ${title}</h2>
<ol>
${numbered.map(({ question, number }) => solutionOnPaper(question, number, paper)).join("\n")}
</ol>
</section>
</body>
</html>
`;
}

/** Slides ask nothing, so they have no number. */
function withNumbers(questions: readonly FrozenQuestion[]): { question: FrozenQuestion; number: number }[] {
  let count = 0;
  return questions.map((question) => ({ question, number: question.kind === "slide" ? 0 : ++count }));
}
