"use client";

import { Users } from "lucide-react";
import { useState } from "react";
import { InPlainText } from "#components/rich-text/in-plain-text.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { questionIndexOf } from "#lib/session/phases/phase.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { MakeSeatCodeAction } from "../../host-actions.ts";
import { counted } from "../../phase-words.ts";
import { FixQuestion } from "../../regrade/fix-question.tsx";
import type { ControlRoomProps } from "../control-room-props.ts";
import { PeoplePanel } from "../people/people-panel.tsx";
import { TeamsPanel } from "../people/teams-panel.tsx";
import { type People, usePeople } from "../people/use-people.ts";
import { useShown } from "../sharing/sharing.ts";
import type { Commands } from "../use-commands.ts";
import { EndedPanel } from "./ended-panel.tsx";
import { HintsButton } from "./hints-button.tsx";
import { LobbyPanel } from "./lobby-panel.tsx";
import { PhaseClock } from "./phase-clock.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { RevealSwitch } from "./reveal-switch.tsx";
import { StagePanel } from "./stage-panel.tsx";
import { StandingsPanel } from "./standings-panel.tsx";
import { UpNextCard, UpNextLine } from "./up-next.tsx";

type RoomPanelsProps = ControlRoomProps & { view: View; commands: Commands };

/** The panels of the phase: two columns on a desk, one below the other on a phone. */
export function RoomPanels(props: RoomPanelsProps) {
  const { view, quiz, commands, sessionId, removed, joinCandidates, remote, actions } = props;
  const people = usePeople(removed, commands);
  const shown = useShown(view);
  const { phase } = view;
  if (phase.name === "lobby") {
    return (
      <>
        <LobbyPanel view={view} candidates={joinCandidates} send={commands.send} />
        {view.teams && (
          <Card padding="md" look="flat">
            <TeamsPanel view={view} commands={commands} />
          </Card>
        )}
        <Card padding="md" look="flat" className="grid gap-3">
          <h2 className="display numerals text-xl">{counted(view.players, "player")}</h2>
          <PeoplePanel
            people={people}
            commands={commands}
            sessionId={sessionId}
            makeSeatCode={actions.makeSeatCode}
          />
        </Card>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <StagePanel {...props} />
          <Card padding="md" look="flat">
            <RevealSwitch view={view} commands={commands} />
          </Card>
        </div>
      </>
    );
  }
  if (phase.name === "ended") return <EndedPanel {...props} />;
  const timed = runningPhase(phase);
  const index = questionIndexOf(phase);
  const wide = timed.name === "standings" || timed.name === "podium";
  const fixed = index === null ? undefined : quiz.questions[index];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-6">
      <div className="grid min-w-0 gap-4">
        {wide ? (
          <Card look="flat" padding="lg">
            {shown.ranks ? (
              <StandingsPanel
                shown={10}
                title={timed.name === "podium" ? "Final standings" : "Standings"}
                empty={timed.name === "podium" ? "No points were earned." : undefined}
                aside={<PhaseClock view={view} />}
              />
            ) : (
              <p className="display text-xl">The big screen is announcing the winners.</p>
            )}
          </Card>
        ) : (
          index !== null && (
            <InPlainText question={quiz.questions[index] ?? null}>
              <QuestionPanel
                sessionId={sessionId}
                remote={remote}
                view={view}
                quiz={quiz}
                index={index}
                phaseName={timed.name}
                commands={commands}
              />
            </InPlainText>
          )
        )}
        {!wide && index !== null && shown.ahead && (
          <UpNextLine question={quiz.questions[index + 1]} place={index + 1} />
        )}
      </div>
      <div className="grid min-w-0 gap-4">
        {!wide && shown.ranks && view.earning > 0 && (
          <Card look="flat" padding="md">
            <StandingsPanel shown={8} />
          </Card>
        )}
        {wide && index !== null && shown.ahead && (
          <UpNextCard question={quiz.questions[index + 1]} place={index + 1} />
        )}
        <PeopleButton
          people={people}
          view={view}
          commands={commands}
          sessionId={sessionId}
          makeSeatCode={actions.makeSeatCode}
        />
        {timed.name === "standings" && fixed && !fixed.survey && !remote && shown.key && (
          <FixQuestion
            sessionId={sessionId}
            index={timed.index}
            question={fixed}
            voided={false}
            label={`Fix question ${timed.index + 1}`}
          />
        )}
        <StagePanel {...props} />
        <RevealSwitch view={view} commands={commands} />
        <HintsButton sessionId={sessionId} phase={phase} ask={actions.hints} />
      </div>
    </div>
  );
}

type PeopleButtonProps = {
  people: People;
  view: View;
  commands: Commands;
  sessionId: string;
  makeSeatCode: MakeSeatCodeAction;
};

function PeopleButton({ people, view, commands, sessionId, makeSeatCode }: PeopleButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <Users aria-hidden="true" className="size-5" />
        <span>{counted(view.players, "player")}</span>
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={counted(view.players, "player")}
        description="Select a name to move the player to another device or to remove them."
      >
        <div className="grid gap-6">
          {view.teams && <TeamsPanel view={view} commands={commands} />}
          <PeoplePanel
            people={people}
            commands={commands}
            sessionId={sessionId}
            makeSeatCode={makeSeatCode}
          />
        </div>
      </Dialog>
    </>
  );
}
