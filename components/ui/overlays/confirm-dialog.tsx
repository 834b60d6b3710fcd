"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "../buttons/button.tsx";
import { classNames } from "../class-names.ts";
import { backdropStyles, DIALOG_SIZES, dialogStyles, firstField } from "./dialog-styles.ts";

type ConfirmDialogProps = {
  open: boolean;
  title: ReactNode;
  description: ReactNode;
  /** The action itself: "Remove Ada", never "OK". */
  confirmLabel: ReactNode;
  cancelLabel?: ReactNode;
  tone?: "primary" | "danger";
  pending?: boolean;
  onConfirm: () => void;
  /** The way out, also by Escape. A press outside answers nothing. */
  onCancel: () => void;
};

/** Asks once. For a dangerous action the focus starts on the cancel button. */
export function ConfirmDialog({
  open,
  title,
  description,
  confirmLabel,
  cancelLabel,
  tone = "primary",
  pending,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const t = useTranslations("ui");
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(wanted) => !wanted && onCancel()}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup
          ref={popup}
          initialFocus={() => firstField(popup.current)}
          className={classNames(dialogStyles, DIALOG_SIZES.sm)}
        >
          <div className="grid min-h-0 gap-2 overflow-y-auto px-6 pt-6 pb-3">
            <Base.Title className="display break-words text-2xl">{title}</Base.Title>
            <Base.Description className="text-pretty break-words text-ink-muted">
              {description}
            </Base.Description>
          </div>
          <footer className="safe-bottom flex flex-col-reverse gap-3 px-6 pt-3 sm:flex-row sm:justify-end sm:pb-6">
            <Button variant="secondary" onClick={onCancel} data-autofocus={tone === "danger" || undefined}>
              {cancelLabel ?? t("cancel")}
            </Button>
            <Button
              variant={tone}
              loading={pending}
              onClick={onConfirm}
              data-autofocus={tone === "primary" || undefined}
            >
              {confirmLabel}
            </Button>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
