import type { LiveBoard } from "#lib/client/live-board.ts";
import type { You } from "#lib/protocol/shapes.ts";
import { PlaceLine } from "./place-line.tsx";
import { StandingRow } from "./standing-row.tsx";
import { useWording } from "./use-wording.ts";

type StandingsScreenProps = {
  board: LiveBoard | null;
  you: You | null;
  rank: number | null;
  players: number;
};

/** Rows beyond this need scrolling on a phone, and the big screen has them. */
const SHOWN = 6;

/** The head of the board with the player's own line in it, or below it. */
export function StandingsScreen({ board, you, rank, players }: StandingsScreenProps) {
  const { t, ordinal } = useWording();
  const top = board?.top.slice(0, SHOWN) ?? [];
  const among = top.some((standing) => standing.playerId === you?.playerId);
  return (
    <div className="grid gap-5 pb-4">
      <div className="grid gap-1.5 pt-2 text-center">
        <h1 className="display text-4xl">
          {rank === null ? t("standings.title") : t("place.you", { place: ordinal(rank) })}
        </h1>
        {you && <PlaceLine rank={rank} players={players} next={you.next} short />}
      </div>
      <ol className="grid gap-2">
        {top.map((standing) => (
          <StandingRow
            key={standing.playerId}
            standing={standing}
            mine={standing.playerId === you?.playerId}
          />
        ))}
        {you && !among && rank !== null && (
          <>
            <li aria-hidden="true" className="grid place-items-center py-0.5 text-line-strong leading-none">
              ⋮
            </li>
            <StandingRow standing={{ rank, playerId: you.playerId, name: you.name, score: you.score }} mine />
          </>
        )}
      </ol>
    </div>
  );
}
