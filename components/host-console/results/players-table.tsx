import Link from "next/link";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { PlayerResult, Results } from "#lib/session/reports/results.ts";
import type { DeletePlayerAction } from "../host-actions.ts";
import { counted } from "../phase-words.ts";
import { DeletePlayer } from "./delete-player.tsx";
import { hasPlaces, seconds } from "./summary.ts";

/** More rows than this make a heavy page; the download has everybody. */
const ROWS_SHOWN = 200;

const head = "px-3 py-2.5 font-semibold text-ink-muted text-sm";
const cell = "px-3 py-2";

type PlayersTableProps = {
  players: readonly PlayerResult[];
  teams?: Results["teams"];
  /** How many questions were asked that have a right answer, that earn points, and at all. */
  judged: number;
  earning: number;
  asked: number;
  sessionId: string;
  /** Null for who may only look. */
  deletePlayer: DeletePlayerAction | null;
};

/** Columns stand where there is something to say: a survey has neither places nor points, and nothing was right. */
export function PlayersTable({
  players,
  teams,
  judged,
  earning,
  asked,
  sessionId,
  deletePlayer,
}: PlayersTableProps) {
  const hidden = players.length - ROWS_SHOWN;
  const places = hasPlaces(players);
  return (
    <div className="overflow-x-auto rounded-xl bg-surface-raised shadow-card ring-1 ring-line/70">
      <table className="numerals w-full border-collapse text-left">
        <caption className="sr-only">{places ? "Players by rank" : "Players"}</caption>
        <thead className="border-b">
          <tr>
            {places && (
              <th scope="col" className={`${head} w-14 text-end`}>
                <span className="max-sm:sr-only">Rank</span>
              </th>
            )}
            <th scope="col" className={head}>
              Name
            </th>
            {earning > 0 && (
              <th scope="col" className={`${head} text-end`}>
                Score
              </th>
            )}
            <th scope="col" className={`${head} text-end`}>
              {judged > 0 ? "Right" : "Answered"}
            </th>
            {judged > 0 && (
              <th
                scope="col"
                className={`${head} text-end max-sm:hidden`}
                title="For all right answers together"
              >
                Time
              </th>
            )}
            <td className="w-11" />
          </tr>
        </thead>
        <tbody className="divide-y divide-line/60">
          {players.slice(0, ROWS_SHOWN).map((player) => (
            <tr key={player.playerId}>
              {places && (
                <td
                  className={`${cell} display text-end ${player.rank <= 3 && player.score > 0 ? "text-accent-ink" : "text-ink-muted"}`}
                >
                  {player.rank}
                </td>
              )}
              <th scope="row" className={`${cell} font-semibold`}>
                <span className="flex items-center gap-2.5">
                  <Avatar name={player.name} className="text-xs" />
                  <span className="grid min-w-0">
                    <Link
                      href={`/host/sessions/${sessionId}/results/${player.playerId}`}
                      className="min-w-0 break-words underline decoration-line underline-offset-4 hover:decoration-ink"
                    >
                      <bdi translate="no">{player.name}</bdi>
                    </Link>
                    {teams && (
                      <bdi translate="no" className="min-w-0 break-words font-normal text-ink-muted text-sm">
                        {teams.find(({ teamId }) => teamId === player.teamId)?.name}
                      </bdi>
                    )}
                  </span>
                </span>
              </th>
              {earning > 0 && (
                <td className={`${cell} display text-end`}>{player.score.toLocaleString("en")}</td>
              )}
              <td className={`${cell} whitespace-nowrap text-end`}>
                <span>{judged > 0 ? player.correct : player.answered}</span>
                <span className="text-ink-muted">{` of ${judged > 0 ? judged : asked}`}</span>
              </td>
              {judged > 0 && (
                <td className={`${cell} whitespace-nowrap text-end text-ink-muted max-sm:hidden`}>
                  {player.correct > 0 ? seconds(player.correctTimeMs) : "–"}
                </td>
              )}
              <td className="py-1 pe-2 text-end">
                {deletePlayer && (
                  <DeletePlayer
                    sessionId={sessionId}
                    playerId={player.playerId}
                    name={player.name}
                    deletePlayer={deletePlayer}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p className="border-t px-5 py-3 text-ink-muted text-sm">{`And ${counted(hidden, "other")}; the download has everybody.`}</p>
      )}
    </div>
  );
}
