import type { ComponentProps } from "react";
import { classNames } from "../class-names.ts";

type IconButtonProps = ComponentProps<"button"> & {
  /** What the button does, in words: there is no text beside the icon. */
  "aria-label": string;
  variant?: "ghost" | "outline";
  size?: "sm" | "md" | "lg";
};

const sizes = {
  sm: "size-9 rounded-sm [&_svg]:size-4.5",
  md: "size-11 rounded-md [&_svg]:size-5",
  lg: "size-13 rounded-lg [&_svg]:size-6",
};

export function IconButton({
  variant = "ghost",
  size = "md",
  type = "button",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      title={rest["aria-label"]}
      className={classNames(
        "inline-grid shrink-0 place-items-center text-ink transition-colors hover:bg-ink/8 active:bg-ink/14 disabled:cursor-not-allowed disabled:opacity-40",
        variant === "outline" && "border-[1.5px] border-line bg-surface-raised",
        sizes[size],
        className,
      )}
      {...rest}
    />
  );
}
