"use client";

import { PartyPopper } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useBoard } from "#lib/client/use-board.ts";
import { StandingsPanel } from "./standings-panel.tsx";

export function EndedPanel({ sessionId, remote }: { sessionId: string; remote: boolean }) {
  const scored = useBoard()?.top.some(({ score }) => score > 0);
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4">
      <EmptyState
        icon={<PartyPopper />}
        title="The quiz is over"
        className="rounded-2xl border bg-surface-raised"
        action={
          !remote && (
            <span className="flex flex-wrap justify-center gap-3">
              <ButtonLink href="/host" variant="secondary">
                Your quizzes
              </ButtonLink>
              <ButtonLink href={`/host/sessions/${sessionId}/results`} prefetch={false}>
                See the results
              </ButtonLink>
            </span>
          )
        }
      >
        {remote
          ? "The quiz has ended, and this phone is no longer its remote. The results are in the host’s account."
          : "The quiz has ended. Everybody’s answers are stored with the results."}
      </EmptyState>
      {scored && (
        <Card look="flat" padding="lg">
          <StandingsPanel shown={10} title="Final standings" />
        </Card>
      )}
    </div>
  );
}
