"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { IconButton } from "../buttons/icon-button.tsx";
import { classNames } from "../class-names.ts";
import { DIALOG_SIZES, type DialogProps, firstField } from "./dialog-styles.ts";

/**
 * The dialog of participants' pages; it has no landmarks of its own, since the button that opens it may stand in one. It is the browser's own, which costs phones no script: the browser keeps the focus
 * inside and gives it back on closing. It starts on `data-autofocus`, or on the first field. On a phone it rises from below.
 */
export function Sheet({ open, onClose, title, description, children, footer, size = "md" }: DialogProps) {
  const t = useTranslations("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const descriptionId = useId();

  useEffect(() => {
    const node = dialog.current;
    if (!node || node.open === open) return;
    if (!open) return node.close();
    node.showModal();
    // Left alone, the browser would put focus on the cross.
    const first = firstField(node);
    if (first !== true) first.focus();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => open && onClose()}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
      className={classNames(
        "m-0 mt-auto max-h-[92dvh] w-full max-w-none overflow-hidden rounded-t-2xl bg-surface-raised text-ink shadow-float backdrop:bg-scrim backdrop:backdrop-blur-[2px] open:flex open:animate-rise sm:m-auto sm:w-[calc(100%-3rem)] sm:rounded-2xl",
        DIALOG_SIZES[size],
      )}
    >
      {open && (
        <div className="flex min-h-0 w-full flex-col">
          <div className="flex items-start justify-between gap-4 p-6 pb-2">
            <div className="grid gap-1.5">
              <h2 id={titleId} className="display text-2xl">
                {title}
              </h2>
              {description && (
                <p id={descriptionId} className="text-pretty text-ink-muted">
                  {description}
                </p>
              )}
            </div>
            <IconButton aria-label={t("close")} onClick={onClose} className="-me-2.5 -mt-1.5">
              <X aria-hidden="true" />
            </IconButton>
          </div>
          {children && <div className="min-h-0 overflow-y-auto px-6 py-3">{children}</div>}
          {footer && (
            <div className="safe-bottom flex flex-col-reverse gap-3 px-6 pt-3 sm:flex-row sm:justify-end sm:pb-6">
              {footer}
            </div>
          )}
        </div>
      )}
    </dialog>
  );
}
