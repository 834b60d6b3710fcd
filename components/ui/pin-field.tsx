"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, Field, type FieldText } from "./field.tsx";

const PIN_DIGITS = 6;

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

  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      <input
        ref={input}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="go"
        required
        pattern="[0-9]{3}\s?[0-9]{3}"
        title={t("sixDigits")}
        dir={digits === "" ? undefined : "ltr"}
        placeholder="000 000"
        value={grouped(digits)}
        onChange={(event) => {
          const typed = digitsOf(event.target.value);
          setDigits(typed);
          onDigits?.(typed);
        }}
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
  return text.replace(/\D/g, "").slice(0, PIN_DIGITS);
}

/** The gap comes with the fourth digit, so that deleting back over it needs no second press. */
function grouped(digits: string): string {
  return digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
}
