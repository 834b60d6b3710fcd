import { BoardList } from "#components/leaderboard/board-list.tsx";
import { podiumShow } from "#components/leaderboard/podium-show.ts";
import { PinDisplay } from "#components/ui/pin-display.tsx";
import { shownBoard } from "#lib/client/board/shown-board.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import { AnswerCount } from "../corners/answer-count.tsx";
import { RunningRing } from "../corners/running-ring.tsx";
import type { SceneProps } from "../scenes/scene.tsx";
import { usePassed } from "./use-passed.ts";

const ROWS = 5;

/**
 * For a video mixer (`?overlay=1`): the clock at the top, the first five at the bottom, nothing behind them. The moving
 * picture shows through, so everything has a background of its own.
 */
export function MixerOverlay({
  view,
  board,
  boardBefore,
  answered,
  countdown,
  serverNow,
  address,
}: SceneProps) {
  const phase = runningPhase(view.phase);
  const { top, of } = shownBoard(board, view.players);
  const wonAtMs = phase.name === "podium" ? phase.sinceMs + podiumShow(top, of).wonAtMs : 0;
  // The winner is for the stage to tell.
  const secret = usePassed([wonAtMs], serverNow) === 0;
  const scored = top.some((standing) => standing.score > 0);
  return (
    <main className="grid h-full grid-rows-[auto_1fr_auto] p-[calc(var(--u)*2.2)]">
      <h1 className="sr-only">{view.title}</h1>
      {phase.name === "question" && countdown.stage === "open" ? (
        <div className="flex items-center gap-[calc(var(--u)*1.6)] justify-self-end rounded-[calc(var(--u)*1.6)] bg-background/88 p-[calc(var(--u)*1.2)]">
          <AnswerCount answered={answered} players={view.players} />
          <RunningRing key={phase.closesAtMs} countdown={countdown} />
        </div>
      ) : (
        <span />
      )}
      <span />
      {phase.name === "lobby" ? (
        <p className="display flex items-baseline gap-[0.8em] justify-self-start rounded-[calc(var(--u)*1.2)] bg-background/88 px-[1em] py-[0.5em] text-[calc(var(--u)*2.2)]">
          <span>{address.host}</span>
          <PinDisplay pin={view.pin} className="text-[1.5em] text-accent-ink" />
        </p>
      ) : (
        scored &&
        !secret && (
          <div className="w-[calc(var(--u)*38)] justify-self-start rounded-[calc(var(--u)*1.4)] bg-background/88 p-[calc(var(--u)*1)] [--row:calc(var(--u)*3.8)]">
            <BoardList
              key={phase.name === "standings" ? phase.index : "live"}
              standings={top.slice(0, ROWS)}
              size="stage"
              previous={phase.name === "standings" ? boardBefore?.slice(0, ROWS) : undefined}
            />
          </div>
        )
      )}
    </main>
  );
}
