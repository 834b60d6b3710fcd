"use client";

import { PartyPopper } from "lucide-react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useBoard } from "#lib/client/board/use-board.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Commands } from "../use-commands.ts";
import { StandingsPanel } from "./standings-panel.tsx";

type EndedPanelProps = { sessionId: string; remote: boolean; view: View; commands: Commands };

export function EndedPanel({ sessionId, remote, view, commands }: EndedPanelProps) {
  const racing = view.stage.show === "race";
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
              {scored && (
                <Button
                  variant="secondary"
                  onClick={() => void commands.send({ command: "setStage", show: racing ? null : "race" })}
                >
                  {racing ? "Hide the race" : "Show the race"}
                </Button>
              )}
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
