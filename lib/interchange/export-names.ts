/** Every format a quiz can be written in, what a host calls it, and how such files end; in the order they are offered. */
export const EXPORT_NAMES = {
  json: { label: "Ovation (JSON)", ending: ".json", mediaType: "application/json" },
  zip: { label: "Ovation (zip, with pictures)", ending: ".ovation.zip", mediaType: "application/zip" },
  csv: { label: "Table (CSV)", ending: ".csv", mediaType: "text/csv; charset=utf-8" },
  xlsx: { label: "Table (Excel)", ending: ".xlsx", mediaType: sheet() },
  gift: { label: "Moodle GIFT", ending: ".gift.txt", mediaType: "text/plain; charset=utf-8" },
  aiken: { label: "Aiken", ending: ".aiken.txt", mediaType: "text/plain; charset=utf-8" },
  moodle: { label: "Moodle XML", ending: ".moodle.xml", mediaType: "application/xml" },
  qti: { label: "QTI 2.1 package", ending: ".qti.zip", mediaType: "application/zip" },
  kahoot: { label: "Kahoot (Excel)", ending: ".kahoot.xlsx", mediaType: sheet() },
  html: { label: "Sheet to print, with answers", ending: ".html", mediaType: "text/html; charset=utf-8" },
} as const;

export type ExportName = keyof typeof EXPORT_NAMES;

export const exportNames = Object.keys(EXPORT_NAMES) as ExportName[];

function sheet() {
  return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" as const;
}
