import type { ReactNode } from "react";
import type { JoinAddress } from "#lib/client/address/join-address.ts";
import type { LiveBoard, Standing } from "#lib/client/board/live-board.ts";
import { shownBoard } from "#lib/client/board/shown-board.ts";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { Roster, Tally } from "#lib/protocol/server-messages.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import { LateCorner } from "../corners/late-corner.tsx";
import { StageNotice } from "../stage/stage-notice.tsx";
import { AnswerScene } from "./answer-scene.tsx";
import { EndedScene } from "./ended-scene.tsx";
import { GetReady } from "./get-ready.tsx";
import { LobbyScene } from "./lobby-scene.tsx";
import { PodiumScene } from "./podium-scene.tsx";
import { ReadingScene } from "./reading-scene.tsx";
import { RevealScene } from "./reveal-scene.tsx";
import { SlideScene } from "./slide-scene.tsx";
import { StandingsScene } from "./standings-scene.tsx";

/** All that a scene is drawn from: data and a clock, so that a preview needs no live session. */
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
  /** Switches the sound of this screen on and off. */
  speaker?: ReactNode;
}

/** The scene of the present phase; a pause shows what it interrupted. */
export function Scene(props: SceneProps): ReactNode {
  const { view, board, boardBefore, roster, serverNow, address, speaker } = props;
  const phase = runningPhase(view.phase);
  const { top, of } = shownBoard(board, view.players);
  const corner = <LateCorner view={view} address={address} />;
  switch (phase.name) {
    case "lobby":
      return <LobbyScene view={view} board={board} roster={roster} address={address} speaker={speaker} />;
    case "question":
      return <QuestionScene {...props} closesAtMs={phase.closesAtMs} corner={corner} />;
    case "reveal": {
      if (!view.question || !view.reveal) return <StageNotice title={view.title} />;
      return <RevealScene question={view.question} reveal={view.reveal} corner={corner} />;
    }
    case "slide": {
      if (!view.question) return <StageNotice title={view.title} />;
      return <SlideScene key={phase.index} question={view.question} corner={corner} />;
    }
    case "standings":
      return (
        <StandingsScene key={phase.index} view={view} top={top} previous={boardBefore} corner={corner} />
      );
    case "podium":
      return (
        <PodiumScene
          title={view.title}
          top={top}
          of={of}
          sinceMs={phase.sinceMs}
          serverNow={serverNow}
          corner={corner}
        />
      );
    case "ended":
      return <EndedScene view={view} top={top} corner={corner} />;
    default:
      phase satisfies never;
      return <StageNotice title={view.title} />;
  }
}

type QuestionSceneProps = SceneProps & { closesAtMs: number; corner: ReactNode };

function QuestionScene({ view, countdown, answered, tally, closesAtMs, corner }: QuestionSceneProps) {
  if (!view.question) return <StageNotice title={view.title} />;
  if (countdown.stage === "upcoming")
    return <GetReady question={view.question} countdown={countdown} corner={corner} />;
  const common = { question: view.question, countdown, corner };
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
