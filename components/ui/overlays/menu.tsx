"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { IconButton } from "../buttons/icon-button.tsx";
import { itemStyles, popupStyles } from "./popup-styles.ts";

export type MenuItem = {
  label: ReactNode;
  icon?: ReactNode;
  onSelect: () => void;
  tone?: "normal" | "danger";
  disabled?: boolean;
};

type MenuProps = {
  /** The label of the menu: "More for Capitals". */
  label: string;
  /** The icon on the button. */
  icon: ReactNode;
  items: readonly MenuItem[];
  align?: "start" | "end";
  className?: string;
};

/** A short list of actions behind an icon: arrows and first letters move, Escape closes, the focus returns to the button. */
export function Menu({ label, icon, items, align = "end", className }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger
        render={
          <IconButton aria-label={label} className={className}>
            {icon}
          </IconButton>
        }
      />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-50">
          <Base.Popup aria-label={label} className={`${popupStyles} w-max min-w-48 max-w-72`}>
            {items.map((item, place) => (
              <Base.Item
                key={place}
                disabled={item.disabled}
                onClick={item.onSelect}
                className={itemStyles(
                  item.tone === "danger" ? "text-danger-ink" : "text-ink [&_svg]:text-ink-muted",
                )}
              >
                {item.icon}
                <span className="min-w-0 break-words">{item.label}</span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
