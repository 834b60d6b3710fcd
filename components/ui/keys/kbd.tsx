import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

/** A key on the keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      translate="no"
      className={classNames(
        "inline-grid min-h-6 min-w-6 place-items-center rounded-[0.4rem] border border-current/30 border-b-[2.5px] px-1.5 font-sans font-semibold text-xs opacity-80",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
