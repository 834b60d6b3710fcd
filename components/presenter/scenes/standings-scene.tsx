import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BoardList } from "#components/leaderboard/board-list.tsx";
import type { Standing } from "#lib/client/board/live-board.ts";
import type { View } from "#lib/session/reports/view.ts";
import { Heading, StageFrame } from "../stage/stage-frame.tsx";
import { boardRowStyle } from "./board-row-style.ts";
import { useBoardRows } from "./use-board-rows.ts";

type StandingsSceneProps = {
  view: View;
  top: readonly Standing[];
  /** The standings this screen showed before; undefined if it showed none, as after a reload. */
  previous: readonly Standing[] | undefined;
  corner: ReactNode;
};

/** The leaders. */
export function StandingsScene({ view, top, previous, corner }: StandingsSceneProps) {
  const t = useTranslations("screen.standings");
  const rows = useBoardRows();
  const standings = top.slice(0, rows);
  const left = view.question ? view.questions - view.question.index - 1 : 0;
  return (
    <StageFrame
      heading={
        <div className="grid gap-[calc(var(--u)*0.3)]">
          <h1 className="display text-[calc(var(--u)*3.4)]">{t("title")}</h1>
          <Heading>{left === 0 ? t("last") : t("toGo", { questions: left })}</Heading>
        </div>
      }
      corner={corner}
      className="grid content-center"
    >
      {/* Where nobody has a point everybody is first, and the first ten of many would be chosen by nothing. */}
      {standings.every(({ score }) => score === 0) ? (
        <p className="text-center text-[calc(var(--u)*3)] text-ink-muted">{t("nobody")}</p>
      ) : (
        <div style={boardRowStyle(standings.length)}>
          <BoardList standings={standings} size="stage" previous={previous?.slice(0, rows)} />
        </div>
      )}
    </StageFrame>
  );
}
