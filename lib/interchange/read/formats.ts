import { FORMAT_LABELS, type FormatName } from "../format-names.ts";
import { isAiken, readAiken } from "./formats/aiken.ts";
import { isBlooket, readBlooket } from "./formats/blooket.ts";
import { isClassQuiz, readClassQuiz } from "./formats/classquiz.ts";
import { isGift, readGift } from "./formats/gift.ts";
import { isKahoot, readKahoot } from "./formats/kahoot.ts";
import { isMoodleXml, readMoodleXml } from "./formats/moodle-xml.ts";
import { isOpenTdb, readOpenTdb } from "./formats/opentdb.ts";
import { isOwnJson, readOwnJson } from "./formats/own-json.ts";
import { isOwnTable, readOwnTable } from "./formats/own-table.ts";
import { isOwnZip, readOwnZip } from "./formats/own-zip.ts";
import { isQti, readQti } from "./formats/qti/qti.ts";
import { isRazzia, readRazzia } from "./formats/razzia.ts";
import { isTerms, readTerms } from "./formats/terms.ts";
import type { FoundQuiz } from "./found.ts";
import type { Source } from "./source/source.ts";

/** A format quizzes can be read from. */
export interface Format {
  name: FormatName;
  /** What a host calls it. */
  label: string;
  /** Whether this content is of the format. Formats are asked in their order, the ones with the clearest signs first. */
  recognizes(source: Source): boolean;
  /** All quizzes of the file; none if there is none of this format in it. */
  read(source: Source): FoundQuiz[] | Promise<FoundQuiz[]>;
}

/** In the order in which they are asked. A new format is its reader, its name (format-names.ts) and its entry here. */
export const FORMATS: readonly Format[] = [
  { ...named("own"), recognizes: isOwnJson, read: readOwnJson },
  { ...named("zip"), recognizes: isOwnZip, read: readOwnZip },
  { ...named("qti"), recognizes: isQti, read: readQti },
  { ...named("razzia"), recognizes: isRazzia, read: readRazzia },
  { ...named("classquiz"), recognizes: isClassQuiz, read: readClassQuiz },
  { ...named("opentdb"), recognizes: isOpenTdb, read: readOpenTdb },
  { ...named("moodle"), recognizes: isMoodleXml, read: readMoodleXml },
  { ...named("blooket"), recognizes: isBlooket, read: readBlooket },
  { ...named("kahoot"), recognizes: isKahoot, read: readKahoot },
  {
    ...named("csv"),
    recognizes: (source) => source.text !== null && isOwnTable(source),
    read: readOwnTable,
  },
  {
    ...named("xlsx"),
    recognizes: (source) => source.archive !== null && isOwnTable(source),
    read: readOwnTable,
  },
  { ...named("aiken"), recognizes: isAiken, read: readAiken },
  { ...named("gift"), recognizes: isGift, read: readGift },
  // What has no signs of its own comes last.
  { ...named("terms"), recognizes: isTerms, read: readTerms },
];

function named(name: FormatName) {
  return { name, label: FORMAT_LABELS[name] };
}
