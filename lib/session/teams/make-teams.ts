import { parseName } from "../players/names.ts";
import type { Settings } from "../settings.ts";
import { TEAMS_MAX, TEAMS_MIN, type Team, teamAvatar } from "./team.ts";
import { type TeamSettings, teamSettingsSchema } from "./team-settings.ts";

/** The team settings with their defaults; null outside teams mode. */
export function teamSettingsOf({ mode, teams }: Pick<Settings, "mode" | "teams">): TeamSettings | null {
  return mode === "teams" ? (teams ?? teamSettingsSchema.parse({})) : null;
}

/** The teams a session begins with; those that phones make come later. */
export function firstTeams(settings: Settings, language: string | undefined): Team[] {
  const chosen = teamSettingsOf(settings);
  if (!chosen) return [];
  const names = (chosen.names ?? []).map(composed);
  const count =
    chosen.assign === "captain" ? names.length : (chosen.count ?? Math.max(names.length, TEAMS_MIN));
  const taken = new Set(names.map(keyOf));
  let number = 0;
  const nextName = () => {
    do number += 1;
    while (taken.has(keyOf(numbered(number, language))));
    return numbered(number, language);
  };
  return Array.from({ length: count }, (_, index) => newTeam(index, names[index] ?? nextName()));
}

export function newTeam(index: number, name: string): Team {
  return { teamId: `t${index + 1}`, name, avatar: teamAvatar(index) };
}

/** How many teams there may be. */
export function teamsMax({ count }: TeamSettings): number {
  return count ?? TEAMS_MAX;
}

export function teamCalled(teams: readonly Team[], nameKey: string): Team | undefined {
  return teams.find(({ name }) => keyOf(name) === nameKey);
}

/** Names of teams that were taken once; each is a name still. */
function keyOf(name: string): string {
  const parsed = parseName(name);
  return parsed.ok ? parsed.value.nameKey : name;
}

function composed(name: string): string {
  const parsed = parseName(name);
  return parsed.ok ? parsed.value.name : name;
}

/** In the language of the quiz, like its other words; English where that is not one of ours. */
function numbered(number: number, language = "en"): string {
  const word = WORDS[language.slice(0, 2).toLowerCase() as keyof typeof WORDS] ?? WORDS.en;
  return `${word} ${number}`;
}

const WORDS = {
  en: "Team",
  de: "Team",
  es: "Equipo",
  fr: "Équipe",
  vi: "Đội",
  ar: "الفريق",
} as const;
