import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** A sheet over whatever is on, until its key is pressed again. */
export function VeilSheet({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div
      role="dialog"
      aria-label={label}
      className={classNames("stage absolute inset-0 z-30 animate-fade", className)}
    >
      {children}
    </div>
  );
}
