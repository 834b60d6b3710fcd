"use client";

import { type ReactNode, startTransition, useDeferredValue, useEffect, useMemo, useState } from "react";
import { podiumShow } from "#components/leaderboard/podium-show.ts";
import { shownBoard } from "#lib/client/board/shown-board.ts";
import { useBoard } from "#lib/client/board/use-board.ts";
import { useServerClock } from "#lib/client/connection/use-live-state.ts";
import { placeWords } from "../announcement.ts";
import { Announcer } from "../announcer.tsx";
import { PadShell } from "../pad-shell.tsx";
import { useWording } from "../use-wording.ts";
import { DrumRoll } from "./drum-roll.tsx";
import { isOnPodium, loadConfetti, type PodiumProps, PodiumScreen } from "./podium-screen.tsx";
import { isCelebrated } from "./team-podium.tsx";
import { useOwnTeam } from "./team-standings.tsx";

type PodiumPhaseProps = Omit<PodiumProps, "board" | "team"> & {
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
  const wonAtMs = useMemo(() => {
    const { top, of } = shownBoard(board, players);
    return sinceMs + podiumShow(top, of).wonAtMs;
  }, [board, players, sinceMs]);
  const [known, setKnown] = useState(() => serverNow() >= wonAtMs);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setKnown(true)), Math.max(0, wonAtMs - serverNow()));
    return () => clearTimeout(timer);
  }, [wonAtMs, serverNow]);
  const { rank, you } = podium;
  const team = useOwnTeam(you.teamId);
  const onPodium = team ? isCelebrated(team) : isOnPodium(rank, you);
  useEffect(() => {
    // The moment itself has enough to do without reading code.
    if (onPodium) loadConfetti().catch(() => {});
  }, [onPodium]);
  const ownWords =
    rank === null || players < 2 ? wording.t("ended.thanks") : placeWords(rank, players, you, wording);
  const resultWords =
    team && team.standing.score > 0
      ? `${wording.t("team.place", { place: wording.ordinal(team.rank), teams: team.teams })}. ${ownWords}`
      : ownWords;
  return (
    <>
      <Announcer text={known ? resultWords : ""} />
      <PadShell key={known ? "known" : "secret"} header={header} footer={footer}>
        {known ? (
          <PodiumScreen {...podium} board={board} team={team} />
        ) : (
          <DrumRoll name={you.name} avatar={you.avatar} />
        )}
      </PadShell>
    </>
  );
}
