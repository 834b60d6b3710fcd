import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

type Choice<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioCardsProps<Value extends string> = {
  legend: ReactNode;
  name: string;
  choices: readonly Choice<Value>[];
  hideLegend?: boolean;
  /** Controlled with `value` and `onChange`, or left to the form with `defaultValue`. */
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  /** "cards" has room for hints; "segmented" is one compact strip. */
  look?: "cards" | "segmented";
  className?: string;
};

/** One of a few: real radio buttons, so arrow keys and forms work by themselves. */
export function RadioCards<Value extends string>({
  legend,
  name,
  choices,
  hideLegend,
  value,
  defaultValue,
  onChange,
  look = "cards",
  className,
}: RadioCardsProps<Value>) {
  return (
    <fieldset className={classNames("min-w-0", className)}>
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-semibold text-sm"}>{legend}</legend>
      <div
        className={
          look === "cards"
            ? "grid grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))] gap-2.5"
            : "flex gap-1 rounded-md bg-surface-sunken p-1"
        }
      >
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classNames(
              "relative cursor-pointer transition-colors has-disabled:cursor-not-allowed has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 has-disabled:opacity-50",
              look === "cards"
                ? "grid content-start gap-0.5 rounded-lg border-[1.5px] border-line bg-surface-raised px-4 py-3.5 hover:border-line-strong has-checked:border-ink has-checked:shadow-[inset_0_0_0_1.5px_var(--ink)]"
                : "flex min-h-9 flex-1 items-center justify-center rounded-sm px-3 text-center font-semibold text-ink-muted text-sm hover:text-ink has-checked:bg-surface-raised has-checked:text-ink has-checked:shadow-card",
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              className="absolute inset-0 cursor-pointer appearance-none rounded-[inherit] focus-visible:outline-none"
              {...(value === undefined
                ? { defaultChecked: choice.value === defaultValue }
                : { checked: choice.value === value })}
              onChange={onChange && (() => onChange(choice.value))}
            />
            <span className={look === "cards" ? "font-semibold" : undefined}>{choice.label}</span>
            {look === "cards" && choice.hint && (
              <span className="text-ink-muted text-sm leading-snug">{choice.hint}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
