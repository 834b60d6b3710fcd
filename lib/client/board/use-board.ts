"use client";

import { useMemo } from "react";
import { useSlice } from "../connection/use-live-state.ts";
import type { LiveBoard } from "./live-board.ts";
import { type LiveRank, liveRank } from "./live-rank.ts";

/** The head of the standings: pushed by the socket, or polled while that is away. Null until it came. */
export function useBoard(): LiveBoard | null {
  return useSlice(({ board }) => board);
}

/** The player's rank as of the latest board; null while it cannot be known. */
export function useLiveRank(): LiveRank | null {
  // One number, negative for an estimate, so that a board which leaves the rank as it was draws nothing anew.
  const known = useSlice(({ you, board }) => {
    const live = liveRank(you, board);
    return live && (live.exact ? live.rank : -live.rank);
  });
  return useMemo(() => (known === null ? null : { rank: Math.abs(known), exact: known > 0 }), [known]);
}
