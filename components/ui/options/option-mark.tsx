"use client";

import { useTranslations } from "next-intl";
import { classNames } from "../class-names.ts";
import { useOptionLetter } from "./letters-shown.ts";
import { OPTION_LETTERS, OPTION_PATHS, optionLook } from "./option-shapes.ts";

/** Just the shape, in the text colour, one em high. */
export function OptionShape({ index, className }: { index: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="currentColor"
      fillRule={optionLook(index) === 4 ? "evenodd" : "nonzero"}
      width="1em"
      height="1em"
      className={classNames("shrink-0", className)}
    >
      <path d={OPTION_PATHS[optionLook(index)]} />
    </svg>
  );
}

type OptionMarkProps = {
  /** From 0, as the protocol numbers options. */
  index: number;
  /** "bar" is the head of a bar on the big screen, as high as the bar. */
  size?: "sm" | "md" | "lg" | "stage" | "bar";
  /** Shows the letter beside the shape. */
  letter?: boolean;
  className?: string;
};

const sizes = {
  sm: "h-7 gap-1 rounded-sm px-1.5 text-sm",
  md: "h-9 gap-1.5 rounded-sm px-2 text-lg",
  lg: "h-12 gap-2 rounded-md px-2.5 text-2xl",
  stage: "h-[1.9em] gap-[0.3em] rounded-[0.45em] px-[0.45em] text-stage-md",
  bar: "min-w-[3.3em] gap-[0.35em]",
};

/** The sign of an option on any background: its colour, its shape and its letter. Read as "A, amber sun". */
export function OptionMark({ index, size = "md", letter = true, className }: OptionMarkProps) {
  const t = useTranslations("ui.option");
  const look = optionLook(index);
  const shown = useOptionLetter(OPTION_LETTERS[look]);
  return (
    <span
      data-option={look}
      role="img"
      aria-label={shown ? `${shown}, ${t(`${look}`)}` : t(`${look}`)}
      className={classNames(
        "display inline-flex shrink-0 items-center justify-center bg-option text-on-option",
        sizes[size],
        className,
      )}
    >
      <OptionShape index={index} />
      {letter && shown && (
        <span translate="no" className="leading-none">
          {shown}
        </span>
      )}
    </span>
  );
}
