"use client";

import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { boardKey, type LiveBoard } from "./live-board.ts";
import { useLive } from "./live-provider.tsx";
import { type LiveRank, liveRank } from "./live-rank.ts";
import { useConnection, useView, useYou } from "./use-live-state.ts";

/** The head of the standings: pushed by the socket, or polled while that is away. Null until it came. */
export function useBoard(): LiveBoard | null {
  return useQuery(useBoardQuery<LiveBoard>((board) => board)).data ?? null;
}

/** The player's rank as of the latest board; null while it cannot be known. */
export function useLiveRank(): LiveRank | null {
  const you = useYou();
  const fromBoard = useQuery(useBoardQuery<LiveRank | null>((board) => liveRank(you, board))).data;
  return fromBoard ?? liveRank(you, null);
}

const SLOW_MS = 5_000;

function useBoardQuery<T>(select: (board: LiveBoard) => T): UseQueryOptions<LiveBoard, Error, T> {
  const live = useLive();
  const sessionId = useView((view) => view?.sessionId ?? null);
  const { polling } = useConnection();
  const wanted = sessionId !== null && polling !== "off";
  return {
    queryKey: boardKey(sessionId ?? ""),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
    retry: false,
    refetchInterval: (query) => {
      if (!wanted) return false;
      return query.state.status === "error" ? SLOW_MS : live.poller.everyMs;
    },
    async queryFn() {
      const reply = await live.api.board(live.pin() ?? "");
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value;
    },
    select,
  };
}
