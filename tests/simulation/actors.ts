import { ackOf } from "#lib/protocol/ack.ts";
import type { HostCommand } from "#lib/session/phases/command.ts";
import { type Phase, questionIndexOf } from "#lib/session/phases/phase.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import { personalLines } from "#lib/session/players/personal.ts";
import { teamBoard } from "#lib/session/teams/team-board.ts";
import { CALM } from "./network.ts";
import {
  anyNode,
  killNode,
  type Node,
  pick,
  type SimulatedPlayer,
  startNode,
  truth,
  type World,
} from "./world.ts";

/** Joins until told it is in, then answers: mostly in time, sometimes early, late, twice, or the wrong question. */
export async function playerActor(world: World, player: SimulatedPlayer): Promise<void> {
  const { random, time, sessionId } = world;
  const joinKey = `key of ${player.name}`;
  await time.sleep(random() * 5_000);
  while (world.running && player.playerId === null) {
    const node = anyNode(world);
    const joined =
      node &&
      (await reply(
        world,
        node,
        node.joinSession({ sessionId, name: player.name, joinKey, ...teamSaid(world, player) }),
      ));
    if (joined?.ok) player.playerId = joined.value.playerId;
    else await time.sleep(200 + random() * 800);
  }
  if (player.playerId === null) return;
  connect(world, player);
  while (world.running) {
    await time.sleep(30 + random() * 500);
    if (random() < 0.05) await blink(world, player);
    const { phase } = truth(world);
    const current = questionIndexOf(phase);
    if (current === null) continue;
    const answered = player.acks.some((ack) => ack.questionIndex === current);
    if (answered && random() < 0.85) continue;
    if (random() < 0.15) continue;
    void answer(world, player, random() < 0.05 ? current + (random() < 0.5 ? -1 : 1) : current);
  }
}

/** Teams that are there, and where phones make them, the same few names again and again. */
function teamSaid(world: World, { name }: SimulatedPlayer): { team?: string } {
  if (!world.teams) return {};
  const captain = truth(world).settings.teams?.assign === "captain";
  const number = 1 + (Number(name.at(-1)) % 2);
  return { team: captain ? `Crew ${number}` : `t${number}` };
}

/** Screens that look at the teams' board all the time, and a host who puts players into other teams. */
export async function teamsActor(world: World): Promise<void> {
  const { random, time, sessionId } = world;
  while (world.running) {
    await time.sleep(50 + random() * 400);
    for (const { live, stores } of world.nodes) {
      const copy = live.peek(sessionId);
      if (copy) void teamBoard(stores, copy).catch(() => {});
    }
    if (random() < 0.9) continue;
    const node = anyNode(world);
    const playerId = pick(random, world.players)?.playerId;
    const teamId = pick(random, truth(world).teams)?.teamId;
    if (!node || !playerId || !teamId) continue;
    void reply(world, node, node.conductor.command(sessionId, { command: "movePlayer", playerId, teamId }));
  }
}

async function answer(world: World, player: SimulatedPlayer, questionIndex: number): Promise<void> {
  const { random, time, sessionId } = world;
  const node = anyNode(world);
  if (!node || player.playerId === null || questionIndex < 0) return;
  const { playerId } = player;
  const question = truth(world).quiz.questions[questionIndex];
  const response = random() < 0.03 ? { text: "nonsense" } : responseTo(question?.kind, random);
  const receivedAtMs = time.now();
  // Some clients count their answers, others do not.
  const sent = player.acks.filter((ack) => ack.questionIndex === questionIndex).length;
  const change = player.name.endsWith("2") ? undefined : sent;
  const submission = { sessionId, playerId, questionIndex, response, receivedAtMs, change };
  const outcome = await reply(world, node, node.submitAnswer(submission));
  if (!outcome?.ok) return;
  player.acks.push({ questionIndex, atMs: time.now(), receipt: outcome.value });
  const ack = ackOf(outcome.value);
  if (truth(world).settings.reveal === "suspense" && revealOf(world, questionIndex) === "suspense") {
    if ("correct" in ack || "points" in ack || "rank" in ack || "streak" in ack)
      world.violations.push(`an ack told in suspense how question ${questionIndex} went`);
  }
}

function responseTo(kind: string | undefined, random: () => number) {
  if (kind === "number") return { number: Math.floor(random() * 100) };
  if (kind === "slider") return { number: Math.floor(random() * 11) * 10 };
  if (kind === "pin") return { point: { x: random(), y: random() } };
  if (kind === "match") return { match: [0, 0, 0].map(() => Math.floor(random() * 2)) };
  if (kind === "wordcloud") return { texts: [random() < 0.5 ? "trust" : "Time"] };
  if (kind === "rating") return { number: 1 + Math.floor(random() * 5) };
  if (kind === "multiple") return { choices: random() < 0.5 ? [0, 1] : [2] };
  return { choice: Math.floor(random() * 2) };
}

