import { describe, expect, test } from "vitest";
import { lookOf } from "#components/ui/player/avatar-parts.ts";
import { transition } from "#lib/session/phases/transition.ts";
import type { SettingsInput } from "#lib/session/settings.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import { chooseTeam } from "#lib/session/teams/choose-team.ts";
import { drawTeam } from "#lib/session/teams/draw-team.ts";
import { firstTeams } from "#lib/session/teams/make-teams.ts";
import { TEAMS_MAX, teamAvatar } from "#lib/session/teams/team.ts";
import { lobby } from "./commanded.ts";

type TeamInput = NonNullable<SettingsInput["teams"]>;

function played(teams: TeamInput | undefined, language?: string) {
  const settings = settingsSchema.parse({ mode: "teams", ...(teams ? { teams } : {}) });
  return { ...lobby(), settings, teams: firstTeams(settings, language) };
}

describe("[TM1] the teams of a session", () => {
  const names = (teams?: TeamInput, language?: string) =>
    played(teams, language).teams.map(({ name }) => name);

  test("are as many as said, or as there are names, or two", () => {
    expect(names()).toEqual(["Team 1", "Team 2"]);
    expect(names({ count: 40 })).toHaveLength(40);
    expect(names({ names: ["Red", "Green", "Blue"] })).toEqual(["Red", "Green", "Blue"]);
    expect(names({ count: 3, names: ["Red"] })).toEqual(["Red", "Team 1", "Team 2"]);
    expect(names({ count: 3, names: ["Team 1"] })).toEqual(["Team 1", "Team 2", "Team 3"]);
  });
  test("have names in the language of the quiz", () => {
    expect(names({ count: 2 }, "fr-CA")).toEqual(["Équipe 1", "Équipe 2"]);
    expect(names({ count: 2 }, "ja")).toEqual(["Team 1", "Team 2"]);
  });
  test("are made by phones where there are captains", () => {
    expect(names({ assign: "captain" })).toEqual([]);
  });
  test("are none where nobody plays in teams", () => {
    expect(firstTeams(settingsSchema.parse({ teams: { count: 4 } }), "en")).toEqual([]);
  });
  test.each([
    ["one team", { count: 1 }],
    ["forty-one", { count: 41 }],
    ["a name twice", { names: ["Red", "RED"] }],
    ["an empty name", { names: ["Red", " "] }],
    ["more names than teams", { count: 2, names: ["a", "b", "c"] }],
    ["a name that is too long", { names: ["x".repeat(25), "y"] }],
  ])("%s is refused", (_, teams) => {
    expect(settingsSchema.safeParse({ mode: "teams", teams }).success).toBe(false);
  });
  test("can be told apart by color and shape", () => {
    const looks = Array.from({ length: TEAMS_MAX }, (_, i) => lookOf("", teamAvatar(i)));
    expect(new Set(looks.slice(0, 6).map(({ color }) => color)).size).toBe(6);
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(TEAMS_MAX);
  });
});

describe("[TM2] the team of a join", () => {
  const said = (teams: TeamInput, team?: string) => {
    const chosen = chooseTeam(played(teams), team);
    return chosen.ok ? chosen.value : chosen.error.code;
  };
  test("is chosen by id or name, in any spelling", () => {
    const teams = { names: ["Red", "Green"] };
    expect(said(teams, "t2")).toEqual({ kind: "team", teamId: "t2" });
    expect(said(teams, "  gReen ")).toEqual({ kind: "team", teamId: "t2" });
    expect(said(teams, "Blue")).toBe("team_not_found");
    expect(said(teams)).toBe("team_required");
    expect(said(teams, "")).toBe("team_required");
  });
  test("is drawn whatever is said", () => {
    expect(said({ assign: "draw", count: 2 }, "t1")).toEqual({ kind: "draw", from: ["t1", "t2"] });
  });
  test("is made by who names it first", () => {
    expect(said({ assign: "captain" }, "Owls")).toEqual({ kind: "new", name: "Owls" });
    expect(said({ assign: "captain", names: ["Owls"] }, "OWLS")).toEqual({ kind: "team", teamId: "t1" });
    expect(said({ assign: "captain", names: ["a", "b"], count: 2 }, "c")).toBe("teams_full");
    expect(said({ assign: "captain" }, "a\u202eb")).toBe("team_not_allowed");
    expect(said({ assign: "captain" })).toBe("team_required");
  });
  test("is not looked at where nobody plays in teams", () => {
    expect(chooseTeam(lobby(), "Red")).toEqual({ ok: true, value: { kind: "none" } });
  });
});

