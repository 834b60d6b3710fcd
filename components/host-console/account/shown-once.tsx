"use client";

import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { CopyButton } from "../control-room/sharing/copy-button.tsx";

/** Shows a secret once, to be copied. */
export function ShownOnce({ label, value, onClose }: { label: string; value: string; onClose: () => void }) {
  return (
    <div className="grid gap-5">
      <div className="flex items-end gap-2">
        <TextField
          label={label}
          value={value}
          readOnly
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1"
        />
        <CopyButton text={value} label={`Copy the ${label.toLowerCase()}`} className="shrink-0" />
      </div>
      <Button onClick={onClose} className="sm:justify-self-end">
        Done
      </Button>
    </div>
  );
}
