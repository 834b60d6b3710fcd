import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode; hint?: ReactNode };

/** For a setting that takes effect at once; label left, switch right, made to stack in lists. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  const hintId = useId();
  return (
    <label
      className={classNames(
        "flex min-h-11 cursor-pointer items-center justify-between gap-4 has-disabled:cursor-not-allowed has-disabled:opacity-50",
        className,
      )}
    >
      <span className="grid">
        <span className="font-medium">{label}</span>
        {hint && (
          <span id={hintId} className="text-ink-muted text-sm">
            {hint}
          </span>
        )}
      </span>
      <span className="relative inline-flex h-7 w-12 shrink-0">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
          role="switch"
          aria-describedby={hint ? hintId : undefined}
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-full border-[1.5px] border-line-strong bg-surface-sunken transition-colors checked:border-primary checked:bg-primary"
          {...rest}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-1 top-1 size-5 rounded-full bg-ink-muted transition-[translate,background-color] duration-200 ease-spring peer-checked:translate-x-5 rtl:peer-checked:-translate-x-5 peer-checked:bg-on-primary"
        />
      </span>
    </label>
  );
}
