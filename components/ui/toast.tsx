"use client";

import { CircleCheck, CircleX, Info, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";

type ToastTone = "info" | "success" | "danger";
type Toast = { id: number; tone: ToastTone; text: ReactNode };
type ShowToast = (text: ReactNode, tone?: ToastTone) => void;

/** Long enough to read a line twice; a failure stays until it is closed. */
const SHOWN_MS = 5_000;
const SHOWN_AT_ONCE = 3;

const ToastContext = createContext<ShowToast>(() => {});

/** `const toast = useToast(); toast("Copied", "success")` */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const lastId = useRef(0);
  const remove = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<ShowToast>(
    (text, tone = "info") => {
      const id = ++lastId.current;
      setToasts((all) => [...all, { id, tone, text }].slice(-SHOWN_AT_ONCE));
      if (tone !== "danger") setTimeout(remove, SHOWN_MS, id);
    },
    [remove],
  );

  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-0 z-50 grid justify-items-center gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))]"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => remove(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

const icons = { info: Info, success: CircleCheck, danger: CircleX };
const iconTones = { info: "text-ink-muted", success: "text-success-ink", danger: "text-danger-ink" };

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const t = useTranslations("ui");
  const Icon = icons[toast.tone];
  return (
    <div className="pointer-events-auto flex w-full max-w-md animate-rise items-center gap-3 rounded-lg bg-surface-raised py-1.5 ps-4 pe-1.5 font-medium shadow-float ring-1 ring-line">
      <Icon aria-hidden="true" className={classNames("size-5 shrink-0", iconTones[toast.tone])} />
      <div className="min-w-0 flex-1 py-1.5 leading-snug">{toast.text}</div>
      <IconButton size="sm" aria-label={t("dismiss")} onClick={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
