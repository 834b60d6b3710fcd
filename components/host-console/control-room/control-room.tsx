"use client";

import { useEffect, useRef } from "react";
import { ConnectionBanner } from "#components/connection/connection-banner.tsx";
import { ServerTrouble } from "#components/host-console/server-trouble.tsx";
import { QuizLanguage } from "#components/rich-text/quiz-language.ts";
import { LettersShown } from "#components/ui/options/letters-shown.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { LiveProvider } from "#lib/client/connection/live-provider.tsx";
import { useConnection, useHealth, useView } from "#lib/client/connection/use-live-state.ts";
import { useWakeLock } from "#lib/client/use-wake-lock.ts";
import { questionIndexOf } from "#lib/session/phases/phase.ts";
import { RemoteOver } from "../remote/remote-page.tsx";
import { ControlBar } from "./bar/control-bar.tsx";
import type { ControlRoomProps } from "./control-room-props.ts";
import { RoomPanels } from "./panels/room-panels.tsx";
import { DoorRequests } from "./people/door-requests.tsx";
import { RoomHeader } from "./room-header.tsx";
import { useCommands } from "./use-commands.ts";

/** The host's remote control: a view of the session and buttons. Close it, reload it, open it elsewhere: same state. */
export function ControlRoom(props: ControlRoomProps) {
  return (
    <LiveProvider as="host" sessionId={props.sessionId} pin={props.pin}>
      <QuizLanguage value={props.quiz.language}>
        <ControlRoomContent {...props} />
      </QuizLanguage>
    </LiveProvider>
  );
}

function ControlRoomContent(props: ControlRoomProps) {
  const view = useView();
  const commands = useCommands(props.sessionId, props.actions.command);
  const { state } = useConnection();
  useWakeLock(view !== null && view.phase.name !== "ended");
  usePhaseFromItsTop(view && `${view.phase.name} ${questionIndexOf(view.phase)}`);
  if (props.remote && state.name === "closed")
    return (
      <RemoteOver why={view?.phase.name === "ended" || state.reason === "ended" ? "ended" : "removed"} />
    );
  return (
    <LettersShown value={view?.settings.shuffle.options !== true}>
      <div className="flex min-h-dvh flex-col">
        <RoomHeader {...props} />
        <main className="safe-x mx-auto grid w-full max-w-7xl flex-1 content-start gap-4 py-4 lg:py-6">
          <Notices />
          <DoorRequests sessionId={props.sessionId} answerSeat={props.actions.answerSeat} />
          {view ? <RoomPanels {...props} view={view} commands={commands} /> : <Waiting />}
        </main>
        {view && <ControlBar {...props} view={view} commands={commands} />}
      </div>
    </LettersShown>
  );
}

/** Scrolls to the top at each new phase, since the question may be above the window. */
function usePhaseFromItsTop(phase: string | null): void {
  const before = useRef(phase);
  useEffect(() => {
    const come = before.current !== null && before.current !== phase;
    before.current = phase;
    if (come) scrollTo({ top: 0, behavior: "instant" });
  }, [phase]);
}

function Notices() {
  const health = useHealth();
  const { state } = useConnection();
  const trouble = {
    writes: health?.writes === "refused",
    database: health?.database === "degraded",
    boards: health?.leaderboard === "degraded" || health?.bus === "degraded",
  };
  return (
    <div className="grid gap-2 empty:hidden">
      <ConnectionBanner />
      {state.name === "live" && <ServerTrouble {...trouble} />}
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-4 lg:grid-cols-[1fr_20rem]">
      <span role="status" className="sr-only">
        Loading the session
      </span>
      <Skeleton className="h-72" />
      <Skeleton className="h-72" />
    </div>
  );
}
