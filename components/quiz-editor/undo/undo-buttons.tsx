"use client";

import { Redo2, Undo2 } from "lucide-react";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";

type UndoButtonsProps = { canUndo: boolean; canRedo: boolean; onUndo: () => void; onRedo: () => void };

export function UndoButtons({ canUndo, canRedo, onUndo, onRedo }: UndoButtonsProps) {
  return (
    <div className="flex shrink-0 items-center">
      <HintButton
        aria-label="Undo the last change"
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo}
        onClick={onUndo}
      >
        <Undo2 aria-hidden="true" />
      </HintButton>
      <HintButton
        aria-label="Redo the last change"
        aria-keyshortcuts="Control+Shift+Z"
        disabled={!canRedo}
        onClick={onRedo}
      >
        <Redo2 aria-hidden="true" />
      </HintButton>
    </div>
  );
}
