import type { ReactNode } from "react";
import type { Countdown } from "#lib/client/countdown.ts";
import type { LiveBoard, Standing } from "#lib/client/live-board.ts";
import type { Roster, Tally } from "#lib/protocol/server-messages.ts";
import type { View } from "#lib/session/view.ts";
import { AnswerScene } from "./answer-scene.tsx";
import { EndedScene } from "./ended-scene.tsx";
import { GetReady } from "./get-ready.tsx";
import type { JoinAddress } from "./join-address.ts";
import { LateJoin } from "./late-join.tsx";
import { LobbyScene } from "./lobby-scene.tsx";
import { PodiumScene } from "./podium-scene.tsx";
import { ReadingScene } from "./reading-scene.tsx";
import { RevealScene } from "./reveal-scene.tsx";
import { SlideScene } from "./slide-scene.tsx";
import { StageNotice } from "./stage-notice.tsx";
import { StandingsScene } from "./standings-scene.tsx";
import { NOBODY } from "./use-board-before.ts";

/** All that a scene is drawn from: data and a clock, so that a preview can stand in for a live session. */
export interface SceneProps {
  view: View;
  board: LiveBoard | null;
  /** The standings shown before these; see use-board-before.ts. */
  boardBefore: readonly Standing[] | undefined;
  roster: Roster | null;
  answered: number;
  /** A word cloud as it grows; nothing of other kinds. */
  tally?: Tally | null;
  countdown: Countdown;
  serverNow: () => number;
  address: JoinAddress;
}

/** The scene of the present phase; a pause shows what it interrupted. */
export function Scene(props: SceneProps): ReactNode {
  const { view, board, boardBefore, roster, serverNow, address } = props;
  const phase = view.phase.name === "paused" ? view.phase.phase : view.phase;
  const top = board?.top ?? NOBODY;
  switch (phase.name) {
    case "lobby":
      return <LobbyScene view={view} roster={roster} address={address} />;
    case "question":
      return <QuestionScene {...props} closesAtMs={phase.closesAtMs} />;
    case "reveal": {
      if (!view.question || !view.reveal) return <StageNotice title={view.title} />;
      return <RevealScene question={view.question} reveal={view.reveal} corner={corner(props)} />;
    }
    case "slide": {
      if (!view.question) return <StageNotice title={view.title} />;
      return <SlideScene key={phase.index} question={view.question} corner={corner(props)} />;
    }
    case "standings":
      return (
        <StandingsScene
          key={phase.index}
          view={view}
          top={top}
          previous={boardBefore}
          corner={corner(props)}
        />
      );
    case "podium":
      return (
        <PodiumScene
          title={view.title}
          top={top}
          players={view.players}
          sinceMs={phase.sinceMs}
          serverNow={serverNow}
        />
      );
    case "ended":
      return <EndedScene view={view} top={top} />;
    default:
      phase satisfies never;
      return <StageNotice title={view.title} />;
  }
}

function QuestionScene({ closesAtMs, ...props }: SceneProps & { closesAtMs: number }) {
  const { view, countdown, answered, tally } = props;
  if (!view.question) return <StageNotice title={view.title} />;
  if (countdown.stage === "upcoming") return <GetReady question={view.question} countdown={countdown} />;
  const common = { question: view.question, countdown, corner: corner(props) };
  if (countdown.stage === "reading") return <ReadingScene key={view.question.index} {...common} />;
  return (
    <AnswerScene
      key={view.question.index}
      {...common}
      closesAtMs={closesAtMs}
      answered={answered}
      players={view.players}
      bars={tally?.questionIndex === view.question.index ? tally.bars : []}
    />
  );
}

/** How to join late, as long as one can. */
function corner({ view, address }: SceneProps): ReactNode {
  return view.locked || !view.settings.lateJoin ? null : <LateJoin pin={view.pin} address={address} />;
}
