import type { ReactNode } from "react";

/** Something the editor can do, for the menu, the palette and the list of keys alike. */
export interface Command {
  name: string;
  /** As written on keyboards: "Ctrl+Z". */
  keys?: string;
  icon?: ReactNode;
  run: () => void;
  disabled?: boolean;
  /** Whether it stands in the menu of the header, too. */
  inMenu?: boolean;
}

/** Keys of the editor that are pressed where they have a place of their own, such as in the list. */
export const KEYS_IN_PLACE: readonly { keys: string; does: string }[] = [
  { keys: "↑ ↓", does: "In the list: the question before, the one after" },
  { keys: "Alt+↑ Alt+↓", does: "In the list: moves the question" },
  { keys: "Space", does: "On a question’s grip: picks it up, then puts it down" },
  { keys: "Ctrl+B Ctrl+I", does: "In a text: bold, italic" },
  { keys: "Enter", does: "In an option: the next one" },
];

/** The commands that contain every typed word, in any order; those that begin with the first word come first. */
export function fitting<Named extends { name: string }>(all: readonly Named[], typed: string): Named[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const begins = (name: string) =>
    words[0] !== undefined && name.toLowerCase().startsWith(words[0]) ? 0 : 1;
  return all
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => begins(a.name) - begins(b.name));
}
