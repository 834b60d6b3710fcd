import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

type CardProps = ComponentProps<"div"> & {
  /** "raised" floats, "flat" is only outlined, "sunken" recedes. */
  look?: "raised" | "flat" | "sunken";
  padding?: "none" | "md" | "lg";
};

const looks = {
  raised: "bg-surface-raised shadow-card ring-1 ring-line/70",
  flat: "border border-line bg-surface",
  sunken: "bg-surface-sunken",
};
const paddings = { none: "", md: "p-5", lg: "p-6 sm:p-8" };

export function Card({ look = "raised", padding = "md", className, ...rest }: CardProps) {
  return <div className={classNames("rounded-xl", looks[look], paddings[padding], className)} {...rest} />;
}
