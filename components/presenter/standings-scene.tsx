import type { ReactNode } from "react";
import { BoardList } from "#components/leaderboard/board-list.tsx";
import type { Standing } from "#lib/client/live-board.ts";
import type { View } from "#lib/session/view.ts";
import { boardRowStyle } from "./board-row-style.ts";
import { Heading, StageFrame } from "./stage-frame.tsx";
import { useBoardRows } from "./use-board-rows.ts";
import { count } from "./wording.ts";

type StandingsSceneProps = {
  view: View;
  top: readonly Standing[];
  /** The standings this screen showed before; undefined if it showed none, as after a reload. */
  previous: readonly Standing[] | undefined;
  corner: ReactNode;
};

/** Who leads. */
export function StandingsScene({ view, top, previous, corner }: StandingsSceneProps) {
  const rows = useBoardRows();
  const standings = top.slice(0, rows);
  const left = view.question ? view.questions - view.question.index - 1 : 0;
  return (
    <StageFrame
      heading={
        <div className="grid gap-[calc(var(--u)*0.3)]">
          <h1 className="display text-[calc(var(--u)*3.4)]">Standings</h1>
          <Heading>{left === 0 ? "After the last question" : `${count(left, "question")} to go`}</Heading>
        </div>
      }
      corner={corner}
      className="grid content-center"
    >
      {standings.length === 0 ? (
        <p className="text-center text-[calc(var(--u)*3)] text-ink-muted">Nobody is on the board yet.</p>
      ) : (
        <div style={boardRowStyle(standings.length)}>
          <BoardList standings={standings} size="stage" previous={previous?.slice(0, rows)} />
        </div>
      )}
    </StageFrame>
  );
}
