/** How much an import may hold. Asked before work is done on it. */
export const IMPORT_LIMITS = {
  bytes: 20 * 1024 * 1024,
  questions: 5_000,
  /** Rows and cells of a table: far more than 5,000 questions need, with blank rows between them. */
  rows: 20_000,
  columns: 100,
  /** Of a text: far more than 5,000 questions have. And of one line, which no table needs longer. */
  lines: 500_000,
  lineLength: 256 * 1024,
  /** Of all refused questions together, as JSON; questions beyond it are reported without their draft. */
  drafts: 2 * 1024 * 1024,
  /** Of one question with all its options, in code units. */
  questionText: 20_000,
  archive: {
    entries: 2_000,
    /** Of all entries, unpacked. */
    bytes: 100 * 1024 * 1024,
    /** Unpacked to packed, for entries above `smallBytes`: sheets come to 20, a bomb to 1,000. */
    ratio: 100,
    smallBytes: 1024 * 1024,
  },
} as const;
