import { ArrowRight } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import type { EndSessionAction } from "../host-actions.ts";
import { counted } from "../phase-words.ts";
import { EndSession } from "./end-session.tsx";

export interface RunningSession {
  id: string;
  pin: string;
  title: string;
  where: string;
  players: number;
  /** The winners are told: all that is left is to end it. */
  over: boolean;
}

type RunningSessionsProps = {
  sessions: readonly RunningSession[] /** Null for who may only look. */;
  endSession: EndSessionAction | null;
};

/** Running sessions come before everything else: people are waiting. */
export function RunningSessions({ sessions, endSession }: RunningSessionsProps) {
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="running" className="grid gap-3">
      <h2 id="running" className="sr-only">
        Running now
      </h2>
      <ul className="grid gap-3">
        {sessions.map((session) => (
          <li
            key={session.id}
            data-theme="dark"
            className="stage flex flex-wrap items-center gap-x-6 gap-y-4 rounded-xl p-5 sm:px-6"
          >
            <div className="grid gap-1">
              <span className="text-ink-muted text-xs">PIN</span>
              <PinDisplay pin={session.pin} className="text-3xl text-accent-ink" />
            </div>
            <div className="grid min-w-0 flex-1 basis-52 gap-1">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <Badge tone="live">Running now</Badge>
                <span className="min-w-0 break-words font-semibold text-lg leading-tight">
                  {session.title}
                </span>
              </p>
              <p className="numerals text-ink-muted">{`${session.where} · ${counted(session.players, "player")}`}</p>
            </div>
            {endSession && (
              <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
                <EndSession
                  id={session.id}
                  title={session.title}
                  over={session.over}
                  endSession={endSession}
                />
                <ButtonLink href={`/host/sessions/${session.id}`} prefetch={false} className="max-sm:flex-1">
                  Open control room
                  <ArrowRight aria-hidden="true" className="size-5" />
                </ButtonLink>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
