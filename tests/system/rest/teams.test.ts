import { beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { connect } from "#tests/support/socket.ts";
import { expectProblem, OPEN, questionCounted, questionOpens, quiz, skipCountdown } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

interface Team {
  rank: number;
  teamId: string;
  name: string;
  score: number;
  members: number;
}

const inTeams = (teams: Json) =>
  call.startSession(quiz, { ...OPEN, mode: "teams", teams, profile: "accuracy" });
const join = (pin: string, name: string, team?: string, more: Json = {}) =>
  call.post(`/pins/${pin}/players`, { name, ...(team === undefined ? {} : { team }), ...more }, null);
const teamsOf = async (pin: string) => (await call.leaderboard(pin)) as unknown as { teams: Team[] };

async function joined(pin: string, name: string, team?: string) {
  const reply = await join(pin, name, team);
  expect(reply.status).toBe(201);
  return { playerId: String(reply.body.playerId), token: String(reply.body.token) };
}

const lines = (teams: Team[]) => teams.map(({ rank, name, score, members }) => [rank, name, score, members]);

describe("[TM5] [TM7] [TM12] a game of two teams", () => {
  test("from the join to the results", async () => {
    const { pin, sessionId } = await inTeams({ names: ["Red", "Green"] });
    const ada = await joined(pin, "Ada", "red");
    const bob = await joined(pin, "Bob", "t1");
    const eve = await joined(pin, "Eve", "GREEN");
    expect(await call.view(pin)).toMatchObject({
      settings: { mode: "teams", teams: { assign: "choose", score: "average" } },
      teams: [
        { teamId: "t1", name: "Red" },
        { teamId: "t2", name: "Green" },
      ],
    });
    expect(lines((await teamsOf(pin)).teams)).toEqual([
      [1, "Red", 0, 2],
      [1, "Green", 0, 1],
    ]);
    expect((await call.get(`/pins/${pin}/me`, eve.token)).body).toMatchObject({ teamId: "t2" });

    await call.command(sessionId, "start");
    await skipCountdown(call, sessionId);
    await questionOpens(call, pin);
    await call.answer(pin, ada.token, 0, { choice: 0 });
    // Nothing moves while the question runs.
    expect((await teamsOf(pin)).teams.map(({ score }) => score)).toEqual([0, 0]);
    await call.answer(pin, bob.token, 0, { choice: 1 });
    await call.answer(pin, eve.token, 0, { choice: 0 });
    await questionCounted(call, pin);
    expect(lines((await teamsOf(pin)).teams)).toEqual([
      [1, "Green", 1_000, 1],
      [2, "Red", 500, 2],
    ]);

    // Bob goes over, with what he said; then he is sent out, and comes back.
    await call.command(sessionId, { command: "movePlayer", playerId: bob.playerId, teamId: "t2" });
    expect(lines((await teamsOf(pin)).teams)).toEqual([
      [1, "Red", 1_000, 1],
      [2, "Green", 500, 2],
    ]);
    await call.command(sessionId, { command: "kick", playerId: bob.playerId });
    expect(lines((await teamsOf(pin)).teams)).toEqual([
      [1, "Red", 1_000, 1],
      [1, "Green", 1_000, 1],
    ]);
    await call.command(sessionId, { command: "restore", playerId: bob.playerId });
    await call.command(sessionId, { command: "renameTeam", teamId: "t1", name: "Scarlet" });
    await call.command(sessionId, "finish");
    await call.command(sessionId, "finish");

    const results = await call.get<{ teams: Team[]; players: Json[] }>(`/sessions/${sessionId}/results`);
    expect(lines(results.body.teams)).toEqual([
      [1, "Scarlet", 1_000, 1],
      [2, "Green", 500, 2],
    ]);
    expect((await teamsOf(pin)).teams).toEqual(results.body.teams);
    expect(results.body.players.find(({ name }) => name === "Bob")).toMatchObject({ teamId: "t2" });
    const csv = String((await call.get(`/sessions/${sessionId}/results?format=csv`)).body);
    expect(csv).toContain('"Rank","Name","Team","Team rank","Team score","Score"');
    expect(csv).toMatch(/1,"Ada","Scarlet",1,1000,1000|"Ada","Scarlet",1,1000,1000/);
  });

  test("[TM6] all of a team are gone: it has nothing, and stands last", async () => {
    const { pin, sessionId } = await inTeams({ names: ["Red", "Green", "Blue"], score: "sum" });
    const ada = await joined(pin, "Ada", "Red");
    await joined(pin, "Eve", "Green");
    await call.command(sessionId, "start");
    await skipCountdown(call, sessionId);
    await questionOpens(call, pin);
    await call.answer(pin, ada.token, 0, { choice: 0 });
    await call.command(sessionId, "close");
    expect((await teamsOf(pin)).teams[0]).toMatchObject({ name: "Red", score: 1_000 });
    await call.command(sessionId, { command: "kick", playerId: ada.playerId });
    expect(lines((await teamsOf(pin)).teams)).toEqual([
      [1, "Green", 0, 1],
      [1, "Red", 0, 0],
      [1, "Blue", 0, 0],
    ]);
  });
});

describe("[TM2] [TM4] joining", () => {
  test("a team must be named, and be there", async () => {
    const { pin } = await inTeams({ names: ["Red", "Green"] });
    const none = await join(pin, "Ada");
    expectProblem(none, 422, "team_required");
    expect(none.body.detail).toContain("Red, Green");
    expectProblem(await join(pin, "Ada", "Blue"), 404, "team_not_found");
    expectProblem(await join(pin, "Ada", "x".repeat(1_000)), 400, "bad_request");
    const joinKey = "a key of this browser";
    const first = await join(pin, "Ada", "Red", { joinKey });
    const again = await join(pin, "Ada", "Green", { joinKey });
    expect(again.body.playerId).toBe(first.body.playerId);
    expect((await call.get(`/pins/${pin}/me`, String(again.body.token))).body).toMatchObject({
      teamId: "t1",
    });
  });

  test("captains make teams, at the same moment the same one", async () => {
    const { pin, sessionId } = await inTeams({ assign: "captain", count: 2 });
    const names = ["Ada", "Bob", "Cem", "Dan"];
    await Promise.all(names.map((name, i) => joined(pin, name, i % 2 === 0 ? "Owls" : "FOXES")));
    const { teams } = await teamsOf(pin);
    expect(teams.map(({ name, members }) => [name, members]).sort()).toEqual([
      ["FOXES", 2],
      ["Owls", 2],
    ]);
    expectProblem(await join(pin, "Eve", "Hens"), 409, "teams_full");
    expectProblem(await join(pin, "Eve", "a\u202eb"), 422, "team_not_allowed");
    await call.command(sessionId, "lock");
    expectProblem(await join(pin, "Eve", "Owls"), 423, "session_locked");
  });

  test("drawn, by REST and by socket, evenly; without teams nobody looks at what is said", async () => {
    const { pin } = await inTeams({ assign: "draw", count: 3 });
    for (let i = 0; i < 4; i++) await joined(pin, `Rest ${i}`, "t1");
    for (let i = 0; i < 2; i++) {
      const socket = await connect(server);
      socket.send({ type: "join", protocol: 1, id: "j", pin, name: `Socket ${i}` });
      const welcome = await socket.next("welcome");
      expect(welcome.you).toMatchObject({ teamId: expect.stringMatching(/^t[123]$/) });
      expect((welcome.board as { teams: Team[] }).teams).toHaveLength(3);
      socket.close();
    }
    expect((await teamsOf(pin)).teams.map(({ members }) => members)).toEqual([2, 2, 2]);
    const live = await call.startSession(quiz, OPEN);
    const { token } = await joined(live.pin, "Ada", "t1");
    expect((await call.get(`/pins/${live.pin}/me`, token)).body).not.toHaveProperty("teamId");
    expect(await call.leaderboard(live.pin)).not.toHaveProperty("teams");
  });

  test("[TM9] only the teams and players that are there are renamed and moved", async () => {
    const { pin, sessionId } = await inTeams({ names: ["Red", "Green"] });
    const { playerId } = await joined(pin, "Ada", "Red");
    const command = (body: Json) => call.post(`/sessions/${sessionId}/commands`, body);
    expectProblem(await command({ command: "movePlayer", playerId, teamId: "t9" }), 404, "team_not_found");
    expectProblem(
      await command({ command: "movePlayer", playerId: "nobody", teamId: "t2" }),
      404,
      "player_not_found",
    );
    expectProblem(
      await command({ command: "renameTeam", teamId: "t1", name: "GREEN" }),
      409,
      "team_name_taken",
    );
    expectProblem(await command({ command: "renameTeam", teamId: "t1", name: " " }), 422, "team_not_allowed");
    const refused = await call.post("/sessions", {
      quizId: "x",
      settings: { mode: "teams", teams: { names: ["Red", "red"] } },
    });
    expectProblem(refused, 400, "bad_request");
    expect(JSON.stringify(refused.body)).toContain("Two teams have this name.");
  });
});
