import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names.ts";
import { controlStyles, describedBy, Field, type FieldText } from "./field.tsx";

type SelectProps = ComponentProps<"select"> & FieldText;

/** The device's own picker, dressed; pass <option>s as children. */
export function Select({ label, hint, error, hideLabel, id, className, children, ...rest }: SelectProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      <span className="relative block">
        <select
          className={classNames(controlStyles, "min-h-11 appearance-none pe-10")}
          {...describedBy(fieldId, { label, hint, error })}
          {...rest}
        >
          {children}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="-translate-y-1/2 pointer-events-none absolute end-3 top-1/2 size-5 text-ink-muted"
        />
      </span>
    </Field>
  );
}
