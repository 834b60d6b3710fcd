"use client";

import { useTranslations } from "next-intl";
import { useWordedView } from "#components/answers/use-worded-view.ts";
import { useRoom } from "#components/room/use-room.ts";
import { useBoard } from "#lib/client/use-board.ts";
import { useCountdown } from "#lib/client/use-countdown.ts";
import { useConnection, useRoster, useServerClock, useView } from "#lib/client/use-live-state.ts";
import { useWakeLock } from "#lib/client/use-wake-lock.ts";
import { ConnectionMark } from "./connection-mark.tsx";
import { FloatingReactions } from "./floating-reactions.tsx";
import { joinAddress } from "./join-address.ts";
import { PausedVeil } from "./paused-veil.tsx";
import { Scene } from "./scene.tsx";
import type { Veil } from "./screen-keys.ts";
import { StageNotice } from "./stage-notice.tsx";
import { StageRefusal } from "./stage-refusal.tsx";
import { NOBODY, useBoardBefore } from "./use-board-before.ts";
import { useLastReveal } from "./use-last-reveal.ts";
import { Veils } from "./veils.tsx";

/** The stage of one session. Once something was shown it is never blank again, whatever the connection does. */
export function Stage({ pin, veil }: { pin: string; veil: Veil | null }) {
  const t = useTranslations("screen.lost");
  const view = useWordedView(useView());
  const board = useBoard();
  const roster = useRoster();
  const countdown = useCountdown(view?.phase);
  const { serverNow } = useServerClock();
  const { state } = useConnection();
  const boardBefore = useBoardBefore(view?.phase ?? null, board?.top ?? NOBODY);
  const solved = useLastReveal(view);
  useRoom(pin, view?.room);
  useWakeLock(true);

  if (!view) {
    if (state.name === "closed") return <StageRefusal reason={state.reason} />;
    return <StageNotice title={t("connecting")} />;
  }
  const address = joinAddress(location, view.joinUrl);
  return (
    <>
      <div className="contents" inert={veil !== null}>
        <Scene
          view={view}
          board={board}
          boardBefore={boardBefore}
          roster={roster}
          answered={view.answered}
          countdown={countdown}
          serverNow={serverNow}
          address={address}
        />
      </div>
      {view.phase.name === "paused" && <PausedVeil />}
      {veil && <Veils veil={veil} view={view} board={board} solved={solved} address={address} />}
      <FloatingReactions />
      <ConnectionMark />
    </>
  );
}
