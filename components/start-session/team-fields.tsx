"use client";

import { useState } from "react";
import { Select } from "#components/ui/fields/select.tsx";
import { TextArea } from "#components/ui/fields/text-area.tsx";
import type { Settings } from "#lib/session/settings.ts";
import { TEAMS_MAX, TEAMS_MIN } from "#lib/session/teams/team.ts";
import { type TeamSettings, teamSettingsSchema } from "#lib/session/teams/team-settings.ts";
import { SegmentedChoice } from "./segmented-choice.tsx";

type TeamFieldsProps = { settings: Settings; onChange: (part: Partial<Settings>) => void };

const ASSIGN_HINTS = {
  choose: "Players choose a team as they join.",
  draw: "Players are put into the smallest team as they join, so teams stay even.",
  captain:
    "The first player to name a team creates it, and others join it by that name. A single phone can be a team.",
} as const;
const SCORE_HINTS = {
  average:
    "For each question, the average points of the members who answered. Teams of any size have the same chance.",
  sum: "The points of all members added up. Larger teams have the advantage.",
} as const;

const COUNTS = Array.from({ length: TEAMS_MAX - TEAMS_MIN + 1 }, (_, i) => TEAMS_MIN + i);

/** How the teams come about and what they score. */
export function TeamFields({ settings, onChange }: TeamFieldsProps) {
  const teams = settings.teams ?? teamSettingsSchema.parse({});
  const captain = teams.assign === "captain";
  const [lines, setLines] = useState((teams.names ?? []).join("\n"));
  const names = namesIn(lines);
  const count = teams.count ?? (captain ? TEAMS_MAX : Math.max(names.length, TEAMS_MIN));
  const set = (part: Partial<TeamSettings>) => onChange({ teams: { ...teams, ...part } });
  return (
    <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
      <div className="grid gap-5">
        <SegmentedChoice
          legend="Who is in which team"
          name="assign"
          hints={ASSIGN_HINTS}
          value={teams.assign}
          onChange={(assign) => {
            const { count: _, ...rest } = teams;
            onChange({ teams: { ...rest, assign } });
          }}
          choices={[
            { value: "choose", label: "They choose" },
            { value: "draw", label: "At random" },
            { value: "captain", label: "They create teams" },
          ]}
        />
        <SegmentedChoice
          legend="What a team scores"
          name="team-score"
          hints={SCORE_HINTS}
          value={teams.score}
          onChange={(score) => set({ score })}
          choices={[
            { value: "average", label: "The average" },
            { value: "sum", label: "All points" },
          ]}
        />
      </div>
      <div className="grid gap-5">
        <Select
          label={captain ? "At most" : "How many"}
          value={Math.max(count, names.length)}
          onChange={(chosen) => set({ count: chosen })}
          choices={COUNTS.filter((each) => each >= names.length).map((each) => ({
            value: each,
            label: `${each} teams`,
          }))}
        />
        <TextArea
          label="Names"
          hint={
            captain
              ? "One on each line, for teams that are there from the start. You can leave this empty."
              : "One on each line. Teams without a name get a number. You can rename them at any time."
          }
          value={lines}
          rows={3}
          onChange={(event) => {
            setLines(event.target.value);
            const given = namesIn(event.target.value);
            const { names: _, ...rest } = teams;
            onChange({ teams: given.length === 0 ? rest : grown({ ...rest, names: given }) });
          }}
        />
      </div>
    </div>
  );
}

function namesIn(lines: string): string[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, TEAMS_MAX);
}

/** More names than teams are more teams. */
function grown(teams: TeamSettings): TeamSettings {
  const names = teams.names?.length ?? 0;
  return teams.count !== undefined && teams.count < names ? { ...teams, count: names } : teams;
}
