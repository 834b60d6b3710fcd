"use client";

import { MonitorPlay } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import { endSession, type OpenSession } from "./operator-api.ts";
import { useDoing } from "./use-doing.ts";
import { placeWords, span } from "./words.ts";

interface OpenSessionsProps {
  sessions: readonly OpenSession[];
  nowMs: number;
  onDone(): void;
}

/** All sessions that are open, of all hosts. */
export function OpenSessions({ sessions, nowMs, onDone }: OpenSessionsProps) {
  const [ending, setEnding] = useState<OpenSession | null>(null);
  const { working, doing } = useDoing();
  return (
    <section aria-labelledby="open-sessions" className="grid gap-4">
      <h2 id="open-sessions" className="display text-2xl">
        Open sessions
      </h2>
      {sessions.length === 0 ? (
        <EmptyState
          icon={<MonitorPlay />}
          title="Nothing is being played"
          className="rounded-xl border bg-surface"
        >
          Sessions of all hosts stand here while they are open.
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-xl border bg-surface" aria-labelledby="open-sessions">
          {sessions.map((session) => (
            <li key={session.id} className="flex flex-wrap items-center gap-x-5 gap-y-3 px-5 py-4">
              <PinDisplay pin={session.pin} className="w-28 text-xl" />
              <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
                <span className="break-words font-semibold leading-snug">{session.title}</span>
                <span className="numerals text-ink-muted text-sm">
                  {`${placeWords(session)} · open for ${span(nowMs - session.createdAtMs)}${session.host ? ` · by ${session.host}` : ""}`}
                </span>
              </div>
              <span className="numerals text-ink-muted text-sm">
                {`${session.connected.players.toLocaleString("en")} connected, ${session.joined.toLocaleString("en")} joined`}
              </span>
              <div className="flex gap-2 max-sm:w-full">
                <ButtonLink
                  href={`/admin/sessions/${session.id}`}
                  variant="secondary"
                  prefetch={false}
                  aria-label={`Look into “${session.title}”, ${session.pin}`}
                  className="max-sm:flex-1"
                >
                  Look in
                </ButtonLink>
                <Button
                  variant="ghost"
                  aria-label={`End “${session.title}”, ${session.pin}`}
                  onClick={() => setEnding(session)}
                  className="max-sm:flex-1"
                >
                  End
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={ending !== null}
        title={`End “${ending?.title ?? ""}” now?`}
        description={`It ends for everybody, without a podium; ${ending?.connected.players ?? 0} players are connected. Answers given so far are kept with the results.`}
        confirmLabel="End the session"
        tone="danger"
        pending={working}
        onCancel={() => setEnding(null)}
        onConfirm={() => {
          if (!ending) return;
          doing(
            () => endSession(ending.id),
            `“${ending.title}” has ended.`,
            () => {
              setEnding(null);
              onDone();
            },
          );
        }}
      />
    </section>
  );
}
