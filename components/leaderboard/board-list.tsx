"use client";

import { AnimatePresence } from "motion/react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Standing } from "#lib/client/board/live-board.ts";
import { BoardRow, type BoardSize } from "./board-row.tsx";
import { Moving } from "./moving.tsx";
import { rankChanges } from "./rank-changes.ts";

type BoardListProps = {
  /** Best first. */
  standings: readonly Standing[];
  /** "stage" takes the height of a row from `--row`; "compact" is for the control room and phones. */
  size: BoardSize;
  highlightPlayerId?: string;
  /** The standings seen before. The list starts there, and the rows travel to the new ones a moment later. */
  previous?: readonly Standing[];
  className?: string;
};

/** Long enough to find one's name in the old order. */
const HOLD_MS = 600;

/** The board. Rows travel when places change, scores count up, and arrows tell who rose. */
export function BoardList({ standings, size, highlightPlayerId, previous, className }: BoardListProps) {
  const t = useTranslations("board");
  const arrived = useArrival(previous);
  const shown = arrived ? standings : (previous ?? standings);
  const changes = useMemo(() => rankChanges(previous ?? [], standings), [previous, standings]);
  const order = shown.map((standing) => standing.playerId).join(" ");
  const longest = Math.max(0, ...shown.map(({ name }) => name.length));
  const best = Math.max(1, ...shown.map((standing) => standing.score));
  return (
    <Moving>
      <ol
        aria-label={t("title")}
        className={classNames(
          "relative grid content-start",
          size === "stage" ? "gap-[calc(var(--row)*0.12)]" : "gap-1",
          className,
        )}
      >
        <AnimatePresence initial={false} mode="popLayout">
          {shown.map((standing) => (
            <BoardRow
              key={standing.playerId}
              standing={standing}
              order={order}
              size={size}
              share={Math.max(0, standing.score) / best}
              change={changes.size === 0 ? null : arrived ? changes.get(standing.playerId) : undefined}
              highlighted={standing.playerId === highlightPlayerId}
              narrow={narrowNames(longest)}
              countsFrom={previous?.length === 0 ? 0 : undefined}
            />
          ))}
        </AnimatePresence>
      </ol>
    </Moving>
  );
}

/** Where the board is too narrow for a name, every row uses smaller lines, two if need be: players want to read their whole name. */
function narrowNames(longest: number): string | undefined {
  if (longest > 15)
    return "@max-[21em]:line-clamp-2 @max-[21em]:whitespace-normal @max-[21em]:break-words @max-[21em]:py-0 @max-[21em]:text-[0.82em] @max-[21em]:leading-[1.2]";
  if (longest > 10)
    return "@max-[18.5em]:line-clamp-2 @max-[18.5em]:whitespace-normal @max-[18.5em]:break-words @max-[18.5em]:py-0 @max-[18.5em]:text-[0.82em] @max-[18.5em]:leading-[1.2]";
  return undefined;
}

/** False while the old standings are held, true from then on. */
function useArrival(previous: readonly Standing[] | undefined): boolean {
  const [arrived, setArrived] = useState(previous === undefined);
  const holdMs = previous?.length ? HOLD_MS : 0;
  useEffect(() => {
    if (arrived) return;
    const timer = setTimeout(() => setArrived(true), holdMs);
    return () => clearTimeout(timer);
  }, [arrived, holdMs]);
  return arrived;
}