function connect(world: World, player: SimulatedPlayer): void {
  if (player.playerId === null || player.connectedSinceMs !== null) return;
  player.connectedSinceMs = world.time.now();
  world.presence.enter(world.sessionId, { role: "player", playerId: player.playerId });
  world.network.bus({ alive: true }).publish(world.sessionId, { type: "presence" });
}

/** The socket goes away and comes back. */
async function blink(world: World, player: SimulatedPlayer): Promise<void> {
  if (player.playerId === null || player.connectedSinceMs === null) return;
  player.connectedSinceMs = null;
  world.presence.leave(world.sessionId, { role: "player", playerId: player.playerId });
  world.network.bus({ alive: true }).publish(world.sessionId, { type: "presence" });
  await world.time.sleep(world.random() * 8_000);
  connect(world, player);
}

const COMMANDS: [weight: number, command: string][] = [
  ...([
    [10, "next"],
    [3, "start"],
    [3, "close"],
    [3, "pause"],
    [3, "resume"],
    [2, "addTime"],
    [2, "skip"],
  ] as [number, string][]),
  ...([
    [1, "lock"],
    [2, "unlock"],
    [2, "kick"],
    [2, "restore"],
    [2, "setReveal"],
    [0.3, "finish"],
  ] as [number, string][]),
];

/** A nervous host, now and then on two devices. */
export async function hostActor(world: World): Promise<void> {
  const { random, time } = world;
  await time.sleep(2_000 + random() * 3_000);
  void command(world, "start");
  while (world.running) {
    await time.sleep(300 + random() * random() * 9_000);
    let at = random() * COMMANDS.reduce((sum, [weight]) => sum + weight, 0);
    const chosen = COMMANDS.find(([weight]) => {
      at -= weight;
      return at < 0;
    });
    const times = random() < 0.1 ? 2 : 1;
    const wanted = chosen?.[1] ?? "next";
    // As the control room has it: until the question opens, there is "open" where "close" will be.
    const name = wanted === "close" && isAnnounced(truth(world).phase, time.now()) ? "open" : wanted;
    for (let i = 0; i < times; i++) void command(world, name);
  }
}

function isAnnounced(phase: Phase, nowMs: number): boolean {
  return phase.name === "question" && nowMs < phase.opensAtMs;
}

export async function command(world: World, name: string): Promise<void> {
  const { random, time, sessionId } = world;
  const player = pick(random, world.players);
  const playerId = player?.playerId ?? "nobody";
  if (player && name === "kick") player.kicked = true;
  const asked = (
    name === "kick" || name === "restore"
      ? { command: name, playerId }
      : name === "addTime"
        ? { command: name, ms: 1_000 + Math.floor(random() * 2_000) }
        : name === "setReveal"
          ? { command: name, reveal: pick(random, ["instant", "suspense"]) }
          : { command: name }
  ) as HostCommand;
  const expectedVersion = random() < 0.5 ? truth(world).version : undefined;
  const entry = { command: name, fromMs: time.now(), untilMs: Number.POSITIVE_INFINITY };
  world.hostCommands.push(entry);
  // Who wants somebody out clicks again until told that it is done.
  const attempts = name === "kick" || name === "restore" ? 20 : 1;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const node = anyNode(world);
    const asking = node?.conductor.command(sessionId, asked, { expectedVersion });
    if (node && asking && (await reply(world, node, asking))) break;
    await time.sleep(attempts > 1 ? 500 : 0);
  }
  entry.untilMs = time.now();
}

/** A host who finds keys wrong and thinks again; with dice of its own, so that the rest of a seed's run stays as it was. */
export async function regradeActor(world: World, random: () => number): Promise<void> {
  const { time, sessionId } = world;
  const by = { accountId: "account", name: "Host" };
  while (world.running) {
    await time.sleep(1_000 + random() * 6_000);
    const node = anyNodeOf(world, random);
    if (!node) continue;
    const { quiz } = truth(world);
    const questionIndex = Math.floor(random() * quiz.questions.length);
    const kind = quiz.questions[questionIndex]?.kind;
    const changes = [
      { void: random() < 0.5 },
      { points: random() < 0.5 ? (2 as const) : (0 as const) },
      { accept: responseTo(kind, random) },
    ];
    const change = { questionIndex, ...changes[Math.floor(random() * changes.length)] };
    if (random() < 0.3) {
      const done = (await reply(world, node, node.regrading.list(sessionId)))?.at(-1);
      if (done) void reply(world, node, node.regrading.undo(sessionId, done.id, by)).catch(() => {});
      continue;
    }
    const profile = random() < 0.2 ? (random() < 0.5 ? "accuracy-first" : "classic-streak") : null;
    const asked = { changes: [change], profile, reason: "A wrong key", by, preview: random() < 0.2 } as const;
    for (let times = random() < 0.2 ? 2 : 1; times > 0; times--)
      void reply(world, node, node.regrading.regrade(sessionId, { ...asked, changes: [change] })).catch(
        () => {},
      );
  }
}

