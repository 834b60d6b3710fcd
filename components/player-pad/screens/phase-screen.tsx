"use client";

import { memo } from "react";
import { Wordmark } from "#components/ui/page/logo.tsx";
import type { LiveRank } from "#lib/client/board/live-rank.ts";
import { ownPhase } from "#lib/client/time/own-phase.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";
import { isPlaced } from "../own-place.ts";
import { PadFooter } from "../pad-footer.tsx";
import { PadShell } from "../pad-shell.tsx";
import { SettingsButton } from "../settings/settings-button.tsx";
import { EndedScreen, PodiumPhase, RevealPhase, StandingsScreen } from "./later-screens.tsx";
import { LobbyScreen } from "./lobby-screen.tsx";
import { QuestionHeader } from "./question-header.tsx";
import { QuestionPhase } from "./question-phase.tsx";
import { SlideScreen } from "./slide-screen.tsx";

type PhaseScreenProps = {
  view: View;
  you: You;
  rank: LiveRank | null;
  /** Nothing goes on any more. */
  over: boolean;
};

/** One screen per phase, made anew, so that nothing of the last one is seen moving; a paused phase shows the screen it paused. */
export const PhaseScreen = memo(function PhaseScreen({ view, you, over, ...known }: PhaseScreenProps) {
  // The server's own word outweighs the estimate once a question is over.
  const rank = isPlaced(you) ? (you.rank ?? known.rank?.rank ?? null) : null;
  const { phase } = view;
  const footer = over ? null : (
    <PadFooter
      phase={phase.name}
      you={you}
      rank={known.rank}
      players={view.players}
      earning={view.earning > 0}
    />
  );
  const running = runningPhase(phase);
  switch (running.name) {
    case "lobby":
      return (
        <PadShell key="lobby" header={<Title />} footer={footer}>
          <LobbyScreen
            name={you.name}
            avatar={you.avatar}
            teamId={you.teamId}
            title={view.title}
            players={view.players}
            logo={view.room.logo}
          />
        </PadShell>
      );
    case "question":
      return (
        <QuestionPhase
          view={view}
          phase={ownPhase(phase.name === "paused" ? phase : running, you.extraTime)}
          unlimited={you.extraTime === "unlimited"}
          footer={footer}
        />
      );
    case "reveal":
      return <RevealPhase key={running.index} view={view} you={you} rank={rank} footer={footer} />;
    case "slide":
      return (
        <PadShell
          key="slide"
          header={view.question && <QuestionHeader question={view.question} />}
          footer={footer}
        >
          {view.question && <SlideScreen question={view.question} />}
        </PadShell>
      );
    case "standings":
      return (
        <PadShell
          key="standings"
          header={view.question && <QuestionHeader question={view.question} />}
          footer={footer}
        >
          <StandingsScreen you={you} rank={rank} players={view.players} />
        </PadShell>
      );
    case "podium":
      return (
        <PodiumPhase
          header={<Title />}
          footer={footer}
          sinceMs={running.sinceMs}
          you={you}
          rank={rank}
          players={view.players}
          title={view.title}
          judged={view.judged}
          earning={view.earning}
        />
      );
    case "ended":
      return (
        <PadShell key="ended" header={<Title />}>
          <EndedScreen
            title={view.title}
            you={you}
            rank={rank}
            players={view.players}
            judged={view.judged}
            earning={view.earning}
          />
        </PadShell>
      );
    default:
      running satisfies never;
      return null;
  }
});

function Title() {
  return (
    <div className="grid min-h-14 grid-cols-[2.75rem_1fr_2.75rem] items-center justify-items-center">
      <Wordmark className="col-start-2 text-xl" />
      <SettingsButton />
    </div>
  );
}
