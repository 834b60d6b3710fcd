"use client";

import { useEffect, useMemo, useState } from "react";
import { podiumShow } from "#components/leaderboard/podium-show.ts";
import { shownBoard } from "#lib/client/board/shown-board.ts";
import { useBoard } from "#lib/client/board/use-board.ts";
import { useServerClock } from "#lib/client/connection/use-live-state.ts";
import { isOpened } from "#lib/client/time/countdown.ts";
import { useCountdown } from "#lib/client/time/use-countdown.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Moment } from "./control.ts";

/** The part of a phase that the clock alone decides, by the server's time. */
export function useMoment({ phase, players }: View): Moment {
  const opened = isOpened(useCountdown(phase));
  const board = useBoard();
  const { serverNow } = useServerClock();
  const toldAtMs = useMemo(() => {
    const { top, of } = shownBoard(board, players);
    return phase.name === "podium" ? phase.sinceMs + podiumShow(top, of).restAtMs : 0;
  }, [phase, board, players]);
  // An instant, not a yes or no: the first picture of a podium that is still to be told must not be that of the phase before.
  const [reachedMs, setReachedMs] = useState(serverNow);
  useEffect(() => {
    const waitMs = toldAtMs - serverNow();
    const reach = () => setReachedMs(Math.max(toldAtMs, serverNow()));
    if (waitMs <= 0) return reach();
    const timer = setTimeout(reach, waitMs);
    return () => clearTimeout(timer);
  }, [toldAtMs, serverNow]);
  return { opened, told: toldAtMs <= reachedMs };
}
