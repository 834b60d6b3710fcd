import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ownText } from "../page/own-text.tsx";
import { Spinner } from "../spinner.tsx";
import { type ButtonSize, type ButtonVariant, buttonStyles } from "./button-styles.ts";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Keeps its width and its focus, ignores presses, and tells a screen reader it is busy. */
  loading?: boolean;
};

export function Button({
  variant = "primary",
  size = "md",
  loading = false,
  type = "button",
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  const t = useTranslations("ui");
  const busy = loading
    ? { "aria-busy": true, "aria-disabled": true, onClick: undefined, type: "button" as const }
    : {};
  return (
    <button
      type={type}
      disabled={disabled}
      className={buttonStyles(variant, size, className)}
      {...rest}
      {...busy}
    >
      {loading ? (
        <span className="invisible inline-flex items-center gap-[inherit]">{children}</span>
      ) : (
        ownText(children)
      )}
      {loading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner label={t("working")} />
        </span>
      )}
    </button>
  );
}
