"use client";

import { type ReactNode, useState } from "react";

/** A toast's text with a way back; the way works once. */
export function UndoNote({ children, onUndo }: { children: ReactNode; onUndo: () => void }) {
  const [undone, setUndone] = useState(false);
  return (
    <span className="flex items-center justify-between gap-3">
      <span>{undone ? "It is back." : children}</span>
      {!undone && (
        <button
          type="button"
          onClick={() => {
            setUndone(true);
            onUndo();
          }}
          className="min-h-9 rounded-sm px-2 font-semibold text-accent-ink underline underline-offset-4 hover:bg-ink/5"
        >
          Undo
        </button>
      )}
    </span>
  );
}
