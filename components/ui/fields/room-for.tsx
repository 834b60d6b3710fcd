import { classNames } from "../class-names.ts";

/** As large as these words, and neither seen nor heard nor found. */
export function RoomFor({ words, className }: { words: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-words={words}
      className={classNames("invisible before:content-[attr(data-words)]", className)}
    />
  );
}
