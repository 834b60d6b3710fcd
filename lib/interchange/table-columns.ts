/**
 * The columns of the product's own table, as CSV and as XLSX: one question a row, the first row names them. Readers know a
 * column by its name, wherever it stands; only the question is needed. `Option 1` and so on may go beyond six for typed answers.
 *
 * | kind | options | correct |
 * |---|---|---|
 * | single, multiple | what can be picked | the numbers of the right options: `2` or `1,3` |
 * | poll | what can be picked | empty |
 * | truefalse | empty | `true` or `false` |
 * | text | accepted answers | empty |
 * | number | empty | the number; `Tolerance` and `Unit` as needed, `closest` as tolerance: the closest number wins |
 * | slider | lowest, highest, step | the number; `Tolerance` is the margin |
 * | order | the items in the right order | empty |
 * | match | `item -> group` | empty |
 * | rating | highest number, words at the low and the high end | empty |
 * | wordcloud | how many entries a player may send | empty |
 * | slide | empty | empty; `Text` is what stands below the heading |
 */
export const TABLE_COLUMNS = {
  kind: "Kind",
  prompt: "Question",
  options: ["Option 1", "Option 2", "Option 3", "Option 4", "Option 5", "Option 6"],
  correct: "Correct",
  timeLimit: "Time limit (s)",
  points: "Points",
  explanation: "Explanation",
  tolerance: "Tolerance",
  unit: "Unit",
  text: "Text",
} as const;

/** Between an item and the group it belongs to. */
export const PAIR_SIGN = "->";

export const tableHeader: readonly string[] = Object.values(TABLE_COLUMNS).flat();
