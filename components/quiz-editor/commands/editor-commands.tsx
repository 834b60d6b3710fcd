import {
  ArrowDown,
  ArrowUp,
  History,
  Keyboard,
  LibraryBig,
  ListChecks,
  MonitorSmartphone,
  Play,
  Plus,
  Redo2,
  Search,
  Settings2,
  Undo2,
} from "lucide-react";
import type { Command } from "./commands.ts";

export type DialogName = "kind" | "start" | "details" | "history" | "take" | "copy" | "palette" | "keys";

interface Doing {
  undo: (() => void) | null;
  redo: (() => void) | null;
  open: (dialog: DialogName) => void;
  /** Whether the server has the quiz. */
  stored: boolean;
  canStart: boolean;
  before: (() => void) | null;
  after: (() => void) | null;
  playFromHere: (() => void) | null;
  startPicking: (() => void) | null;
}

/** The commands of the editor, in the order of its menu. Null disables a command for now. */
export function editorCommands(doing: Doing): Command[] {
  const { open, stored } = doing;
  return [
    command("Add a question…", "Ctrl+Enter", <Plus aria-hidden="true" />, () => open("kind")),
    {
      ...command("Add questions from other quizzes…", null, <LibraryBig aria-hidden="true" />, () =>
        open("take"),
      ),
      inMenu: true,
    },
    {
      ...command("Select several questions", null, <ListChecks aria-hidden="true" />, doing.startPicking),
      inMenu: true,
    },
    {
      ...command(
        "Earlier versions…",
        null,
        <History aria-hidden="true" />,
        stored ? () => open("history") : null,
      ),
      inMenu: true,
    },
    command("About this quiz…", null, <Settings2 aria-hidden="true" />, () => open("details")),
    command("Undo", "Ctrl+Z", <Undo2 aria-hidden="true" />, doing.undo),
    command("Redo", "Ctrl+Shift+Z Ctrl+Y", <Redo2 aria-hidden="true" />, doing.redo),
    command("Question before", "Alt+PageUp", <ArrowUp aria-hidden="true" />, doing.before),
    command("Question after", "Alt+PageDown", <ArrowDown aria-hidden="true" />, doing.after),
    command("Play from here", null, <MonitorSmartphone aria-hidden="true" />, doing.playFromHere),
    command("Start…", null, <Play aria-hidden="true" />, doing.canStart ? () => open("start") : null),
    {
      ...command("Find a command or question…", "Ctrl+K", <Search aria-hidden="true" />, () =>
        open("palette"),
      ),
      inMenu: true,
    },
    { ...command("Keys", null, <Keyboard aria-hidden="true" />, () => open("keys")), inMenu: true },
  ];
}

function command(
  name: string,
  keys: string | null,
  icon: React.ReactNode,
  run: (() => void) | null,
): Command {
  return { name, icon, run: run ?? (() => {}), disabled: run === null, ...(keys === null ? {} : { keys }) };
}
