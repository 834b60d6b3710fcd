"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { classNames } from "../class-names.ts";
import { itemStyles, popupStyles } from "../overlays/popup-styles.ts";
import { controlStyles, describedBy, Field, type FieldText } from "./field.tsx";

export type ComboboxChoice = {
  value: string;
  label: string;
  /** A second name it is also found by, such as that of a language in itself. */
  also?: string;
};

type ComboboxProps = FieldText & {
  choices: readonly ComboboxChoice[];
  value: string | undefined;
  onChange: (value: string) => void;
  placeholder?: string;
  /** The label of the arrow, and the message when nothing is found. */
  showAll: string;
  empty: string;
  className?: string;
};

/** One of many, found by typing part of its name. Leaving it without a choice keeps what was there. */
export function Combobox({ label, hint, error, hideLabel, choices, value, ...props }: ComboboxProps) {
  const { onChange, placeholder, showAll, empty, className } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const chosen = choices.find((choice) => choice.value === value) ?? null;
  return (
    <Field id={id} label={label} hint={hint} error={error} hideLabel={hideLabel} className={className}>
      <Base.Root
        items={choices}
        open={open}
        onOpenChange={setOpen}
        value={chosen}
        onValueChange={(choice) => choice && onChange(choice.value)}
        itemToStringLabel={(choice) => choice.label}
        filter={(choice, typed) => matches(choice, typed)}
        autoHighlight
      >
        <Base.InputGroup className="relative block">
          <Base.Input
            {...describedBy(id, { label, hint, error })}
            // The label itself is hidden from readers while the list is open; its words stay.
            aria-labelledby={`${id}-label`}
            placeholder={placeholder}
            onKeyDown={(event) => {
              // Escape closes the list, then the dialog around it; it never takes the choice away.
              if (event.key === "Escape" && !open) event.preventBaseUIHandler();
            }}
            className={classNames(controlStyles, "min-h-11 pe-11")}
          />
          <Base.Trigger
            aria-label={showAll}
            className="absolute inset-y-0 end-0 grid w-11 place-items-center text-ink-muted"
          >
            <ChevronDown aria-hidden="true" className="size-5" />
          </Base.Trigger>
        </Base.InputGroup>
        <Base.Portal render={<section aria-labelledby={`${id}-label`} />}>
          <Base.Positioner sideOffset={6} className="z-50">
            <Base.Popup
              className={`${popupStyles} w-(--anchor-width) max-w-[92vw] max-h-[min(22rem,var(--available-height))]!`}
            >
              <Base.Empty>
                <p className="px-3 py-2 text-ink-muted">{empty}</p>
              </Base.Empty>
              <Base.List>
                {(choice: ComboboxChoice) => (
                  <Base.Item key={choice.value} value={choice} className={itemStyles("pe-2.5")}>
                    <span className="min-w-0 flex-1">
                      <span>{choice.label}</span>
                      {choice.also && choice.also !== choice.label && (
                        <span lang={choice.value} dir="auto" className="block text-ink-muted text-sm">
                          {choice.also}
                        </span>
                      )}
                    </span>
                    <Base.ItemIndicator className="text-accent-ink">
                      <Check aria-hidden="true" />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}

function matches({ label, also = "" }: ComboboxChoice, typed: string): boolean {
  return plain(`${label} ${also}`).includes(plain(typed.trim()));
}

/** "francais" finds français. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
