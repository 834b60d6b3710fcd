import { classNames } from "./class-names.ts";

/** A session's PIN grouped three and three; a screen reader says digit by digit. Takes its size from `className`. */
export function PinDisplay({ pin, className }: { pin: string; className?: string }) {
  return (
    <span
      translate="no"
      dir="ltr"
      className={classNames(
        "display numerals inline-flex gap-[0.28em] whitespace-nowrap leading-none! tracking-[0.01em]",
        className,
      )}
    >
      <span className="sr-only">{[...pin].join(" ")}</span>
      <span aria-hidden="true">{pin.slice(0, 3)}</span>
      <span aria-hidden="true">{pin.slice(3)}</span>
    </span>
  );
}
