import { type Random, seededRandom } from "#lib/kernel/random.ts";
import type { LeaderboardStore } from "#lib/leaderboard/leaderboard-store.ts";
import { resilientLeaderboard } from "#lib/leaderboard/resilient-leaderboard.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import { createDomain, type Domain } from "#lib/runtime/domain.ts";
import type { AnswerReceipt } from "#lib/scoring/answer-receipt.ts";
import { boardEntries } from "#lib/scoring/board-entries.ts";
import { createSession } from "#lib/session/create-session.ts";
import { memoryPresence } from "#lib/session/live/memory-presence.ts";
import type { Presence } from "#lib/session/live/presence.ts";
import type { Session } from "#lib/session/session.ts";
import { settingsSchema } from "#lib/session/settings.ts";
import {
  type MemoryDatabase,
  type MemoryStores,
  memoryDatabase,
  memoryStores,
} from "#tests/support/memory-stores.ts";
import { type Member, type Network, network } from "./network.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** One session, the nodes that serve it, and what everybody was told. */
export interface World {
  random: Random;
  time: VirtualTime;
  database: MemoryDatabase;
  network: Network;
  presence: Presence;
  sessionId: string;
  nodes: Node[];
  players: SimulatedPlayer[];
  hostCommands: { command: string; fromMs: number; untilMs: number }[];
  /** What was seen that must not be; collected while the run goes on. */
  violations: string[];
  /** Whether it is played in teams. */
  teams: boolean;
  /** False once actors should go home. */
  running: boolean;
}

export interface Node extends Domain, Member {
  /** By how much its loop was held just now. */
  delayMs: number;
  stores: MemoryStores;
  leaderboard: LeaderboardStore;
}

export interface SimulatedPlayer {
  name: string;
  /** Set once a join was acknowledged. */
  playerId: string | null;
  connectedSinceMs: number | null;
  /** Whether the host ever tried to remove this player. */
  kicked: boolean;
  acks: { questionIndex: number; atMs: number; receipt: AnswerReceipt }[];
}

export const START_MS = 1_800_000_000_000;

export async function newWorld(seed: number, time: VirtualTime, teams = false): Promise<World> {
  const random = seededRandom(seed);
  const database = memoryDatabase(time.now);
  const world: World = {
    random,
    time,
    database,
    network: network(time, random),
    presence: memoryPresence(time),
    sessionId: "",
    nodes: [],
    players: [],
    hostCommands: [],
    violations: [],
    running: true,
    teams,
  };
  // Of its own, so that the games of older seeds stay what they were.
  const changeAnswers = seed % 4 === 1;
  const survey = seed % 16 === 7 && !teams;
  world.sessionId = await openSession(world, { changeAnswers, survey });
  return world;
}

export function truth(world: World): Session {
  return world.database.sessions.get(world.sessionId)!.session;
}

export function startNode(world: World): Node {
  const { time, network, database } = world;
  const member: Member & { delayMs: number } = { alive: true, delayMs: 0 };
  const stores = memoryStores(database, network.link(member));
  const leaderboard = resilientLeaderboard({
    primary: network.boards(member),
    loadEntries: (sessionId) => boardEntries(stores, sessionId),
    clock: time,
  });
  const domain = createDomain({
    ...stores,
    leaderboard,
    bus: network.bus(member),
    presence: world.presence,
    clock: time,
    delayMs: () => member.delayMs,
    closeGraceMs: 2_000,
    onError: () => {},
    maxInFlight: 2,
  });
  const node = Object.assign(member, domain, { stores, leaderboard });
  domain.conductor.start();
  world.nodes.push(node);
  return node;
}

/** SIGKILL: whatever was under way on this node stays undone or untold. */
export function killNode(world: World, node: Node): void {
  node.alive = false;
  world.nodes.splice(world.nodes.indexOf(node), 1);
  // Only to stop its clock-work; nothing a dead node does reaches anybody.
  void node.conductor.stop();
}

export function anyNode(world: World): Node | undefined {
  return pick(world.random, world.nodes);
}

export function pick<T>(random: Random, items: readonly T[]): T | undefined {
  return items[Math.floor(random() * items.length)];
}

const QUESTIONS = [
  { kind: "single", options: [{ text: "a", correct: true }, { text: "b" }, { text: "c" }] },
  { kind: "truefalse", correct: false },
  { kind: "number", correct: 50, closest: true },
  { kind: "multiple", options: [{ text: "a", correct: true }, { text: "b", correct: true }, { text: "c" }] },
  { kind: "slider", min: 0, max: 100, step: 10, correct: 50, margin: 20 },
  {
    kind: "pin",
    media: { id: "0123456789abcdefghij-4x3.png", alt: "A map" },
    targets: [{ x: 0.5, y: 0.5, radius: 0.3 }],
  },
  {
    kind: "match",
    pairs: [
      { item: "a", group: "x" },
      { item: "b", group: "y" },
      { item: "c", group: "x" },
    ],
  },
  { kind: "rating", scale: 5 },
  { kind: "wordcloud", moderation: "host" },
  { kind: "slide", text: "Read this." },
  { kind: "slide", autoAdvance: true },
  { kind: "poll", options: [{ text: "tea" }, { text: "coffee" }] },
  { kind: "number", correct: 10, tolerance: 20, points: 2 },
];

async function openSession(
  { random, time, database, teams }: World,
  { changeAnswers, survey }: { changeAnswers: boolean; survey: boolean },
): Promise<string> {
  const questions = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, i) => ({
    ...pick(random, QUESTIONS),
    prompt: `Question ${i + 1}`,
    timeLimitMs: 2_000 + Math.floor(random() * 4_000),
  }));
  const quiz = parseQuiz({ title: "Simulated", questions });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  const settings = settingsSchema.parse({
    profile: pick(random, ["classic", "classic-streak", "accuracy-first"]),
    reveal: pick(random, ["instant", "suspense"]),
    pace: random() < 0.7 ? "auto" : "host",
    away: pick(random, ["hold", "advance"]),
    readingMs: Math.floor(random() * 1_500),
    revealMs: 1_000 + Math.floor(random() * 2_000),
    standingsMs: 1_000 + Math.floor(random() * 1_000),
    ...(teams ? teamsOf(random) : {}),
  });
  if (survey) Object.assign(settings, { mode: "survey", reveal: "suspense" });
  if (changeAnswers) Object.assign(settings, { changeAnswers, reveal: "suspense" });
  const { sessions } = memoryStores(database, {
    call: async (work) => work(),
    untilCommit: async () => true,
  });
  const session = await createSession(
    { sessions, random, now: time.now },
    { accountId: "host", quizId: "quiz", quiz: quiz.value, settings },
  );
  return session.id;
}

function teamsOf(random: Random) {
  const assign = pick(random, ["choose", "draw", "captain"]);
  const count = 2 + Math.floor(random() * 3);
  return { mode: "teams", teams: { assign, count, score: pick(random, ["average", "sum"]) } };
}
