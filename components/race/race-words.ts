/** What a replay says, in the language of the room; an exported one keeps it. */
export interface RaceWords {
  locale: string;
  dir: "ltr" | "rtl";
  title: string;
  /** Above the bars, for each question. */
  questions: string[];
  /** Who climbed furthest; empty if nobody did. */
  comeback: string;
  play: string;
  pause: string;
  position: string;
}
