/** "3 min": how long something has lasted. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
  return `${Math.floor(seconds / 86_400)} d ${Math.floor((seconds % 86_400) / 3_600)} h`;
}

const UNITS = ["B", "KB", "MB", "GB", "TB"];

/** "1.2 GB" */
export function bytes(count: number): string {
  const power = count < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(count) / 3));
  const value = count / 1_000 ** power;
  return `${value >= 100 || power === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}

export const PART_WORDS = {
  database: "The database does not answer",
  writes: "The database stores nothing",
  boards: "Boards come from the database, since Redis does not have them",
  notices: "News between servers do not arrive; each asks the database",
} as const;

export const WHY_WORDS: Record<string, string> = {
  disk_full: "its disk is full",
  read_only: "it is read-only",
  no_permission: "its user may not write",
};

const PHASES = {
  lobby: "In the lobby",
  question: "Question",
  reveal: "Answer",
  standings: "Standings",
  slide: "Slide",
  paused: "Paused",
  podium: "On the podium",
  ended: "Ended",
} as const;

/** "Question 3 of 10" */
export function placeWords(session: {
  phase: keyof typeof PHASES;
  question: number | null;
  questions: number;
}): string {
  const { phase, question, questions } = session;
  return question === null ? PHASES[phase] : `${PHASES[phase]}, ${question} of ${questions}`;
}
