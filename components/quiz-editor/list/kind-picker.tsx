"use client";

import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { type KindName, kindNames } from "#lib/quiz/kinds/registry.ts";
import { KindIcon, kindHint, kindLabel } from "../kinds.tsx";

type KindPickerProps = { open: boolean; onPick: (kind: KindName) => void; onClose: () => void };

/** Chooses the kind of a new question. */
export function KindPicker({ open, onPick, onClose }: KindPickerProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Add a question" size="lg">
      <ul className="grid gap-2 sm:grid-cols-2 md:grid-cols-3">
        {kindNames.map((kind, place) => (
          <li key={kind}>
            <button
              type="button"
              data-autofocus={place === 0 || undefined}
              onClick={() => onPick(kind)}
              className="flex h-full w-full items-start gap-3 rounded-lg border-[1.5px] border-line bg-surface-raised p-3.5 text-left transition-colors hover:border-line-strong hover:bg-ink/4"
            >
              <span className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-ink">
                <KindIcon kind={kind} className="size-5" />
              </span>
              <span className="grid gap-0.5">
                <span className="font-semibold">{kindLabel(kind)}</span>
                <span className="text-ink-muted text-sm leading-snug">{kindHint(kind)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
