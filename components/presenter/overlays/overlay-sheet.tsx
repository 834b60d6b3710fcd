import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";

type OverlaySheetProps = { label: string; children: ReactNode; className?: string };

/** A sheet over whatever is on, until its key is pressed again. It takes the focus, and gives it back. */
export function OverlaySheet({ label, children, className }: OverlaySheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={sheet}
      role="dialog"
      data-sheet=""
      aria-label={label}
      tabIndex={-1}
      className={classNames("stage fixed inset-0 z-30 animate-fade overflow-y-auto outline-none", className)}
    >
      {children}
    </div>
  );
}
