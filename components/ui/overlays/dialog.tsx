"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "../buttons/icon-button.tsx";
import { classNames } from "../class-names.ts";
import { backdropStyles, DIALOG_SIZES, type DialogProps, dialogStyles, firstField } from "./dialog-styles.ts";

/** A modal dialog that starts on `data-autofocus`, or on its first field. On a phone it rises from below. */
export function Dialog({ open, onClose, title, description, children, footer, size = "md" }: DialogProps) {
  const t = useTranslations("ui");
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup
          ref={popup}
          initialFocus={() => firstField(popup.current)}
          className={classNames(dialogStyles, DIALOG_SIZES[size])}
        >
          <header className="flex items-start justify-between gap-4 p-6 pb-2">
            <div className="grid gap-1.5">
              <Base.Title className="display text-2xl">{title}</Base.Title>
              {description && (
                <Base.Description className="text-pretty break-words text-ink-muted">
                  {description}
                </Base.Description>
              )}
            </div>
            <Base.Close
              render={
                <IconButton aria-label={t("close")} className="-me-2.5 -mt-1.5">
                  <X aria-hidden="true" />
                </IconButton>
              }
            />
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-6 py-3 last:pb-6">{children}</div>}
          {footer && (
            <footer className="safe-bottom flex flex-col-reverse gap-3 px-6 pt-3 sm:flex-row sm:justify-end sm:pb-6">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
