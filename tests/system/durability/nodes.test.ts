import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { playerCookieName } from "#lib/auth/cookies.ts";
import { sessionChannel } from "#lib/redis/keys.ts";
import { type Api, api } from "#tests/support/api.ts";
import { postForm } from "#tests/support/form.ts";
import { patience } from "#tests/support/patience.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startRedisCluster, type TestRedisCluster } from "#tests/support/programs/redis.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { connect, type Message, type TestSocket } from "#tests/support/socket.ts";
import { eventually, until } from "#tests/support/waiting.ts";
import { callAction } from "../call-action.ts";
import { answer, QUIZ, seen, welcomed } from "../socket-game.ts";
import { expectNothingLost, readStored, storedStandings } from "../stored-game.ts";

let postgres: TestPostgres;
let redis: TestRedisCluster;
let url: string;
let [a, b]: TestServer[] = [];
let onA: Api;
let onB: Api;

beforeAll(async () => {
  [postgres, redis] = await Promise.all([
    startPostgres(),
    startRedisCluster(3, { replicas: 1, nodeTimeoutMs: patience(1_500) }),
  ]);
  url = await createDatabase(postgres.url);
  const env = {
    DATABASE_URL: url,
    REDIS_CLUSTER: redis.nodes.join(","),
    AUTH_SECRET: "the same secret on every node of the test",
  };
  [a, b] = await Promise.all([startServer({ env }), startServer({ env })]);
  onA = api(a!);
  onB = api(b!);
});
afterAll(async () => {
  await Promise.all([a?.stop(), b?.stop()]);
  await Promise.all([postgres?.stop(), redis?.stop()]);
});

let session: { sessionId: string; pin: string; presenterUrl: string };
beforeEach(async () => {
  session = await onA.startSession(QUIZ, { readingMs: 0 });
});

interface Player {
  playerId: string;
  token: string;
  socket: TestSocket;
}

/** A player who joins by one node and has the socket on another. */
async function player(name: string, joinOn: Api, socketOn: TestServer): Promise<Player> {
  const joined = await joinOn.join(session.pin, name);
  const socket = await welcomed(socketOn, { pin: session.pin, token: joined.token, as: "player" });
  return { ...joined, socket };
}

type Phase = { name: string; index: number; opensAtMs: number; closesAtMs: number };

function phaseOf(message: Message): Phase {
  return (message.view as { phase: Phase }).phase;
}

/** Waits until a socket has been told of this phase. */
async function told(socket: TestSocket, name: string, index = 0): Promise<Phase> {
  const view = await seen(
    socket,
    "view",
    (message) => phaseOf(message).name === name && phaseOf(message).index === index,
  );
  return phaseOf(view);
}

async function started(on: Api, socket: TestSocket): Promise<Phase> {
  await on.command(session.sessionId, "start");
  const phase = await told(socket, "question");
  await until(phase.opensAtMs);
  return phase;
}

test("[ND1] commands, answers and boards on one node are seen on the other, and all answered closes on both", async () => {
  const ada = await player("Ada", onB, a!);
  const ben = await player("Ben", onA, b!);
  const phase = await started(onB, ada.socket);
  expect(await told(ben.socket, "question")).toEqual(phase);

  const byRest = await onB.answer(session.pin, ada.token, 0, { choice: 0 });
  expect(byRest).toMatchObject({ status: 200, body: { accepted: true, repeat: false, correct: true } });
  await eventually(() => {
    const { board } = lastBoard(ben.socket);
    expect(board).toMatchObject({ players: 2, answered: 1, top: [{ name: "Ada" }, { name: "Ben" }] });
  });
  answer(ada.socket, 0, { choice: 1 }, "again");
  const again = await ada.socket.next("ack");
  expect(again).toMatchObject({ id: "again", ack: { repeat: true, points: byRest.body.points } });

  answer(ben.socket, 0, { choice: 0 });
  await ben.socket.next("ack");
  await told(ada.socket, "reveal");
  await told(ben.socket, "reveal");
  expect(Date.now()).toBeLessThan(phase.closesAtMs);
});

