import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { ownText } from "./page/own-text.tsx";

type BadgeProps = ComponentProps<"span"> & {
  tone?: "neutral" | "accent" | "success" | "danger" | "warning" | "live";
};

const tones = {
  neutral: "bg-surface-sunken text-ink-muted ring-1 ring-line ring-inset",
  accent: "bg-accent-soft text-accent-ink",
  success: "bg-success-soft text-success-ink",
  danger: "bg-danger-soft text-danger-ink",
  warning: "bg-warning-soft text-warning-ink",
  live: "bg-accent text-on-accent",
};

/** A word or a count beside something else. "live" carries a beating dot. */
export function Badge({ tone = "neutral", className, children, ...rest }: BadgeProps) {
  return (
    <span
      className={classNames(
        "numerals inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 font-semibold text-xs",
        tones[tone],
        className,
      )}
      {...rest}
    >
      {tone === "live" && (
        <span aria-hidden="true" className="size-1.5 animate-pulse rounded-full bg-current" />
      )}
      {ownText(children)}
    </span>
  );
}
