"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { type Command, fitting } from "./commands.ts";

type CommandPaletteProps = {
  open: boolean;
  commands: readonly Command[];
  onClose: () => void;
};

/** Everything the editor can do, found by typing: arrows choose, Enter does it. */
export function CommandPalette({ open, commands, onClose }: CommandPaletteProps) {
  return (
    <Dialog open={open} onClose={onClose} title="What do you want to do?">
      {open && <Palette commands={commands} onClose={onClose} />}
    </Dialog>
  );
}

/** More than fit on a screen are found by typing more. */
const SHOWN_MAX = 12;

function Palette({ commands, onClose }: Omit<CommandPaletteProps, "open">) {
  const [typed, type] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = fitting(
    commands.filter(({ disabled }) => !disabled),
    typed,
  ).slice(0, SHOWN_MAX);
  const chosen = Math.min(at, shown.length - 1);

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    // After the dialog has given the focus back.
    setTimeout(command.run);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((chosen + step + shown.length) % Math.max(shown.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(shown[chosen]);
    }
  }

  return (
    <div className="grid gap-3">
      <input
        role="combobox"
        aria-label="What do you want to do?"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        data-autofocus
        autoComplete="off"
        value={typed}
        placeholder="A command, or words of a question"
        onChange={(event) => {
          type(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="block min-h-12 w-full rounded-md border-[1.5px] border-line-strong bg-surface-raised px-3.5 py-2.5 focus:border-focus focus:outline-none focus:ring-3 focus:ring-focus/30"
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Commands" className="grid gap-0.5">
        {shown.map((command, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
          <div
            key={command.name}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            onClick={() => run(command)}
            onPointerMove={() => setAt(place)}
            className={classNames(
              "flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-2 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-ink-muted",
              place === chosen && "bg-ink/8",
            )}
          >
            {command.icon}
            <span className="min-w-0 flex-1 break-words">{command.name}</span>
            {command.keys && <Kbd>{command.keys}</Kbd>}
          </div>
        ))}
      </div>
      <p role="status" className={shown.length > 0 ? "sr-only" : "text-ink-muted"}>
        {shown.length > 0 ? `${shown.length} found` : "Nothing matches these words."}
      </p>
    </div>
  );
}
