import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Standing } from "#lib/client/board/live-board.ts";
import { allTeams } from "#lib/client/board/shown-board.ts";
import { useBoard } from "#lib/client/board/use-board.ts";
import { useView } from "#lib/client/connection/use-live-state.ts";
import { useWording } from "../use-wording.ts";
import { StandingRow } from "./standing-row.tsx";

/** So many teams from the first are listed; the own one comes after them, if it is not among them. */
const LISTED = 5;

export interface OwnTeam {
  rank: number;
  /** How many teams have anybody. */
  teams: number;
  /** Whether others have the same place. */
  shared: boolean;
  standing: Standing;
}

/** The player's team as it stands; null where one does not play in teams, and until it is known. */
export function useOwnTeam(teamId: string | undefined): OwnTeam | null {
  const board = useBoard();
  if (teamId === undefined || !board?.teams) return null;
  const top = allTeams(board);
  const standing = top.find(({ playerId }) => playerId === teamId);
  if (!standing) return null;
  const shared = top.some((each) => each !== standing && each.rank === standing.rank);
  return { rank: standing.rank, teams: top.length, shared, standing };
}

/** The teams, the player's own marked. */
export function TeamStandings({ teamId, listed = LISTED }: { teamId: string; listed?: number }) {
  const t = useTranslations("player.team");
  const { ordinal } = useWording();
  const board = useBoard();
  const scoring = useView((view) => view?.settings.teams?.score);
  const top = allTeams(board);
  const own = useOwnTeam(teamId);
  if (!own) return null;
  const scored = top.some(({ score }) => score > 0);
  const head = top.slice(0, listed);
  const rows = head.includes(own.standing) ? head : [...head.slice(0, -1), own.standing];
  return (
    <section aria-label={t("teams")} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="text-center font-semibold text-lg">
        {scored ? t("place", { place: ordinal(own.rank), teams: own.teams }) : t("teams")}
      </h2>
      <ol className="@container flex min-w-0 flex-col gap-2">
        {rows.map((standing, i) => (
          <Fragment key={standing.playerId}>
            {i > 0 && standing === own.standing && !head.includes(standing) && (
              <li aria-hidden="true" className="grid place-items-center py-0.5 text-line-strong leading-none">
                ⋮
              </li>
            )}
            <StandingRow standing={standing} mine={standing.playerId === teamId} mineWord={t("yours")} />
          </Fragment>
        ))}
      </ol>
      <p className="text-balance text-center text-ink-muted text-sm">
        {t(scoring === "sum" ? "sum" : "average")}
      </p>
    </section>
  );
}
