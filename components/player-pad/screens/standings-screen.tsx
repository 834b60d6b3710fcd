import { Fragment, startTransition, useDeferredValue, useEffect, useState } from "react";
import { useBoard } from "#lib/client/board/use-board.ts";
import type { You } from "#lib/session/players/you.ts";
import { PlaceLine } from "../place-line.tsx";
import { useWording } from "../use-wording.ts";
import { StandingRow } from "./standing-row.tsx";
import { standingRows } from "./standing-rows.ts";
import { TeamStandings } from "./team-standings.tsx";

type StandingsScreenProps = {
  you: You | null;
  rank: number | null;
  players: number;
};

/** The head of the board, and the player among those directly above and below. */
export function StandingsScreen({ you, rank, players }: StandingsScreenProps) {
  const { t, ordinal } = useWording();
  const board = useDeferredValue(useBoard());
  const headStands = useHeadStands();
  const nobody = board?.top.every(({ score }) => score === 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pb-4 side:grid-cols-[2fr_3fr]">
      <div className="grid content-start gap-1.5 pt-2 text-center">
        <h1 className="display text-4xl">
          {rank !== null ? t("place.you", { place: ordinal(rank) }) : t("standings.title")}
        </h1>
        {you && <PlaceLine rank={rank} players={players} next={you.next} short />}
      </div>
      {nobody && <p className="text-center text-ink-muted">{t("standings.nobody")}</p>}
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
        {you?.teamId !== undefined && headStands && <TeamStandings teamId={you.teamId} />}
        <ol className="@container flex min-w-0 flex-col gap-2">
          {headStands &&
            !nobody &&
            standingRows(board?.top ?? [], you, rank).map(({ standing, mine, lead, afterGap }) => (
              <Fragment key={standing.name}>
                {afterGap && (
                  <li
                    aria-hidden="true"
                    className="grid place-items-center py-0.5 text-line-strong leading-none"
                  >
                    ⋮
                  </li>
                )}
                <StandingRow standing={standing} mine={mine} lead={lead} />
              </Fragment>
            ))}
        </ol>
      </div>
    </div>
  );
}

/** Once the place has been painted, the rows follow: on a slow phone both in one frame would cost three. */
function useHeadStands(): boolean {
  const [stands, setStands] = useState(false);
  useEffect(() => startTransition(() => setStands(true)), []);
  return stands;
}
