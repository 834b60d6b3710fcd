import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const hintId = useId();
  return (
    <div className={classNames("grid gap-0.5", className)}>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 font-medium has-disabled:cursor-not-allowed has-disabled:opacity-50">
        <span className="relative grid size-6 shrink-0 place-items-center">
          <input
            type="checkbox"
            aria-describedby={hint ? hintId : undefined}
            className="peer absolute inset-0 cursor-pointer appearance-none rounded-[0.45rem] border-[1.5px] border-line-strong bg-surface-raised transition-colors checked:border-primary checked:bg-primary"
            {...rest}
          />
          <svg
            viewBox="0 0 16 16"
            aria-hidden="true"
            className="pointer-events-none relative size-4 scale-50 text-on-primary opacity-0 transition duration-150 ease-spring peer-checked:scale-100 peer-checked:opacity-100"
          >
            <path
              d="M3 8.5 6.5 12 13 4.5"
              fill="none"
              stroke="currentColor"
              strokeWidth="2.4"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </span>
        {label}
      </label>
      {hint && (
        <p id={hintId} className="-mt-2.5 ps-9 text-ink-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
