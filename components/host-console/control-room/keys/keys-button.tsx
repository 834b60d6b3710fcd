"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { switchSingleKeys, useSingleKeys } from "#components/ui/keys/single-keys.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { ROOM_KEYS } from "./key-bindings.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** The keys of the remote control, and the switch that turns its letters off. Useless without a keyboard. */
export function KeysButton() {
  const [open, setOpen] = useState(false);
  const on = useSingleKeys();
  useShortcuts({ "?": () => setOpen(true) });
  return (
    <>
      <IconButton aria-label="Keys" onClick={() => setOpen(true)} className="pointer-coarse:hidden">
        <Keyboard aria-hidden="true" />
      </IconButton>
      <Dialog open={open} onClose={() => setOpen(false)} title="Keys">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2.5">
          {ROOM_KEYS.map(({ keys: [key = "", ...also], action }) => (
            <div key={key} className={!on && key.length === 1 ? "contents opacity-50" : "contents"}>
              <dt className="flex flex-wrap gap-1">
                {[key, ...also].map((each) => (
                  <Kbd key={each}>{each}</Kbd>
                ))}
              </dt>
              <dd className={!on && key.length === 1 ? "text-ink-muted line-through" : undefined}>
                {action}
              </dd>
            </div>
          ))}
        </dl>
        <Switch
          label="Keyboard shortcuts"
          hint="When off, letters do nothing on this device or its big screen. All buttons keep working."
          checked={on}
          onChange={(event) => switchSingleKeys(event.target.checked)}
          className="mt-4 border-t pt-3 pb-4"
        />
      </Dialog>
    </>
  );
}
