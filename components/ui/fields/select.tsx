"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";
import { itemStyles, popupStyles } from "../overlays/popup-styles.ts";
import { controlStyles, describedBy, Field, type FieldText } from "./field.tsx";

export type SelectChoice<Value> = { value: Value; label: string; icon?: ReactNode };

type SelectProps<Value> = FieldText & {
  choices: readonly SelectChoice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
};

/** One of several, by its name: arrows and first letters move in the list, and nothing changes before Enter or a press. */
export function Select<Value extends string | number>({
  label,
  hint,
  error,
  hideLabel,
  choices,
  value,
  onChange,
  className,
}: SelectProps<Value>) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      <Base.Root<Value>
        items={choices}
        value={value}
        onValueChange={(chosen) => chosen !== null && onChange(chosen)}
      >
        <Base.Trigger
          {...describedBy(id, { label, hint, error })}
          // The label itself is hidden from readers while the list is open; its words stay.
          aria-labelledby={`${id}-label`}
          className={classNames(
            controlStyles,
            "flex min-h-11 items-center justify-between gap-2 text-start data-popup-open:border-focus [&_svg]:size-5 [&_svg]:shrink-0",
          )}
        >
          <Base.Value className="flex min-w-0 items-center gap-2.5 truncate">
            {(chosen: Value) => labelOf(choices, chosen)}
          </Base.Value>
          <Base.Icon className="text-ink-muted">
            <ChevronDown aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal render={<section aria-labelledby={`${id}-label`} />}>
          <Base.Positioner alignItemWithTrigger={false} sideOffset={6} className="z-50">
            <Base.Popup className={`${popupStyles} min-w-(--anchor-width) max-w-[min(24rem,92vw)]`}>
              <Base.List>
                {choices.map((choice) => (
                  <Base.Item key={choice.value} value={choice.value} className={itemStyles("pe-2.5")}>
                    {choice.icon}
                    <Base.ItemText className="min-w-0 flex-1">{choice.label}</Base.ItemText>
                    <Base.ItemIndicator className="text-accent-ink">
                      <Check aria-hidden="true" />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}

function labelOf<Value>(choices: readonly SelectChoice<Value>[], value: Value): ReactNode {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <>
      {chosen?.icon}
      <span className="truncate">{chosen?.label}</span>
    </>
  );
}
