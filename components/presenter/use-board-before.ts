import { useState } from "react";
import type { Standing } from "#lib/client/board/live-board.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";

export const NOBODY: readonly Standing[] = [];

interface Memory {
  /** The question whose standings are on; null between them. */
  index: number | null;
  /** The newest standings the room has seen; undefined if this screen does not know, as after a reload. */
  shown: readonly Standing[] | undefined;
  /** Those it had seen before the present ones came on. */
  before: readonly Standing[] | undefined;
}

const BLANK: Memory = { index: null, shown: undefined, before: undefined };

/** Where the rows of the standings start from: what the room saw last. Empty for the first standings of a quiz. */
export function useBoardBefore(
  phase: PhaseView | null,
  top: readonly Standing[],
): readonly Standing[] | undefined {
  const [memory, setMemory] = useState(BLANK);
  const next = remember(memory, phase, top);
  if (next !== memory) setMemory(next);
  return next.before;
}

/** The memory after this phase and board were shown; the same object if nothing has changed. */
export function remember(memory: Memory, phase: PhaseView | null, top: readonly Standing[]): Memory {
  const inner = phase && runningPhase(phase);
  if (inner?.name === "standings") {
    if (memory.index !== inner.index) return { index: inner.index, shown: top, before: memory.shown };
    return memory.shown === top ? memory : { ...memory, shown: top };
  }
  const begins =
    inner?.name === "lobby" || ((inner?.name === "question" || inner?.name === "slide") && inner.index === 0);
  const shown = begins ? NOBODY : memory.shown;
  if (memory.index === null && memory.shown === shown) return memory;
  return { index: null, shown, before: memory.before };
}
