/** Every format a quiz can be read from, and what a host calls it; in the order in which they are tried and listed. */
export const FORMAT_LABELS = {
  own: "Ovation (JSON)",
  zip: "Ovation (zip, with pictures)",
  csv: "Table (CSV or TSV)",
  xlsx: "Table (Excel)",
  kahoot: "Kahoot (Excel)",
  blooket: "Blooket (CSV)",
  gift: "Moodle GIFT",
  aiken: "Aiken",
  terms: "Terms and definitions (Quizlet, Gimkit)",
  moodle: "Moodle XML",
  qti: "QTI (1.2, 2.1 and 2.2, Canvas)",
  opentdb: "Open Trivia Database (JSON)",
  razzia: "Razzia (JSON)",
  classquiz: "ClassQuiz (.cqa or Excel)",
} as const;

export type FormatName = keyof typeof FORMAT_LABELS;

export const formatNames = Object.keys(FORMAT_LABELS) as FormatName[];
