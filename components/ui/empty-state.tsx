import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** Nothing here yet: what would be here, and the one thing to do about it. */
export function EmptyState({ title, children, icon, action, className }: EmptyStateProps) {
  return (
    <div className={classNames("grid justify-items-center gap-2 px-6 py-12 text-center", className)}>
      {icon && (
        <div
          aria-hidden="true"
          className="mb-2 grid size-14 place-items-center rounded-full bg-accent-soft text-accent-ink [&_svg]:size-7"
        >
          {icon}
        </div>
      )}
      <h2 className="display text-xl">{title}</h2>
      {children && <div className="max-w-prose text-pretty text-ink-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
