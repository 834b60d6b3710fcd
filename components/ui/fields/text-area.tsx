import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";
import { controlStyles, describedBy, Field, type FieldText } from "./field.tsx";

type TextAreaProps = ComponentProps<"textarea"> & FieldText & { aside?: ReactNode };

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  aside,
  id,
  rows = 3,
  className,
  ...rest
}: TextAreaProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <Field
      id={fieldId}
      label={label}
      hint={hint}
      error={error}
      hideLabel={hideLabel}
      aside={aside}
      className={className}
    >
      <textarea
        rows={rows}
        className={classNames(controlStyles, "field-sizing-content resize-y leading-relaxed")}
        {...describedBy(fieldId, { label, hint, error })}
        {...rest}
      />
    </Field>
  );
}