function lastBoard(socket: TestSocket): { board: Message | undefined } {
  return { board: socket.messages.findLast((message) => message.type === "board") };
}

test("[SHOW9] what the host tells the big screens on one node reaches those of the other, also one that comes later", async () => {
  const token = new URLSearchParams(new URL(session.presenterUrl).hash.slice(1)).get("key") ?? "";
  const screenOn = (server: TestServer) => welcomed(server, { pin: session.pin, token, as: "presenter" });
  const screen = await screenOn(b!);
  await onA.command(session.sessionId, { command: "setStage", show: "code", lights: "light", sound: "on" });
  const stage = { show: "code", lights: "light", sound: "on" };
  await seen(
    screen,
    "view",
    (message) => (message.view as { stage: { show: unknown } }).stage.show === "code",
  );
  for (const server of [a!, b!])
    expect((await (await screenOn(server)).next("welcome")).view).toMatchObject({ stage });
  expect(await onB.post(`/sessions/${session.sessionId}/commands`, { command: "setStage" })).toMatchObject({
    status: 400,
  });
});

test("[DEL2] a session deleted by one node is gone on the other, with its sockets and its board", async () => {
  const ada = await player("Ada", onA, b!);
  const ben = await player("Ben", onB, a!);
  await started(onA, ada.socket);
  answer(ada.socket, 0, { choice: 0 });
  await ada.socket.next("ack");
  await onB.leaderboard(session.pin);
  expect(await boardKeys(session.sessionId)).not.toEqual([]);
  expect((await onA.del(`/sessions/${session.sessionId}`)).status).toBe(204);
  for (const { socket } of [ada, ben]) expect((await socket.closed).code).toBe(4503);
  for (const calls of [onA, onB])
    expect((await calls.get(`/sessions/${session.sessionId}`)).body).toMatchObject({
      code: "session_not_found",
    });
  await eventually(async () => expect(await boardKeys(session.sessionId)).toEqual([]));
});

/** What Redis holds of a board, on whatever master. */
async function boardKeys(sessionId: string): Promise<string[]> {
  const found = await Promise.all(
    redis.nodes.map(async (node) => {
      const [host, port] = node.split(":");
      const client = new Redis({ host: String(host), port: Number(port) });
      try {
        return await client.keys(`lb:*${sessionId}*`);
      } finally {
        client.disconnect();
      }
    }),
  );
  return found.flat();
}

test("[ND2] a player removed by one node loses the socket on the other, the place on the board, and the vote", async () => {
  const ada = await player("Ada", onA, a!);
  const ben = await player("Ben", onB, b!);
  await started(onA, ada.socket);
  await onA.command(session.sessionId, { command: "kick", playerId: ben.playerId });
  expect((await ben.socket.closed).code).toBe(4505);
  for (const calls of [onA, onB]) {
    await eventually(async () => expect((await calls.leaderboard(session.pin)).players).toBe(1));
    expect(await calls.answer(session.pin, ben.token, 0, { choice: 0 })).toMatchObject({
      status: 403,
      body: { code: "player_removed" },
    });
  }
  // Those who are out are not waited for.
  answer(ada.socket, 0, { choice: 0 });
  await told(ada.socket, "reveal");

  await onB.command(session.sessionId, { command: "restore", playerId: ben.playerId });
  for (const calls of [onA, onB])
    await eventually(async () => expect((await calls.leaderboard(session.pin)).players).toBe(2));
});

