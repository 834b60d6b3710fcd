"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useLayoutEffect, useRef, useState } from "react";
import { PIN_LENGTH, pinDigits } from "#lib/kernel/pin.ts";
import { classNames } from "../class-names.ts";
import { describedBy, Field, type FieldText } from "./field.tsx";

type PinFieldProps = Omit<ComponentProps<"input">, "value" | "onChange" | "defaultValue" | "type"> &
  FieldText & {
    defaultValue?: string;
    /** Called with the digits alone, on every change. */
    onDigits?: (digits: string) => void;
  };

/** Six digits, grouped as they are typed or pasted. The form receives them without the gap. */
export function PinField({
  label,
  hint,
  error,
  hideLabel,
  defaultValue = "",
  onDigits,
  name = "pin",
  id = "pin",
  className,
  ...rest
}: PinFieldProps) {
  const t = useTranslations("ui");
  const [digits, setDigits] = useState(() => digitsOf(defaultValue));
  // Text that an input method is still composing is left alone: rewritten, it would come twice.
  const [composing, setComposing] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const form = input.current?.form;
    const ungroup = ({ formData }: FormDataEvent) => {
      const typed = formData.get(name);
      if (typeof typed === "string") formData.set(name, digitsOf(typed));
    };
    form?.addEventListener("formdata", ungroup);
    return () => form?.removeEventListener("formdata", ungroup);
  }, [name]);

  function take(text: string): void {
    const typed = digitsOf(text);
    setComposing(null);
    setDigits(typed);
    onDigits?.(typed);
  }

  // Keeps the text from before the script came.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script comes
  useLayoutEffect(() => {
    const there = input.current?.value ?? "";
    if (digitsOf(there) !== digits) take(there);
  }, []);

  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      <input
        ref={input}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="go"
        required
        pattern="\p{Nd}{3}\s?\p{Nd}{3}"
        title={t("sixDigits")}
        dir={digits === "" ? undefined : "ltr"}
        placeholder="000 000"
        value={composing ?? grouped(digits)}
        onChange={({ target, nativeEvent }) => {
          if ((nativeEvent as InputEvent).isComposing) setComposing(target.value);
          else take(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => take(currentTarget.value)}
        className={classNames(
          "display numerals block min-h-18 w-full rounded-xl border-2 border-line-strong bg-surface-raised px-4 text-center text-[2.5rem] text-ink tracking-[0.06em] transition-[border-color,box-shadow]",
          "placeholder-shown:font-semibold placeholder-shown:text-2xl placeholder-shown:tracking-normal hover:border-ink-muted focus:border-focus focus:outline-none focus:ring-4 focus:ring-focus/30 aria-invalid:border-danger",
        )}
        {...describedBy(id, { label, hint, error })}
        {...rest}
      />
    </Field>
  );
}

function digitsOf(text: string): string {
  return pinDigits(text).slice(0, PIN_LENGTH);
}

/** The gap comes with the fourth digit, so that deleting back over it needs no second press. */
function grouped(digits: string): string {
  return digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
}
