import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import { EXPORT_NAMES, type ExportName } from "../export-names.ts";
import { writeAiken } from "./aiken.ts";
import { writeCsv } from "./csv.ts";
import { fileNameOf } from "./file-name.ts";
import { writeGift } from "./gift.ts";
import { writeJson } from "./json.ts";
import { writeKahoot } from "./kahoot.ts";
import { writeMoodle } from "./moodle.ts";
import { writeQti } from "./qti/write-qti.ts";
import { writeHtml } from "./sheet/html.ts";
import { type Lost, type MediaFiles, type QuizToWrite, titleOf, type Written } from "./written.ts";
import { writeXlsx } from "./xlsx.ts";
import { writeZip } from "./zip.ts";

/** A file to keep, and what of the quiz is not in it. */
export interface ExportFile extends Written {
  fileName: string;
  mediaType: string;
}

const WRITERS: Record<ExportName, (source: QuizToWrite) => Written | Promise<Written>> = {
  json: writeJson,
  zip: writeZip,
  csv: writeCsv,
  xlsx: writeXlsx,
  gift: writeGift,
  aiken: writeAiken,
  moodle: writeMoodle,
  qti: writeQti,
  kahoot: writeKahoot,
  html: writeHtml,
};

/** The quiz in a format. Its files come from `media`, of which nothing is asked that the format has no place for. */
export async function writeQuiz(format: ExportName, quiz: QuizDraft, media: MediaFiles): Promise<ExportFile> {
  const { ending, mediaType } = EXPORT_NAMES[format];
  const written = await WRITERS[format]({ quiz, media });
  const lost = inOrder(written.lost);
  return { ...written, lost, fileName: `${fileNameOf(titleOf(quiz))}${ending}`, mediaType };
}

/** As the host goes through the quiz. Of a question that is left out nothing else need be said. */
function inOrder(lost: readonly Lost[]): Lost[] {
  const gone = new Set(lost.filter(isLeftOut).map(({ question }) => question));
  return lost
    .filter((each) => isLeftOut(each) || !gone.has(each.question))
    .toSorted((a, b) => (a.question ?? 0) - (b.question ?? 0));
}

function isLeftOut({ question, what }: Lost): boolean {
  return question !== null && what.startsWith("Left out");
}
