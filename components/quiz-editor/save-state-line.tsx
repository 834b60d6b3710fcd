"use client";

import { Check, TriangleAlert } from "lucide-react";
import { Spinner } from "#components/ui/spinner.tsx";
import type { SaveState } from "./use-autosave.ts";

/** Where the quiz stands between the keyboard and the server. The problems are a button that leads to the first one. */
export function SaveStateLine({ state, onShowProblem }: { state: SaveState; onShowProblem: () => void }) {
  return (
    <div aria-live="polite" className="flex min-w-0 items-center gap-2 font-medium text-ink-muted text-sm">
      {state.name === "untouched" && <span className="max-sm:hidden">Saves by itself</span>}
      {state.name === "saved" && (
        <>
          <Check aria-hidden="true" className="size-4 text-success-ink" /> Saved
        </>
      )}
      {state.name === "saving" && (
        <>
          <Spinner label="" /> Saving…
        </>
      )}
      {state.name === "failed" && (
        <span className="flex items-center gap-2 text-danger-ink">
          <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
          <span>{`Not saved: ${state.message} Trying again…`}</span>
        </span>
      )}
      {state.name === "problems" && (
        <button
          type="button"
          onClick={onShowProblem}
          className="flex min-h-9 items-center gap-2 rounded-sm px-2 text-warning-ink underline decoration-current/40 underline-offset-4 hover:bg-ink/5"
        >
          <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
          <span>{state.count === 1 ? "1 thing to finish" : `${state.count} things to finish`}</span>
          <span className="font-normal text-ink-muted no-underline max-lg:hidden">kept in this browser</span>
        </button>
      )}
    </div>
  );
}
