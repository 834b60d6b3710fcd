"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ProblemLine } from "#components/ui/fields/problem-line.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import { type TeamsToJoin, teamsToJoin } from "./teams-to-join.ts";

type TeamFieldProps = { pin: string; teams: TeamsToJoin; error?: string | undefined };

/** Which team: those that are there to press, and where phones make them, a field for a new one. */
export function TeamField({ pin, teams, error }: TeamFieldProps) {
  const t = useTranslations("join.team");
  const id = useId();
  const [list, refresh] = useTeams(pin, teams);
  const [made, setMade] = useState("");
  const chosen = list.find(({ name }) => name.trim().toLowerCase() === made.trim().toLowerCase());
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={error ? id : undefined}>
      <legend className={list.length > 0 ? "mb-1.5 font-semibold text-sm" : "sr-only"}>{t("label")}</legend>
      {list.length > 0 && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-2">
          {list.map(({ teamId, name, avatar }) => (
            <label
              key={teamId}
              className="relative flex min-h-13 min-w-0 cursor-pointer items-center gap-2.5 rounded-lg border-[1.5px] border-line-strong bg-surface px-2.5 py-2 has-checked:border-ink has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 has-checked:bg-surface-raised has-checked:shadow-[inset_0_0_0_1.5px_var(--ink)]"
            >
              {/* One of them goes with the form: where a name is typed, that is its field. */}
              <input
                type="radio"
                name={teams.mayMake ? "known-team" : "team"}
                value={teamId}
                {...(teams.mayMake
                  ? { checked: chosen?.teamId === teamId, onChange: () => setMade(name) }
                  : {})}
                className="absolute inset-0 cursor-pointer appearance-none rounded-[inherit] focus-visible:outline-none"
              />
              <Avatar name={name} avatar={avatar} className="text-base" />
              <bdi translate="no" className="min-w-0 break-words font-semibold leading-tight">
                {name}
              </bdi>
            </label>
          ))}
        </div>
      )}
      {teams.mayMake && (
        <TextField
          label={t(list.length > 0 ? "orNew" : "first")}
          name="team"
          size="lg"
          dir="auto"
          value={made}
          onChange={(event) => setMade(event.target.value)}
          onFocus={refresh}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={100}
          hint={t("captainHint")}
        />
      )}
      <div id={id} role="alert">
        <ProblemLine>{error}</ProblemLine>
      </div>
    </fieldset>
  );
}

/** Others may make a team meanwhile: who is about to name one sees those. */
function useTeams(pin: string, teams: TeamsToJoin) {
  const [fresh, setFresh] = useState<{ of: TeamsToJoin; list: TeamsToJoin["list"] } | null>(null);
  async function refresh() {
    try {
      const response = await fetch(`/api/v1/pins/${pin}`, { cache: "no-store" });
      const now = response.ok ? teamsToJoin(await response.json()) : null;
      if (now) setFresh({ of: teams, list: now.list });
    } catch {
      // Joining will tell.
    }
  }
  return [fresh?.of === teams ? fresh.list : teams.list, () => void refresh()] as const;
}
