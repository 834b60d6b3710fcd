import { useMemo } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type CloudWord, cloudLayout } from "./cloud-layout.ts";

type WordCloudProps = {
  words: readonly CloudWord[];
  /** Width to height of the frame. */
  aspect: number;
  /** Words for one entry: "trust: 9 times". */
  spoken: (word: CloudWord) => string;
  label: string;
  className?: string;
};

/** Each word keeps its color while the cloud grows around it. */
const TONES = ["text-accent-ink", "text-ink", "text-success-ink", "text-danger-ink"];

/** The room's words, the more frequent the larger; for ears, and without styles, a list. */
export function WordCloud({ words, aspect, spoken, label, className }: WordCloudProps) {
  const placed = useMemo(() => cloudLayout(words, aspect), [words, aspect]);
  return (
    <div className={classNames("@container relative w-full", className)} style={{ aspectRatio: aspect }}>
      <ol aria-label={label} className="sr-only">
        {words.map((word) => (
          <li key={word.text}>{spoken(word)}</li>
        ))}
      </ol>
      <div aria-hidden="true" dir="ltr">
        {placed.map(({ text, x, y, size }) => (
          <span
            key={text}
            className={classNames(
              "display -translate-1/2 absolute animate-fade whitespace-nowrap leading-none transition-[left,top,font-size] duration-700 ease-out",
              TONES[hash(text) % TONES.length],
            )}
            style={{
              left: `${50 + (x / aspect) * 100}%`,
              top: `${50 + y * 100}%`,
              fontSize: `${(size / aspect) * 100}cqw`,
            }}
          >
            <bdi>{text}</bdi>
          </span>
        ))}
      </div>
    </div>
  );
}

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum;
}
