"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleCheck, CircleX, Info, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import { IconButton } from "../buttons/icon-button.tsx";
import { classNames } from "../class-names.ts";

type ToastTone = "info" | "success" | "danger";
type ShowToast = (text: ReactNode, tone?: ToastTone) => void;

/** Long enough to read a line twice; the clock stands while the pointer or the focus is on it. */
const SHOWN_MS = 5_000;
/** A failure stays until it is closed. */
const UNTIL_CLOSED = 0;
const SHOWN_AT_ONCE = 3;

/** `const toast = useToast(); toast("Copied", "success")` */
export function useToast(): ShowToast {
  const { add } = Base.useToastManager();
  return useCallback(
    (text, tone = "info") => {
      const bad = tone === "danger";
      add({
        title: text,
        type: tone,
        timeout: bad ? UNTIL_CLOSED : SHOWN_MS,
        priority: bad ? "high" : "low",
      });
    },
    [add],
  );
}

/** F6 leads to what is shown; a toast can be closed by its cross, by Escape, or swiped away. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={SHOWN_AT_ONCE}>
      {children}
      <Base.Portal>
        <Base.Viewport className="pointer-events-none fixed inset-x-0 bottom-0 z-50 mx-auto flex w-full max-w-md flex-col-reverse gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

const icons = { info: Info, success: CircleCheck, danger: CircleX };
const iconTones = { info: "text-ink-muted", success: "text-success-ink", danger: "text-danger-ink" };

function Toasts() {
  const t = useTranslations("ui");
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const tone = (toast.type ?? "info") as ToastTone;
    const Icon = icons[tone];
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        swipeDirection={["down", "left", "right"]}
        className="pointer-events-auto translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) rounded-lg bg-surface-raised shadow-float ring-1 ring-line transition-[opacity,translate] duration-300 ease-out data-ending-style:translate-y-4 data-limited:hidden data-starting-style:translate-y-4 data-swiping:transition-none data-ending-style:opacity-0 data-starting-style:opacity-0"
      >
        <Base.Content className="flex min-h-12 items-center gap-3 py-1.5 ps-4 pe-1.5 font-medium">
          <Icon aria-hidden="true" className={classNames("size-5 shrink-0", iconTones[tone])} />
          <Base.Title render={<div />} className="min-w-0 flex-1 break-words py-1.5 leading-snug" />
          <Base.Close
            render={
              <IconButton size="sm" aria-label={t("dismiss")}>
                <X aria-hidden="true" />
              </IconButton>
            }
          />
        </Base.Content>
      </Base.Root>
    );
  });
}