describe("[TM3] drawing", () => {
  const teams = ["t1", "t2", "t3", "t4", "t5"];
  function drawn(sessionId: string, players: number) {
    const sizes = new Map<string, number>();
    return Array.from({ length: players }, () => {
      const teamId = drawTeam(teams, sizes, sessionId)!;
      sizes.set(teamId, (sizes.get(teamId) ?? 0) + 1);
      return teamId;
    });
  }
  test("keeps teams even at every moment", () => {
    for (let players = 1; players <= 43; players++) {
      const counts = teams.map((team) => drawn("s1", players).filter((each) => each === team).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });
  test("is the same on every node, and another in every session", () => {
    expect(drawn("s1", 30)).toEqual(drawn("s1", 30));
    expect(new Set(Array.from({ length: 20 }, (_, i) => drawn(`s${i}`, 5).join())).size).toBeGreaterThan(10);
    expect(drawn("s1", 5)).not.toEqual(drawn("s1", 10).slice(5));
  });
  test("fills the place of who has left first", () => {
    const sizes = new Map(teams.map((team) => [team, team === "t4" ? 2 : 3]));
    expect(drawTeam(teams, sizes, "s1")).toBe("t4");
  });
});

describe("[TM9] what the host and captains change", () => {
  const session = played({ names: ["Red", "Green"] });
  const renamed = (teamId: string, name: string) => {
    const next = transition(session, { command: "renameTeam", teamId, name }, 0);
    return next.ok ? next.value.teams.map((team) => team.name) : next.error.code;
  };
  test("a team is renamed, and keeps id and look", () => {
    expect(renamed("t1", " Scarlet ")).toEqual(["Scarlet", "Green"]);
    expect(renamed("t1", "RED")).toEqual(["RED", "Green"]);
    const next = transition(session, { command: "renameTeam", teamId: "t1", name: "Scarlet" }, 0);
    expect(next).toMatchObject({
      ok: true,
      value: { version: 2, teams: [{ ...session.teams[0], name: "Scarlet" }, {}] },
    });
  });
  test("not to another's name, to nothing, or where there is none", () => {
    expect(renamed("t1", "green")).toBe("team_name_taken");
    expect(renamed("t1", " ")).toBe("team_not_allowed");
    expect(renamed("t9", "Blue")).toBe("team_not_found");
    expect(transition(lobby(), { command: "renameTeam", teamId: "t1", name: "Blue" }, 0)).toMatchObject({
      error: { code: "command_not_possible" },
    });
  });
  test("a captain's team is made once", () => {
    const captains = played({ assign: "captain", count: 2 });
    const first = transition(captains, { command: "makeTeam", name: "Owls" }, 0);
    if (!first.ok) throw new Error(first.error.message);
    expect(first.value.teams).toMatchObject([{ teamId: "t1", name: "Owls" }]);
    const again = transition(first.value, { command: "makeTeam", name: "OWLS" }, 0);
    expect(again).toMatchObject({ error: { code: "team_name_taken" } });
    const second = transition(first.value, { command: "makeTeam", name: "Foxes" }, 0);
    if (!second.ok) throw new Error(second.error.message);
    expect(transition(second.value, { command: "makeTeam", name: "Hens" }, 0)).toMatchObject({
      error: { code: "teams_full" },
    });
  });
});
