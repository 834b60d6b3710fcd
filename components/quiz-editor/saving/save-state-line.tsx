"use client";

import { Check, CloudOff, GitFork, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "#components/ui/spinner.tsx";
import { useHydrated } from "#lib/client/use-hydrated.ts";
import type { SaveState } from "./use-autosave.ts";

type SaveStateLineProps = {
  state: SaveState;
  /** Whether this browser could keep what the server does not have yet. */
  kept: boolean;
  /** Things to finish before it can be played. */
  problems: number;
  onShowProblem: () => void;
  onShowConflict: () => void;
  /** Of a quiz that was deleted elsewhere. */
  onKeepQuiz: () => void;
};

/** Where the quiz stands between the keyboard and the server, and what it still lacks: buttons that lead there. */
export function SaveStateLine(props: SaveStateLineProps) {
  const { state, problems, onShowProblem } = props;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 font-medium text-ink-muted text-sm">
      <span aria-live="polite" className="flex min-w-0 items-center gap-2">
        <Where {...props} />
      </span>
      {problems > 0 && state.name !== "untouched" && state.name !== "conflict" && (
        <LineButton onClick={onShowProblem} className="text-warning-ink">
          <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
          <span>{problems === 1 ? "1 thing to finish" : `${problems} things to finish`}</span>
        </LineButton>
      )}
    </div>
  );
}

function Where({ state, kept, onShowConflict, onKeepQuiz }: SaveStateLineProps) {
  const hydrated = useHydrated();
  const safe = kept ? "Kept in this browser until then." : "Leave this page open.";
  switch (state.name) {
    case "untouched":
      return <span className="max-sm:hidden">Saves automatically</span>;
    case "saved":
      // Before its scripts run, the page saves nothing that is typed.
      if (!hydrated) return null;
      return (
        <>
          <Check aria-hidden="true" className="size-4" />
          <span>Saved</span>
        </>
      );
    case "saving":
      return (
        <>
          <Spinner label="" />
          <span>Saving…</span>
        </>
      );
    case "conflict":
      return (
        <LineButton onClick={onShowConflict} className="text-warning-ink">
          <GitFork aria-hidden="true" className="size-4 shrink-0" />
          <span>{`Not saved: ${state.count === 1 ? "1 change" : `${state.count} changes`} to decide`}</span>
        </LineButton>
      );
    case "offline":
      return <NotSaved>{`Not saved: you are offline. ${safe}`}</NotSaved>;
    case "unreachable":
      return <NotSaved>{`Not saved: the server cannot be reached. ${safe}`}</NotSaved>;
    case "signedOut":
      return (
        <NotSaved>
          <span>Not saved: you are signed out. </span>
          <a href="/sign-in?next=/host" target="_blank" rel="noreferrer" className={LINK}>
            Sign in again in a new window
          </a>
          <span>{`, then come back. ${safe}`}</span>
        </NotSaved>
      );
    case "gone":
      return (
        <NotSaved>
          <span>Not saved: this quiz was deleted in another window. </span>
          <button type="button" onClick={onKeepQuiz} className={LINK}>
            Keep it
          </button>
        </NotSaved>
      );
    case "refused":
      return <NotSaved>{`Not saved: ${state.message} Trying again…`}</NotSaved>;
    default:
      return state satisfies never;
  }
}

const LINK = "font-semibold underline underline-offset-4";

function NotSaved({ children }: { children: ReactNode }) {
  return (
    <span className="flex min-w-0 items-start gap-2 text-danger-ink">
      <CloudOff aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

function LineButton({
  onClick,
  className,
  children,
}: {
  onClick: () => void;
  className: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={`flex min-h-9 items-center gap-2 rounded-sm px-2 text-left underline decoration-current/40 underline-offset-4 hover:bg-ink/5 ${className}`}
    >
      {children}
    </button>
  );
}
