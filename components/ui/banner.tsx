import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";

type BannerProps = {
  tone?: "info" | "warning" | "danger" | "busy";
  children: ReactNode;
  action?: ReactNode;
  className?: string;
};

const tones = {
  info: "bg-surface-raised text-ink ring-line",
  busy: "bg-surface-raised text-ink ring-line",
  warning: "bg-warning-soft text-ink ring-warning-ink/25",
  danger: "bg-danger-soft text-ink ring-danger-ink/25",
};

/** A calm strip about the state of things; "busy" is for "Reconnecting…". Read aloud politely, once. */
export function Banner({ tone = "info", children, action, className }: BannerProps) {
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={classNames(
        "flex min-h-12 items-center gap-3 rounded-lg px-4 py-2.5 font-medium text-[0.9375rem] leading-snug ring-1 ring-inset",
        tones[tone],
        className,
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "inline-flex shrink-0",
          tone === "danger" ? "text-danger-ink" : "text-accent-ink",
        )}
      >
        {tone === "busy" ? (
          <Spinner label="" />
        ) : tone === "info" ? (
          <Info className="size-5" />
        ) : (
          <TriangleAlert className="size-5" />
        )}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