function anyNodeOf({ nodes }: World, random: () => number): Node | undefined {
  return nodes[Math.floor(random() * nodes.length)];
}

/** Kills nodes and starts new ones, takes the bus, the boards and the database away for a while. */
export async function chaosActor(world: World): Promise<void> {
  const { random, time, network } = world;
  while (world.running) {
    await time.sleep(500 + random() * 4_000);
    if (!world.running) return;
    const { faults } = network;
    switch (Math.floor(random() * 8)) {
      case 0:
      case 1: {
        const victim = anyNode(world);
        if (victim) killNode(world, victim);
        await time.sleep(random() * 4_000);
        if (world.running && (world.nodes.length === 0 || (world.nodes.length < 3 && random() < 0.8)))
          startNode(world);
        break;
      }
      case 2:
        Object.assign(faults, { busDown: true, busDownSeen: random() < 0.7 });
        await time.sleep(random() * (faults.busDownSeen ? 6_000 : 700));
        Object.assign(faults, { busDown: false, busDownSeen: false });
        break;
      case 3:
        faults.boardsDown = true;
        await time.sleep(random() * 4_000);
        faults.boardsDown = false;
        break;
      case 4:
        network.wipeBoards();
        break;
      case 5:
        Object.assign(faults, { latencyMs: 600 * random(), holdMs: 900 * random() });
        await time.sleep(random() * 3_000);
        Object.assign(faults, { latencyMs: CALM.latencyMs, holdMs: CALM.holdMs });
        break;
      case 6:
        faults.databaseDown = true;
        await time.sleep(random() * 2_500);
        faults.databaseDown = false;
        break;
      default:
        Object.assign(faults, {
          noticesLost: random() * 0.3,
          noticesTwice: random() * 0.3,
          noticeDelayMs: random() * 300,
          callsLost: random() * 0.1,
          stuck: random() * 0.1,
        });
    }
  }
}

/** Somebody who looks at boards and own lines all the time, and knows what may not be on them. */
export async function spyActor(world: World): Promise<void> {
  const { random, time, sessionId } = world;
  while (world.running) {
    await time.sleep(100 + random() * 600);
    const node = anyNode(world);
    if (!node || truth(world).settings.reveal !== "suspense") continue;
    void spy(world, node, sessionId).catch(() => {});
  }
}

async function spy(world: World, node: Node, sessionId: string): Promise<void> {
  const hidden = runningQuestion(world);
  if (hidden === null) return;
  const live = await node.live.open(sessionId);
  if (!live) return;
  const deps = { ...node.stores, leaderboard: node.leaderboard };
  const ids = world.players.flatMap((player) => player.playerId ?? []);
  const version = live.session.version;
  const board = await node.leaderboard.all(sessionId);
  const lines = await personalLines(deps, live, world.random() < 0.5 ? ids : ids.slice(0, 1));
  if (!node.alive || runningQuestion(world) !== hidden) return;
  for (const { playerId, score, name } of board) {
    if (score > scoreWithout(world, playerId, hidden))
      world.violations.push(`the board showed question ${hidden} of ${name} while it was running`);
  }
  // A copy that is behind may show what was public then, and its reader sees the same old phase.
  if (live.session.version !== version || questionIndexOf(live.session.phase) !== hidden) return;
  for (const line of lines.values()) {
    if (line.answer?.questionIndex === hidden && "points" in line.answer)
      world.violations.push(`${line.name} was told the points of question ${hidden} while it was running`);
  }
}

/** When players learned how they did in this question. */
function revealOf({ database }: World, index: number): string | undefined {
  const during = database.history.findLast(({ session }) => {
    const running = runningPhase(session.phase);
    return running.name === "question" && running.index === index;
  });
  return during?.session.settings.reveal;
}

function runningQuestion(world: World): number | null {
  const { phase } = truth(world);
  const running = phase.name === "paused" ? phase.phase : phase;
  return running.name === "question" ? running.index : null;
}

function scoreWithout(world: World, playerId: string, questionIndex: number): number {
  let score = 0;
  for (const answer of world.database.answers.values())
    if (answer.playerId === playerId && answer.questionIndex !== questionIndex) score += answer.points;
  return score;
}

/** What a client gets back: nothing if the node dies first or the reply takes too long. */
async function reply<T>(world: World, node: Node, promise: Promise<T>): Promise<T | undefined> {
  const answered = promise.then(
    (value) => (node.alive ? value : undefined),
    () => undefined,
  );
  return Promise.race([answered, world.time.sleep(15_000).then(() => undefined)]);
}