test("[ND3] two nodes with the same timers take each step once, and tell the same instants", async () => {
  const questions = [0, 1].map((i) => ({
    kind: "truefalse",
    prompt: `Question ${i}`,
    correct: true,
    timeLimitMs: 1_000,
  }));
  const settings = { readingMs: 0, pace: "auto", revealMs: 1_000, standingsMs: 1_000 };
  session = await onA.startSession({ title: "Clockwork", questions }, settings);
  const ada = await player("Ada", onA, a!);
  const ben = await player("Ben", onB, b!);
  await onA.command(session.sessionId, "start");
  const isPodium = (message: Message) => phaseOf(message).name === "podium";
  await ada.socket.next("view", isPodium);
  await ben.socket.next("view", isPodium);

  const views = [ada, ben].map(({ socket }) =>
    socket.messages.filter((message) => message.type === "view").map((message) => message.view as View),
  );
  type View = { version: number; phase: Phase & { settled?: boolean } };
  const byVersion = new Map<number, Phase>();
  for (const { version, phase } of views.flat()) {
    expect(phase).toEqual(byVersion.get(version) ?? phase);
    byVersion.set(version, phase);
  }
  for (const seenByOne of views) {
    const steps = seenByOne.map(({ phase }) =>
      phase.index === undefined ? phase.name : `${phase.name} ${phase.index}`,
    );
    expect([...new Set(steps)]).toEqual([
      ...[0, 1].flatMap((i) => [`question ${i}`, `reveal ${i}`, `standings ${i}`]),
      "podium",
    ]);
    const versions = seenByOne.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((x, y) => x - y));
  }
});

test("[ND5] who has the game open on two nodes and answers on one sees it on the other, before the reveal", async () => {
  const ada = await player("Ada", onA, a!);
  await player("Ben", onB, b!);
  const phone = await welcomed(b!, { pin: session.pin, token: ada.token, as: "player" });
  await started(onA, phone);
  answer(ada.socket, 0, { choice: 0 });
  const { ack } = await ada.socket.next("ack");
  const { you } = await phone.next("you");
  const { points } = ack as { points: number };
  expect(you).toMatchObject({ score: points, answer: { questionIndex: 0, response: { choice: 0 }, points } });
  // The server action of the same build is known there, too, and gives the same outcome.
  expect(await byAction(b!, ada.token, 0, { choice: 1 })).toContain(`"points":${points}`);
  expect(await onA.view(session.pin)).toMatchObject({ phase: { name: "question" } });
});

/** Sends an answer as the page of any node does: by the id that the build gave the action. Returns the reply's text. */
async function byAction(node: TestServer, token: string, questionIndex: number, response: unknown) {
  const { sessionId, pin } = session;
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  const actions = Object.entries(manifest.node as Record<string, { exportedName: string }>);
  const [id] = actions.find(([, { exportedName }]) => exportedName === "submitAnswerAction")!;
  const reply = await fetch(`${node.url}/play?pin=${pin}`, {
    method: "POST",
    headers: {
      "next-action": id,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin: node.url,
      cookie: `${playerCookieName(sessionId)}=${token}`,
    },
    body: JSON.stringify([{ sessionId, pin, questionIndex, response, pressedAtMs: Date.now() }]),
  });
  return reply.text();
}

