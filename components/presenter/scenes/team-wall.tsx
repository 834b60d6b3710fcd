"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { LiveBoard } from "#lib/client/board/live-board.ts";
import type { Roster } from "#lib/protocol/server-messages.ts";
import type { Team } from "#lib/session/teams/team.ts";
import { Fit } from "../stage/fit.tsx";

type TeamWallProps = { teams: readonly Team[]; board: LiveBoard | null; players: Roster["players"] };

/** With more teams than this there is room for their names alone. */
const WITH_NAMES = 8;
/** So many names of a team are shown, the newest first. */
const NAMES = 12;

/** The teams, how many are in them, and where there is room, who. */
export function TeamWall({ teams, board, players }: TeamWallProps) {
  const t = useTranslations("screen.lobby");
  const counts = new Map(board?.teams?.map(({ teamId, members }) => [teamId, members]));
  const named = teams.length <= WITH_NAMES;
  const letters = players.reduce((sum, { name }) => sum + name.length, 0);
  const columns = named ? Math.min(teams.length, 4) : Math.min(Math.ceil(teams.length / 3), 6);
  if (teams.length === 0)
    return <p className="self-center text-center text-[calc(var(--u)*2.4)] text-ink-muted">{t("noTeams")}</p>;
  return (
    <Fit
      content={`${teams.length} ${players.length} ${letters}`}
      least={0.3}
      className="flex flex-col overflow-hidden"
      innerClassName="grid flex-auto shrink-0 content-center"
    >
      <ul
        aria-label={t("teams")}
        className="grid reads:grid-cols-1! items-start gap-[calc(var(--u)*1.2*var(--fit))]"
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          fontSize: `calc(var(--u) * ${named ? 2.2 : 1.7} * var(--fit))`,
        }}
      >
        {teams.map(({ teamId, name, avatar }) => (
          <li
            key={teamId}
            className="grid min-w-0 gap-[0.5em] rounded-[0.6em] bg-surface px-[0.8em] py-[0.6em]"
          >
            <div className="flex min-w-0 items-center gap-[0.6em] font-semibold">
              <Avatar name={name} avatar={avatar} className="text-[0.95em]" />
              <span className="min-w-0 flex-1 leading-tight">
                <bdi translate="no" className="break-words">
                  {name}
                </bdi>
              </span>
              <span className="display numerals text-[1.25em]">
                <span>{counts.get(teamId) ?? 0}</span>
                <span className="sr-only"> {t("inTeam", { players: counts.get(teamId) ?? 0 })}</span>
              </span>
            </div>
            {named && (
              <ul className="flex flex-wrap gap-x-[0.9em] gap-y-[0.15em] text-[0.78em] text-ink-muted leading-snug empty:hidden">
                {players
                  .filter((player) => player.teamId === teamId)
                  .slice(0, NAMES)
                  .map(({ playerId, name: player }) => (
                    <li key={playerId} className="max-w-full animate-arrive truncate">
                      <bdi translate="no">{player}</bdi>
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Fit>
  );
}
