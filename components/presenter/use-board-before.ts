import { useEffect, useRef } from "react";
import type { Standing } from "#lib/client/live-board.ts";
import type { PhaseView } from "#lib/session/phase.ts";

const NOBODY: readonly Standing[] = [];

/**
 * The standings that the room saw before the present ones: where the rows start from. Empty before the first question's,
 * so that the rows come in; undefined if this screen was not there.
 */
export function useBoardBefore(
  phase: PhaseView | null,
  top: readonly Standing[],
): readonly Standing[] | undefined {
  const seen = useRef<{ index: number; top: readonly Standing[] } | null>(null);
  const before = useRef<readonly Standing[] | undefined>(undefined);
  const inner = phase?.name === "paused" ? phase.phase : phase;
  const index = inner?.name === "standings" ? inner.index : null;
  const witnessed = useRef(false);
  if (inner && inner.name !== "standings") {
    witnessed.current = true;
    before.current = seen.current
      ? seen.current.top
      : inner.name !== "podium" && "index" in inner && inner.index === 0
        ? NOBODY
        : undefined;
  }
  useEffect(() => {
    if (index !== null && top.length > 0) seen.current = { index, top };
  }, [index, top]);
  return before.current;
}
