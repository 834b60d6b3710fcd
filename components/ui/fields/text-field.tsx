import { type ComponentProps, useId } from "react";
import { classNames } from "../class-names.ts";
import { controlStyles, describedBy, Field, type FieldText } from "./field.tsx";

type TextFieldProps = Omit<ComponentProps<"input">, "size"> & FieldText & { size?: "md" | "lg" };

/** One line of text. Pass `type`, `inputMode` and `autoComplete` as on an input: they choose the phone's keyboard. */
export function TextField({
  label,
  hint,
  error,
  hideLabel,
  id,
  size = "md",
  type = "text",
  className,
  ...rest
}: TextFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      <input
        type={type}
        className={classNames(
          controlStyles,
          size === "lg" ? "min-h-14 px-4.5 font-medium text-lg" : "min-h-11",
        )}
        {...describedBy(fieldId, { label, hint, error })}
        {...rest}
      />
    </Field>
  );
}
