import type { ReactNode } from "react";

/** Shared by `Dialog` and `ConfirmDialog`; props, sizes and the first focus also by `Sheet`. */
export const backdropStyles =
  "fixed inset-0 z-40 bg-scrim backdrop-blur-[2px] transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const dialogStyles =
  "fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] w-full flex-col overflow-hidden rounded-t-2xl bg-surface-raised text-ink shadow-float outline-none " +
  "transition-[opacity,translate] duration-300 ease-out data-ending-style:translate-y-4 data-starting-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:opacity-0 data-ending-style:duration-150 " +
  "sm:inset-0 sm:m-auto sm:h-fit sm:w-[calc(100%-3rem)] sm:rounded-2xl";

export type DialogSize = keyof typeof DIALOG_SIZES;
export const DIALOG_SIZES = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" };

/** The props of `Dialog` and `Sheet`. */
export type DialogProps = {
  open: boolean;
  /** Called for Escape, the cross, and a press outside; the owner then sets `open` to false. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons; the last one is the main one. */
  footer?: ReactNode;
  size?: DialogSize;
};

/** Where a dialog starts. Left alone, the focus would fall on the cross. */
export function firstField(popup: HTMLElement | null): HTMLElement | true {
  return (
    popup?.querySelector<HTMLElement>("[data-autofocus]") ??
    popup?.querySelector<HTMLElement>("input, textarea, select") ??
    true
  );
}
