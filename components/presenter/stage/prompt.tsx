import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { longestWord } from "./longest-word.ts";

type PromptProps = {
  text: string;
  /** How much of the stage it may take: all of it, the place above the answers, or a line above the results. */
  size: "alone" | "above" | "recap";
  /** How wide its place is at least, in stage units, where its longest word might not fit. */
  room?: number;
  className?: string;
};

/** Widths at which a prompt steps down a size, in letters. */
const SHORT = 45;
const MIDDLE = 110;
const LONG = 190;

/** In stage units; `--fit` takes care of what still does not fit. */
const sizes = {
  alone: [7.4, 5.8, 4.6, 3.8],
  above: [6, 4.8, 3.5, 2.7],
  recap: [3.6, 2.9, 2.3, 1.9],
} as const;

/** Of a letter of a heading, against its size. */
const LETTER_WIDTH = 0.56;

/** The question. The longer it is, the smaller it is set. */
export function Prompt({ text, size, room, className }: PromptProps) {
  const [short, middle, long, longest] = sizes[size];
  const width = letters(text);
  const units = width <= SHORT ? short : width <= MIDDLE ? middle : width <= LONG ? long : longest;
  const most = room ? Math.max(longest, room / (LETTER_WIDTH * longestWord(text))) : units;
  return (
    <Written
      as="h1"
      text={text}
      className={classNames("display whitespace-pre-line break-words align-page", className)}
      style={{ fontSize: `calc(var(--u) * ${Math.min(units, most)} * var(--fit, 1))` }}
    />
  );
}

/** Chinese, Japanese and Korean signs are twice as wide. */
function letters(text: string): number {
  const wide =
    text.match(/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0;
  return text.length + wide;
}
