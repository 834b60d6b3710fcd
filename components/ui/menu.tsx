"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";

export type MenuItem = {
  label: ReactNode;
  icon?: ReactNode;
  onSelect: () => void;
  tone?: "normal" | "danger";
  disabled?: boolean;
};

type MenuProps = {
  /** What the menu is about: "More for Capitals". */
  label: string;
  /** The icon on the button. */
  icon: ReactNode;
  items: readonly MenuItem[];
  align?: "start" | "end";
  className?: string;
};

/** A short list of deeds behind an icon: arrows move, Escape closes, focus returns to the button. */
export function Menu({ label, icon, items, align = "end", className }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!open) return;
    buttonsOf(root.current)[0]?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [open]);

  function close() {
    setOpen(false);
    root.current?.querySelector("button")?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return;
    if (event.key === "Tab") return setOpen(false);
    const buttons = buttonsOf(root.current);
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) buttons.at(to % buttons.length)?.focus();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div ref={root} className={classNames("relative inline-block", className)} onKeyDown={onKeyDown}>
      <IconButton
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon}
      </IconButton>
      {open && (
        <div
          id={menuId}
          role="menu"
          aria-label={label}
          className={classNames(
            "absolute top-full z-30 mt-1.5 grid w-max min-w-48 max-w-72 animate-fade rounded-lg bg-surface-raised p-1.5 shadow-float ring-1 ring-line",
            align === "end" ? "end-0" : "start-0",
          )}
        >
          {items.map((item, place) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a menu's items do not move while it is open
              key={place}
              type="button"
              role="menuitem"
              tabIndex={-1}
              disabled={item.disabled}
              onClick={() => {
                close();
                item.onSelect();
              }}
              className={classNames(
                "flex min-h-10 items-center gap-3 rounded-sm px-3 -outline-offset-3 text-start font-medium hover:bg-ink/7 focus:bg-ink/9 disabled:opacity-45 [&_svg]:size-4.5 [&_svg]:shrink-0",
                item.tone === "danger" ? "text-danger-ink" : "text-ink [&_svg]:text-ink-muted",
              )}
            >
              {item.icon}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function buttonsOf(root: HTMLElement | null): HTMLButtonElement[] {
  return [...(root?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]:not(:disabled)') ?? [])];
}
