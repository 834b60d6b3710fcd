/** Where a host finds the files of other tools: the ways in words, each as its tool names them. */
export const SOURCES: readonly { name: string; way: string }[] = [
  { name: "Kahoot", way: "The filled-in spreadsheet template (.xlsx), as you would upload it there." },
  { name: "Quizlet", way: "Your set → More (three dots) → Export → Copy text. Paste it here." },
  { name: "Gimkit", way: "The terms and definitions, one pair on a line. Paste them here." },
  { name: "Blooket", way: "The filled-in import template, saved as CSV." },
  { name: "Moodle", way: "Question bank → Export → GIFT, Aiken or Moodle XML format." },
  { name: "Excel, Google Sheets", way: "An .xlsx or .csv with the columns of the template." },
];
