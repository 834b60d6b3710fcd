"use client";

import { ArrowLeft, Lock, Pause, WifiOff } from "lucide-react";
import Link from "next/link";
import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ThemeToggle } from "#components/ui/page/theme-toggle.tsx";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import { useRoster, useView } from "#lib/client/connection/use-live-state.ts";
import { counted, phaseWords } from "../phase-words.ts";
import { RemoteButton } from "../remote/remote-button.tsx";
import type { ControlRoomProps } from "./control-room-props.ts";
import { KeysButton } from "./keys/keys-button.tsx";
import { ScreenLink } from "./sharing/screen-link.tsx";
import { SharingSwitch } from "./sharing/sharing-switch.tsx";

export function RoomHeader({ quiz, presenterUrl, remote, sessionId, actions }: ControlRoomProps) {
  const view = useView();
  const roster = useRoster();
  const away = roster && view?.phase.name !== "ended" ? roster.away : 0;
  return (
    <header className="border-b bg-surface">
      <div className="safe-x mx-auto flex w-full max-w-7xl items-center gap-3 py-2.5">
        {!remote && (
          <Link
            href="/host"
            aria-label="Back to your quizzes; the session keeps running"
            title="Back to your quizzes"
            className="-ml-2 grid size-11 shrink-0 place-items-center rounded-md hover:bg-ink/8"
          >
            <ArrowLeft aria-hidden="true" className="size-5" />
          </Link>
        )}
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-semibold leading-tight">{withoutMarks(quiz.title)}</h1>
          {view && (
            <p role="status" className="numerals flex flex-wrap items-center gap-x-2 text-ink-muted text-sm">
              <span>{phaseWords(view.phase, view.questions)}</span>
              <span className="whitespace-nowrap">
                <span aria-hidden="true" className="me-2 max-sm:hidden">
                  ·
                </span>
                <span>{counted(view.players, "player")}</span>
              </span>
              {away > 0 && (
                <span className="inline-flex items-center gap-1 text-warning-ink">
                  <WifiOff aria-hidden="true" className="size-3.5" />
                  <span>{away.toLocaleString("en")}</span> reconnecting
                </span>
              )}
            </p>
          )}
        </div>
        {view?.phase.name === "paused" && (
          <Badge tone="accent" className="max-sm:hidden">
            <Pause aria-hidden="true" className="size-3.5" />
            Paused
          </Badge>
        )}
        {view?.locked && (
          <Badge tone="warning">
            <Lock aria-hidden="true" className="size-3.5" />
            Locked
          </Badge>
        )}
        {view && view.phase.name !== "lobby" && view.phase.name !== "ended" && (
          <span className="grid justify-items-end max-sm:hidden">
            <span className="text-ink-muted text-xs leading-none">PIN</span>
            <PinDisplay pin={view.pin} className="text-xl" />
          </span>
        )}
        {view?.phase.name !== "ended" && <SharingSwitch className="max-sm:hidden" />}
        {view?.phase.name !== "ended" && <ScreenLink presenterUrl={presenterUrl} />}
        {view && view.phase.name !== "ended" && !remote && (
          <RemoteButton sessionId={sessionId} view={view} actions={actions.remotes} />
        )}
        <KeysButton />
        <ThemeToggle className="max-sm:hidden" />
      </div>
    </header>
  );
}
