import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  /** At the end of the line of the label. */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

export type FieldText = Pick<FieldProps, "label" | "hint" | "error" | "hideLabel">;

/** The look shared by every text-like control. */
export const controlStyles =
  "block w-full rounded-md border-[1.5px] border-line-strong bg-surface-raised px-3.5 py-2.5 text-base text-ink " +
  "transition-[border-color,box-shadow] hover:border-ink-muted focus:border-focus focus:outline-none focus:ring-3 focus:ring-focus/30 " +
  "aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-ink-muted";

/** Label above, control, then the hint or the error that replaces it. */
export function Field({ id, label, hint, error, hideLabel, aside, className, children }: FieldProps) {
  return (
    <div className={classNames("grid content-start gap-1.5", className)}>
      <span className={aside ? "-my-1 flex items-center justify-between gap-3" : "contents"}>
        <label
          id={`${id}-label`}
          htmlFor={id}
          className={hideLabel ? "sr-only" : "font-semibold text-ink text-sm"}
        >
          {label}
        </label>
        {aside}
      </span>
      {children}
      {error ? (
        <p id={`${id}-error`} role="alert" className="font-medium text-danger-ink text-sm">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-ink-muted text-sm">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** The attributes that tie a control to its hint or error. */
export function describedBy(id: string, { hint, error }: FieldText) {
  return {
    id,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? `${id}-error` : hint ? `${id}-hint` : undefined,
  };
}
