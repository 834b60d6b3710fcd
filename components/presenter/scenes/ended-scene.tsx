import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BoardList } from "#components/leaderboard/board-list.tsx";
import { Written } from "#components/rich-text/written.tsx";
import { Wordmark } from "#components/ui/page/logo.tsx";
import type { Standing } from "#lib/client/board/live-board.ts";
import type { View } from "#lib/session/reports/view.ts";
import { StageFrame } from "../stage/stage-frame.tsx";
import { boardRowStyle } from "./board-row-style.ts";
import { useBoardRows } from "./use-board-rows.ts";

type EndedSceneProps = { view: View; top: readonly Standing[]; corner: ReactNode };

/** The end: thanks, and the final board, for photos. */
export function EndedScene({ view, top, corner }: EndedSceneProps) {
  const t = useTranslations("screen.ended");
  const standings = top.slice(0, useBoardRows());
  const scored = standings.some((standing) => standing.score > 0);
  return (
    <StageFrame
      heading={<Wordmark className="text-[calc(var(--u)*2.6)]" />}
      corner={corner}
      className="grid grid-cols-1 gap-[calc(var(--u)*4)] lg:grid-flow-col lg:auto-cols-[minmax(0,5fr)] lg:grid-cols-[minmax(0,4fr)]"
    >
      <div className="grid min-w-0 content-center gap-[calc(var(--u)*2)]">
        <h1 className="display text-[calc(var(--u)*5.8)]">{t("thanks")}</h1>
        <Written
          as="p"
          text={view.title}
          inWords
          className="break-words align-page text-[calc(var(--u)*2.3)] text-ink-muted leading-snug"
        />
        <p className="numerals text-[calc(var(--u)*1.9)] text-ink-muted">
          {[
            ...(view.players > 0 ? [t("players", { players: view.players })] : []),
            t("questions", { questions: view.questions }),
          ].join(" · ")}
        </p>
      </div>
      {scored && (
        <div className="grid min-w-0 content-center" style={boardRowStyle(standings.length, 4.9)}>
          <BoardList standings={standings} size="stage" />
        </div>
      )}
    </StageFrame>
  );
}
