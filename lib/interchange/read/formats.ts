import { FORMAT_LABELS, type FormatName } from "../format-names.ts";
import type { FoundQuiz } from "./found.ts";
import { isOwnTable, readOwnTable } from "./own-table.ts";
import type { Source } from "./source.ts";

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
];

function named(name: FormatName) {
  return { name, label: FORMAT_LABELS[name] };
}
