"use client";

import { useDeferredValue, useEffect, useLayoutEffect, useMemo } from "react";
import { useWordedView } from "#components/answers/use-worded-view.ts";
import { ConnectionBanner } from "#components/connection/connection-banner.tsx";
import { useEarlyPictures } from "#components/media/early-pictures.ts";
import { ON_PHONES } from "#components/media/media-url.ts";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { useRoom } from "#components/room/use-room.ts";
import { useLiveRank } from "#lib/client/board/use-board.ts";
import { useConnection, useView, useYou } from "#lib/client/connection/use-live-state.ts";
import { useWakeLock } from "#lib/client/use-wake-lock.ts";
import { announcement } from "./announcement.ts";
import { Announcer } from "./announcer.tsx";
import { takeOverEarly } from "./early/early-layer.ts";
import { LiveGame } from "./live-game.tsx";
import { isPlaced } from "./own-place.ts";
import { PadShell } from "./pad-shell.tsx";
import { PausedSheet } from "./paused-sheet.tsx";
import { ClosedScreen, fetchLaterScreens, LeaveGuard } from "./screens/later-screens.tsx";
import { PhaseScreen } from "./screens/phase-screen.tsx";
import { applyPersonalSettings } from "./settings/personal-settings.ts";
import { useExtraTime } from "./settings/use-extra-time.ts";
import { useReadAloud } from "./settings/use-read-aloud.ts";
import type { KeptSeat } from "./use-seat.ts";
import { useWording } from "./use-wording.ts";
import { Waiting } from "./waiting.tsx";

type PlayerPadProps = { pin: string; seat: KeptSeat };

/** The participant's whole screen. What to show follows from the view alone, so a reload resumes in place. */
export function PlayerPad({ pin, seat }: PlayerPadProps) {
  const wording = useWording();
  const { you, rank, ...room } = useKnown();
  const view = useWordedView(room.view);
  const { state } = useConnection();
  const notJoined =
    (state.name === "closed" && state.reason === "not_joined") ||
    (state.name === "live" && view !== null && !you);
  const over = view?.phase.name === "ended" || state.name === "closed";
  const playing = view !== null && you !== null && !over;

  const { refusal, onNotJoined, onSeated } = seat;
  useEffect(() => {
    if (notJoined) onNotJoined();
  }, [notJoined, onNotJoined]);
  useEffect(() => {
    if (playing) onSeated();
  }, [playing, onSeated]);
  useEffect(() => {
    if (playing) return fetchLaterScreens();
  }, [playing]);
  useRoom(pin, view?.room);
  useEarlyPictures(view, ON_PHONES);
  const known = playing || over;
  useLayoutEffect(() => {
    if (known) takeOverEarly();
  }, [known]);
  useEffect(applyPersonalSettings, []);
  useExtraTime();
  const announced = view && you ? announcement(view, you, rank?.rank ?? null, wording) : "";
  useReadAloud(announced, view);
  useWakeLock(playing);

  if (refusal) return <ClosedScreen reason={refusal} pin={pin} />;
  if (notJoined) return <Waiting words={wording.t("seat.moment")} />;
  if (state.name === "closed" && !(state.reason === "ended" && view && you)) {
    return <ClosedScreen reason={state.reason} pin={pin} />;
  }
  if (!view || !you) {
    return (
      <PadShell body="center">
        <Waiting words={wording.t("seat.finding")} />
        <ConnectionBanner joinHref={`/join?pin=${pin}`} />
      </PadShell>
    );
  }
  const screen = (
    <LiveGame>
      <PhaseScreen view={view} you={you} rank={rank} over={over} />
    </LiveGame>
  );
  return (
    <QuizLanguage value={view.language}>
      <InPlainText question={view.question}>
        {view.rehearsal ? (
          <div className="[--ribbon:1.75rem]">
            <p className="sticky top-0 z-30 grid h-(--ribbon) place-items-center bg-accent font-semibold text-on-accent text-sm">
              {wording.t("rehearsal")}
            </p>
            {screen}
          </div>
        ) : (
          screen
        )}
      </InPlainText>
      {view.phase.name === "paused" && <PausedSheet />}
      <Announcer text={announced} />
      <LeaveGuard active={playing} />
      {!over && (
        <div className="safe-x pointer-events-none fixed inset-x-0 top-[calc(env(safe-area-inset-top)+4.25rem)] z-40 mx-auto max-w-xl *:pointer-events-auto *:shadow-float">
          <ConnectionBanner joinHref={`/join?pin=${pin}`} />
        </div>
      )}
    </QuizLanguage>
  );
}

/**
 * What this phone knows, drawn a little at a time: another phase is a whole screen, and on a slow phone making that in
 * one go would hold up what moves.
 */
function useKnown() {
  const view = useView();
  const you = useYou();
  const rank = useLiveRank();
  return useDeferredValue(
    useMemo(() => ({ view, you, rank: you && isPlaced(you) ? rank : null }), [view, you, rank]),
  );
}
