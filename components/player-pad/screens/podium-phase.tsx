"use client";

import { type ReactNode, startTransition, useDeferredValue, useEffect, useMemo, useState } from "react";
import { podiumShow } from "#components/leaderboard/podium-show.ts";
import { useBoard } from "#lib/client/board/use-board.ts";
import { useServerClock } from "#lib/client/connection/use-live-state.ts";
import { placeWords } from "../announcement.ts";
import { Announcer } from "../announcer.tsx";
import { PadShell } from "../pad-shell.tsx";
import { useWording } from "../use-wording.ts";
import { DrumRoll } from "./drum-roll.tsx";
import { isOnPodium, loadConfetti, type PodiumProps, PodiumScreen } from "./podium-screen.tsx";

type PodiumPhaseProps = Omit<PodiumProps, "board"> & {
  sinceMs: number;
  header: ReactNode;
  footer: ReactNode;
};

/** While the big screen goes from third to first, the phone keeps the secret; both follow the same show. */
export function PodiumPhase({ sinceMs, header, footer, ...podium }: PodiumPhaseProps) {
  const { players } = podium;
  const board = useDeferredValue(useBoard());
  const { serverNow } = useServerClock();
  const wording = useWording();
  const wonAtMs = useMemo(
    () => sinceMs + podiumShow(board?.top ?? [], players).wonAtMs,
    [board, players, sinceMs],
  );
  const [known, setKnown] = useState(() => serverNow() >= wonAtMs);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setKnown(true)), Math.max(0, wonAtMs - serverNow()));
    return () => clearTimeout(timer);
  }, [wonAtMs, serverNow]);
  const { rank, you } = podium;
  const onPodium = isOnPodium(rank, you);
  useEffect(() => {
    // The moment itself has enough to do without reading code.
    if (onPodium) loadConfetti().catch(() => {});
  }, [onPodium]);
  const resultWords =
    rank === null || players < 2 ? wording.t("ended.thanks") : placeWords(rank, players, you, wording);
  return (
    <>
      <Announcer text={known ? resultWords : ""} />
      <PadShell key={known ? "known" : "secret"} header={header} footer={footer}>
        {known ? (
          <PodiumScreen {...podium} board={board} />
        ) : (
          <DrumRoll name={you.name} avatar={you.avatar} />
        )}
      </PadShell>
    </>
  );
}