test("[ND6] a node that was frozen and wakes shows nothing old and takes no step twice", async () => {
  const questions = [{ ...QUIZ.questions[0], timeLimitMs: patience(4_000) }, QUIZ.questions[1]];
  session = await onB.startSession({ title: "Frozen", questions }, { readingMs: 0 });
  const ada = await player("Ada", onA, a!);
  const ben = await player("Ben", onB, b!);
  await started(onA, ada.socket);
  answer(ada.socket, 0, { choice: 0 });
  await ada.socket.next("ack");
  const old = await onA.view(session.pin);
  a!.signal("SIGSTOP");
  const frozenAtMs = Date.now();
  try {
    // The other node closes by the clock and goes on.
    await told(ben.socket, "reveal");
    for (const place of ["standings", "question"]) {
      await eventually(async () => {
        await onB.command(session.sessionId, "next");
        expect(await onB.view(session.pin)).toMatchObject({ phase: { name: place } });
      });
    }
    const { opensAtMs } = await told(ben.socket, "question", 1);
    await until(opensAtMs);
    answer(ben.socket, 1, { choice: 0 }, "second");
    await ben.socket.next("ack");
    // By now its heartbeats have been missed everywhere: sockets, bus and presence.
    await until(frozenAtMs + 7_000);
    // These wait for it to wake.
    const before = await onB.view(session.pin);
    const view = onA.view(session.pin);
    const stale = onA.post(`/sessions/${session.sessionId}/commands`, {
      command: "next",
      expectedVersion: old.version,
    });
    const hello = welcomed(a!, { pin: session.pin, token: ada.token, as: "player" });
    await sleep(200);
    a!.signal("SIGCONT");
    expect(await view).toMatchObject({ version: before.version, phase: before.phase });
    expect(await stale).toMatchObject({ status: 409, body: { code: "stale_command" } });
    const welcome = await seen(await hello, "welcome");
    expect(welcome.view).toMatchObject({ version: before.version, phase: before.phase });
  } finally {
    a!.signal("SIGCONT");
  }
  // Who stayed on its sockets is told of what it slept through, once.
  expect((await told(ada.socket, "question", 1)).opensAtMs).toBeGreaterThan(frozenAtMs);
  answer(ada.socket, 1, { choice: 1 }, "second");
  await ada.socket.next("ack");
  await told(ben.socket, "reveal", 1);
  await told(ada.socket, "reveal", 1);
  for (const { socket } of [ada, ben]) {
    const versions = socket.messages.flatMap(({ type, view }) =>
      type === "view" ? [(view as { version: number }).version] : [],
    );
    expect(versions).toEqual([...new Set(versions)].toSorted((x, y) => x - y));
  }
  const stored = await readStored(url, session.sessionId);
  expectNothingLost(stored, [
    { playerId: ada.playerId, acks: [{ questionIndex: 0 }, { questionIndex: 1 }] },
    { playerId: ben.playerId, acks: [{ questionIndex: 1 }] },
  ]);
  for (const calls of [onA, onB])
    await eventually(async () =>
      expect((await calls.leaderboard(session.pin)).standings).toEqual(storedStandings(stored)),
    );
});

test("[ND7] while notices cannot travel, nodes poll; the host is told, and all is well once a replica takes over", async () => {
  const ada = await player("Ada", onA, a!);
  const ben = await player("Ben", onB, b!);
  const host = await welcomed(b!, { sessionId: session.sessionId, token: b!.ownerApiKey, as: "host" });
  const master = await redis.masterOf(sessionChannel(session.sessionId));
  /** What the host was told, in order. */
  const health = () =>
    host.messages.flatMap(({ type, leaderboard, bus, database }) =>
      type === "health" ? [[leaderboard, bus, database].every((each) => each === "ok")] : [],
    );
  await eventually(() => expect(health()).toEqual([true]));
  await master.kill();
  const { opensAtMs } = await started(onA, ben.socket);
  expect(await told(ada.socket, "question")).toMatchObject({ opensAtMs });
  answer(ben.socket, 0, { choice: 0 });
  const { ack } = await ben.socket.next("ack");
  expect(ack).toMatchObject({ accepted: true, correct: true });
  await eventually(async () =>
    expect((await onA.leaderboard(session.pin)).standings[0]).toMatchObject({ name: "Ben" }),
  );
  await onB.command(session.sessionId, "close");
  await told(ada.socket, "reveal");
  await eventually(() => {
    expect(health()).toContain(false);
    expect(health().at(-1)).toBe(true);
  });

  // Views travel by notice again.
  await onB.command(session.sessionId, "next");
  await told(ada.socket, "standings");
  expectNothingLost(await readStored(url, session.sessionId), [
    { playerId: ben.playerId, acks: [{ questionIndex: 0 }] },
  ]);
});

