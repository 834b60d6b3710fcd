import { classNames } from "../class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "accent" | "ghost" | "danger";
export type ButtonSize = "md" | "lg" | "xl";

const variants: Record<ButtonVariant, string> = {
  primary: "pressable bg-primary text-on-primary [--edge:var(--primary-edge)]",
  accent: "pressable bg-accent text-on-accent [--edge:var(--accent-edge)]",
  secondary:
    "pressable bg-surface-raised text-ink shadow-[inset_0_0_0_1.5px_var(--line),0_var(--press)_0_0_var(--line)] [--edge:var(--line)] active:shadow-[inset_0_0_0_1.5px_var(--line)]",
  ghost: "text-ink hover:bg-ink/8 active:bg-ink/12 transition-colors",
  danger: "pressable bg-danger text-on-danger [--edge:var(--danger-edge)]",
};

const sizes: Record<ButtonSize, string> = {
  md: "min-h-11 gap-2 rounded-md px-4.5 py-2 text-base",
  lg: "min-h-13 gap-2.5 rounded-lg px-6 py-2.5 text-lg",
  xl: "min-h-16 gap-3 rounded-xl px-8 py-3 text-xl [--press:4px]",
};

/** Shared by `Button` and `ButtonLink`, so that a link and a button of one variant never drift apart. */
export function buttonStyles(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classNames(
    "relative inline-flex select-none items-center justify-center whitespace-nowrap text-center max-sm:whitespace-normal font-semibold leading-tight tracking-[-0.01em] no-underline",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed",
    variants[variant],
    sizes[size],
    className,
  );
}
