"use client";

import {
  ArrowDownToLine,
  ArrowUpToLine,
  ChevronDown,
  ChevronUp,
  Copy,
  Ellipsis,
  FolderOutput,
  Trash2,
} from "lucide-react";
import { Button } from "#components/ui/buttons/button.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { Menu } from "#components/ui/overlays/menu.tsx";
import type { BlockMove, DraftChange } from "../draft.ts";

type SelectionBarProps = {
  /** Keys of the questions that are picked. */
  picked: readonly string[];
  onPickAll: () => void;
  onDone: () => void;
  onChange: (change: DraftChange) => void;
  onRemove: (keys: readonly string[]) => void;
  onCopy: () => void;
};

const KEEP = -1;
const TIMES = [
  { value: KEEP, label: "Set the time…" },
  ...[5, 10, 20, 30, 60, 90, 120, 240].map((value) => ({ value, label: `${value} seconds` })),
];
const POINTS = [
  { value: KEEP, label: "Set the points…" },
  { value: 0, label: "None" },
  { value: 1, label: "Normal" },
  { value: 2, label: "Double" },
];

/** The actions on several questions at once. */
export function SelectionBar(props: SelectionBarProps) {
  const { picked, onPickAll, onDone, onChange, onRemove, onCopy } = props;
  const none = picked.length === 0;
  const move = (to: BlockMove) => () => onChange({ change: "moveMany", keys: picked, to });
  return (
    <section
      aria-label="Selected questions"
      className="grid w-full gap-2.5 rounded-lg bg-surface-raised p-3 shadow-card ring-1 ring-line"
    >
      <div className="flex items-center justify-between gap-2">
        <p role="status" className="font-semibold text-sm">
          {none ? "Select questions" : picked.length === 1 ? "1 selected" : `${picked.length} selected`}
        </p>
        <div className="flex items-center">
          <Button variant="ghost" onClick={onPickAll} className="px-3!">
            All
          </Button>
          <Menu
            label="More for the selected questions"
            icon={<Ellipsis aria-hidden="true" />}
            items={[
              {
                label: "To the top",
                icon: <ArrowUpToLine aria-hidden="true" />,
                onSelect: move("top"),
                disabled: none,
              },
              { label: "Up", icon: <ChevronUp aria-hidden="true" />, onSelect: move("up"), disabled: none },
              {
                label: "Down",
                icon: <ChevronDown aria-hidden="true" />,
                onSelect: move("down"),
                disabled: none,
              },
              {
                label: "To the end",
                icon: <ArrowDownToLine aria-hidden="true" />,
                onSelect: move("end"),
                disabled: none,
              },
              {
                label: "Duplicate",
                icon: <Copy aria-hidden="true" />,
                onSelect: () => onChange({ change: "duplicateMany", keys: picked }),
                disabled: none,
              },
              {
                label: "To another quiz…",
                icon: <FolderOutput aria-hidden="true" />,
                onSelect: onCopy,
                disabled: none,
              },
              {
                label: "Delete",
                icon: <Trash2 aria-hidden="true" />,
                tone: "danger",
                onSelect: () => onRemove(picked),
                disabled: none,
              },
            ]}
          />
        </div>
      </div>
      {!none && (
        <div className="grid grid-cols-2 gap-2 lg:grid-cols-1">
          <Select
            label="Time of the selected questions"
            hideLabel
            value={KEEP}
            choices={TIMES}
            onChange={(seconds) =>
              seconds !== KEEP && onChange({ change: "setMany", keys: picked, timeLimitMs: seconds * 1_000 })
            }
          />
          <Select
            label="Points of the selected questions"
            hideLabel
            value={KEEP}
            choices={POINTS}
            onChange={(points) =>
              points !== KEEP && onChange({ change: "setMany", keys: picked, points: points as 0 | 1 | 2 })
            }
          />
        </div>
      )}
      <Button variant="secondary" onClick={onDone}>
        Done
      </Button>
    </section>
  );
}