test("[TM3] [TM7] teams are drawn evenly by two nodes at once, and stand alike on both, also when the boards are lost", async () => {
  const { pin, sessionId } = await onA.startSession(QUIZ, {
    readingMs: 0,
    mode: "teams",
    profile: "accuracy",
    teams: { assign: "draw", count: 3 },
  });
  const players = await Promise.all(
    Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? onA : onB).join(pin, `Player ${i}`)),
  );
  const teamsOn = async (call: Api) =>
    (await call.leaderboard(pin)) as unknown as {
      teams: { teamId: string; score: number; members: number }[];
    };
  await eventually(async () => {
    for (const call of [onA, onB])
      expect((await teamsOn(call)).teams.map(({ members }) => members)).toEqual([4, 4, 4]);
  });
  await onA.command(sessionId, "start");
  await eventually(async () => {
    const [first] = players;
    const { status, body } = await onB.answer(pin, first!.token, 0, { choice: 0 });
    if (status !== 200) throw new Error(JSON.stringify(body));
  });
  for (const [i, { token }] of players.slice(1).entries())
    await (i % 2 === 0 ? onA : onB).answer(pin, token, 0, { choice: i % 3 === 0 ? 1 : 0 });
  await eventually(async () => {
    const [a, b] = await Promise.all([teamsOn(onA), teamsOn(onB)]);
    expect(a.teams.reduce((sum, { score }) => sum + score, 0)).toBeGreaterThan(0);
    expect(b.teams).toEqual(a.teams);
  });
  const before = (await teamsOn(onA)).teams;
  for (const member of redis.members) await member.command("flushall").catch(() => "");
  await onB.command(sessionId, { command: "kick", playerId: players[0]!.playerId });
  await eventually(async () => {
    const [a, b] = await Promise.all([teamsOn(onA), teamsOn(onB)]);
    expect(a.teams.reduce((sum, { members }) => sum + members, 0)).toBe(11);
    expect(b.teams).toEqual(a.teams);
  });
  await onA.command(sessionId, { command: "restore", playerId: players[0]!.playerId });
  await eventually(async () => {
    for (const call of [onA, onB]) expect((await teamsOn(call)).teams).toEqual(before);
  });
});

test("[ND4] a node that is killed takes nothing with it: the other closes the question, and its players come back there", async () => {
  const questions = [{ ...QUIZ.questions[0], timeLimitMs: patience(4_000) }];
  session = await onA.startSession({ title: "Orphaned", questions }, { readingMs: 0 });
  const ada = await player("Ada", onA, a!);
  const ben = await player("Ben", onA, a!);
  const host = await welcomed(b!, { sessionId: session.sessionId, token: b!.ownerApiKey, as: "host" });
  await seen(host, "roster", ({ connected }) => connected === 2);
  host.messages.length = 0;
  await started(onA, ada.socket);
  answer(ada.socket, 0, { choice: 0 });
  const { ack } = await ada.socket.next("ack");
  await a!.kill();
  expect((await ben.socket.closed).code).toBe(1006);

  await eventually(async () => {
    expect(await onB.view(session.pin)).toMatchObject({ phase: { name: "reveal", settled: true } });
  });
  // No one came or went on this node: the host is told all the same.
  await seen(host, "roster", ({ connected, total }) => connected === 0 && total === 2);
  const back = await welcomed(b!, { pin: session.pin, token: ada.token, as: "player" });
  const { you } = await seen(back, "welcome");
  const { points } = ack as { points: number };
  expect(you).toMatchObject({ score: points, answer: { questionIndex: 0, correct: true, points } });
  await onB.command(session.sessionId, "next");
  await onB.command(session.sessionId, "next");
  expect(await onB.view(session.pin)).toMatchObject({ phase: { name: "podium" } });
  expectNothingLost(await readStored(url, session.sessionId), [
    { playerId: ada.playerId, acks: [{ questionIndex: 0 }] },
  ]);
  await a!.restart();
  expect(await onA.view(session.pin)).toMatchObject({ phase: { name: "podium" } });
});

