/** The words of a replay, in the language of the room; an exported one keeps it. */
export interface RaceWords {
  locale: string;
  dir: "ltr" | "rtl";
  title: string;
  /** Above the bars, for each question. */
  questions: string[];
  /** The player who climbed furthest; empty if none did. */
  comeback: string;
  play: string;
  pause: string;
  position: string;
}
