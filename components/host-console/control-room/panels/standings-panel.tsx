"use client";

import type { ReactNode } from "react";
import { BoardList } from "#components/leaderboard/board-list.tsx";
import { shownBoard } from "#lib/client/board/shown-board.ts";
import { useBoard } from "#lib/client/board/use-board.ts";

type StandingsPanelProps = { shown: number; title?: string; aside?: ReactNode; empty?: string | undefined };

/** The head of the board, live. */
export function StandingsPanel({
  shown,
  title = "Standings",
  aside,
  empty = "Points appear here with the first right answers.",
}: StandingsPanelProps) {
  const board = useBoard();
  const scored = board?.top.some(({ score }) => score > 0) ?? false;
  return (
    <section aria-label={title} className="grid content-start gap-3">
      <div className="flex items-center justify-between gap-4">
        <h2 className="display text-xl">{title}</h2>
        {aside}
      </div>
      {board?.teams && scored && (
        <>
          <BoardList standings={shownBoard(board, 0).top} size="compact" />
          <h3 className="mt-2 font-semibold text-ink-muted text-sm">Players</h3>
        </>
      )}
      {board && board.top.length > 0 && scored ? (
        <BoardList standings={board.top.slice(0, shown)} size="compact" />
      ) : (
        <p className="text-ink-muted">{empty}</p>
      )}
    </section>
  );
}
