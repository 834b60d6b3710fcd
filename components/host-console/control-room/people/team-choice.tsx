"use client";

import { Select } from "#components/ui/fields/select.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { useRoster, useView } from "#lib/client/connection/use-live-state.ts";
import type { Commands } from "../use-commands.ts";

type TeamChoiceProps = { playerId: string; commands: Commands };

/** Moves a player to another team. Renders nothing outside teams mode. */
export function TeamChoice({ playerId, commands }: TeamChoiceProps) {
  const teams = useView((view) => view?.teams);
  const teamId = useRoster()?.players.find((player) => player.playerId === playerId)?.teamId;
  if (!teams || teams.length === 0 || teamId === undefined) return null;
  return (
    <Select
      label="Team"
      hint="Points move along."
      value={teamId}
      onChange={(chosen) => void commands.send({ command: "movePlayer", playerId, teamId: chosen })}
      choices={teams.map((team) => ({
        value: team.teamId,
        label: team.name,
        icon: <Avatar name={team.name} avatar={team.avatar} className="text-xs" />,
      }))}
    />
  );
}