test("[REM1] [REM2] [REM4] a phone is paired on one node and removed on the other, at once", async () => {
  const other = await onA.startSession(QUIZ);
  const { sessionId } = session;
  const desk = (await postForm(`${a!.url}/sign-in`, { email: a!.ownerEmail, password: a!.ownerPassword }))
    .cookies;
  const offered = await callAction(a!, "offerRemoteAction", [sessionId], desk);
  const { code } = offered.result as { code: string };
  const room = `/host/sessions/${sessionId}`;
  expect((await callAction(b!, "offerRemoteAction", [sessionId], "", room)).result?.ok ?? false).toBe(false);

  const phone = await callAction(b!, "pairRemoteAction", [{ code, key: "k".repeat(64) }]);
  expect(phone.result).toEqual({ ok: true, sessionId });
  const second = await callAction(a!, "pairRemoteAction", [{ code, key: "s".repeat(64) }]);
  expect(second.result).toMatchObject({ ok: false, refusal: { code: "remote_code_used" } });

  const headers = { origin: b!.url, cookie: phone.cookies };
  const socket = await connect(b!, { sessionId, as: "host", headers });
  expect(await socket.next("welcome")).toMatchObject({ as: "host" });
  const foreign = await connect(b!, { sessionId: other.sessionId, as: "host", headers });
  expect((await foreign.closed).code).toBe(4504);
  const locked = await callAction(b!, "commandAction", [sessionId, "lock"], phone.cookies, room);
  expect(locked.result).toMatchObject({ ok: true });
  for (const [action, ...args] of [
    ["commandAction", other.sessionId, "start"],
    ["offerRemoteAction", sessionId],
    ["pairedRemotesAction", sessionId],
  ] as const) {
    const refused = await callAction(b!, action, args, phone.cookies, room);
    expect(refused.result, action).toMatchObject({ ok: false, refusal: { code: "unauthenticated" } });
  }
  const started = await callAction(b!, "startSessionAction", [other.quizId], phone.cookies, room);
  expect(started.result?.ok ?? false).toBe(false);

  const { result } = await callAction(a!, "pairedRemotesAction", [sessionId], desk);
  const [{ id }] = (result as { paired: [{ id: string }] }).paired;
  await callAction(a!, "removeRemoteAction", [sessionId, id], desk);
  expect((await socket.closed).code).toBe(4508);
  const refused = await callAction(b!, "commandAction", [sessionId, "unlock"], phone.cookies, room);
  expect(refused.result).toMatchObject({ ok: false, refusal: { code: "remote_removed" } });
});

test("[TRY1] [TRY3] robots play where the host is connected, in a session that another node opened", async () => {
  const { quizId } = await onA.startSession(QUIZ);
  const desk = (await postForm(`${a!.url}/sign-in`, { email: a!.ownerEmail, password: a!.ownerPassword }))
    .cookies;
  const opened = await callAction(a!, "tryOutAction", [quizId], desk);
  const [, sessionId = ""] = /sessions\/(\w+)\/rehearsal/.exec(opened.redirect ?? "") ?? [];
  const socket = await welcomed(b!, { sessionId, as: "host", token: b!.ownerApiKey });
  await socket.next("roster", ({ total, connected }) => total === 10 && connected === 10);
  const [welcome] = socket.messages as unknown as [{ view: { pin: string; rehearsal?: true } }];
  expect(welcome.view.rehearsal).toBe(true);
  for (const on of [onA, onB]) expect((await on.get(`/pins/${welcome.view.pin}`, null)).status).toBe(404);

  const rehearsal = `/sessions/${sessionId}`;
  await onB.command(sessionId, "start");
  await socket.next("board", ({ answered }) => answered === 10);
  expect((await onA.get(`${rehearsal}/results`)).status).toBe(404);
  const { body } = await onA.get<{ sessions: { id: string }[] }>("/sessions");
  expect(body.sessions.some(({ id }) => id === sessionId)).toBe(false);

  await callAction(a!, "tryOutAction", [quizId], desk);
  await socket.next("view", ({ view }) => (view as { phase: Phase }).phase.name === "ended");
});
