import { afterEach, expect, test } from "vitest";
import { REBUILD_LEASE_MS } from "#lib/leaderboard/rebuildable-leaderboard.ts";
import { createLiveSessions } from "#lib/session/live/live-sessions.ts";
import { memoryBus } from "#lib/session/live/memory-bus.ts";
import { DELAY_MAX_MS, GRACE_MS } from "#lib/session/phases/due.ts";
import type { Session } from "#lib/session/session.ts";
import { memoryStores } from "#tests/support/memory-stores.ts";
import { CALM } from "./network.ts";
import { type VirtualTime, virtualTime } from "./virtual-time.ts";
import { killNode, type Node, newWorld, START_MS, startNode, truth, type World } from "./world.ts";

/** The races that simulations found, each alone: two events in the order that once went wrong. */

/** A seed whose first question is a single choice with the first option right. */
const SINGLE_CHOICE_FIRST = 1;
/** A seed whose first question is a multiple choice. */
const COMPOSED_FIRST = 22;

let time: VirtualTime;
let world: World;
afterEach(() => time.restore());

async function table(players: number, seed = 1): Promise<Node> {
  time = virtualTime(START_MS);
  world = await newWorld(seed, time);
  const node = startNode(world);
  for (let i = 0; i < players; i++) {
    await done(node.joinSession({ sessionId: world.sessionId, name: `Player ${i + 1}` }));
  }
  return node;
}

/** Lets time pass until the promise has settled. */
async function done<T>(promise: Promise<T>): Promise<T> {
  let settled = false;
  const mark = () => {
    settled = true;
  };
  promise.then(mark, mark);
  await time.runUntil(time.now() + 60_000, () => settled);
  return promise;
}

function order(node: Node, command: "start" | "next" | "skip" | "close" | "pause", expectedVersion?: number) {
  return node.conductor.command(world.sessionId, { command }, { expectedVersion });
}

async function opened(node: Node): Promise<void> {
  await done(order(node, "start"));
  await passes(truth(world).settings.readingMs + 4_000);
}

const passes = (ms: number) => time.runUntil(time.now() + ms);
const ids = () => [...world.database.players.values()].map((player) => player.playerId);

function answers(node: Node, playerId: string) {
  const { kind } = truth(world).quiz.questions[0]!;
  const response =
    kind === "number" ? { number: 50 } : kind === "multiple" ? { choices: [0] } : { choice: 0 };
  const receivedAtMs = time.now();
  return node.submitAnswer({
    sessionId: world.sessionId,
    playerId,
    questionIndex: 0,
    response,
    receivedAtMs,
  });
}

test("[SIM2] a read that ends late does not count the answers of one question for the next", async () => {
  time = virtualTime(START_MS);
  world = await newWorld(1, time);
  const { sessionId } = world;
  let answerOldRead = () => {};
  const stores = memoryStores(world.database, {
    call: async (work) => work(),
    untilCommit: async () => true,
  });
  let slow = false;
  const get = async (id: string): Promise<Session | null> => {
    const session = await stores.sessions.get(id);
    if (slow) await new Promise<void>((resolve) => (answerOldRead = resolve));
    return session;
  };
  const live = createLiveSessions({
    ...stores,
    sessions: { ...stores.sessions, get },
    answers: { ...stores.answers, answeredBy: async (_, index) => (index === 0 ? ["ada", "ben"] : []) },
    bus: memoryBus(),
    now: time.now,
    onError() {},
  });
  const copy = (await live.open(sessionId))!;
  const at = (version: number, index: number): Session => ({
    ...copy.session,
    version,
    phase: { name: "question", index, shownAtMs: 0, opensAtMs: 0, closesAtMs: 1 },
  });
  world.database.sessions.get(sessionId)!.session = at(2, 0);
  slow = true;
  const reading = live.refresh(sessionId);
  await passes(1);
  live.adopt(at(3, 1));
  answerOldRead();
  await done(reading);
  expect(copy.session.version).toBe(3);
  expect([...copy.answered]).toEqual([]);
});

test("[SIM2] news that come while a session is being read are looked at again", async () => {
  const node = await table(1);
  const other = startNode(world);
  const copy = (await done(other.live.open(world.sessionId)))!;
  Object.assign(world.network.faults, { noticesLost: 1 });
  // The read is on its way back when the session changes; then the news arrive.
  const late = other.live.refresh(world.sessionId);
  await done(order(node, "start"));
  const again = other.live.refresh(world.sessionId);
  await done(Promise.all([late, again]));
  expect(copy.session.phase.name).toBe("question");
});

test("[SIM2] removed players who have answered do not close a question that others still think about", async () => {
  const node = await table(3);
  const [ada, ben, eve] = ids();
  for (const playerId of [ada!, ben!]) world.presence.enter(world.sessionId, { role: "player", playerId });
  await opened(node);
  await done(answers(node, eve!));
  await done(node.conductor.command(world.sessionId, { command: "kick", playerId: eve! }));
  // A node that comes later reads who has answered from the database.
  const other = startNode(world);
  await done(other.live.open(world.sessionId));
  await done(answers(other, ada!));
  await passes(300);
  expect(truth(world).phase.name).toBe("question");
});

test("[SIM2] a player whose joining a node has not heard of does not lose the question", async () => {
  const node = await table(1);
  const other = startNode(world);
  await done(other.live.open(world.sessionId));
  Object.assign(world.network.faults, { noticesLost: 1 });
  await done(node.joinSession({ sessionId: world.sessionId, name: "Unheard of" }));
  world.network.faults = { ...CALM };
  await opened(other);
  await done(answers(other, ids()[0]!));
  await passes(300);
  expect(truth(world).phase.name).toBe("question");
});

test("[SIM3] next, sent while the answers are counted, goes on from the count: not stale, not twice, not uncounted", async () => {
  const node = await table(1);
  await opened(node);
  void order(node, "close");
  await passes(20);
  const counting = truth(world);
  expect(counting.phase).toMatchObject({ name: "reveal", result: null });
  const other = startNode(world);
  const [next, elsewhere] = await done(
    Promise.all([order(node, "next", counting.version), order(other, "next", counting.version)]),
  );
  expect([next, elsewhere].filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(truth(world).phase.name).toBe("standings");
  const reveals = world.database.history.filter(({ session }) => session.phase.name === "reveal");
  expect(reveals.at(-1)?.session.phase).toMatchObject({ result: { answered: 0 } });
});

test("[SIM3] an impatient next after skip is not a step too many", async () => {
  const node = await table(1);
  await opened(node);
  void order(node, "skip");
  await passes(20);
  const next = await done(order(node, "next"));
  expect(next).toMatchObject({ ok: true, value: { phase: { name: "question", index: 1 } } });
});

test("[SIM3] a question that two nodes count is settled in one step", async () => {
  const node = await table(2);
  const other = startNode(world);
  await done(other.live.open(world.sessionId));
  await opened(node);
  await done(answers(node, ids()[0]!));
  const { version } = truth(world);
  await done(order(node, "close"));
  await passes(2_000);
  expect(truth(world)).toMatchObject({
    version: version + 2,
    phase: { name: "reveal", result: { answered: 1 } },
  });
});

test("[SIM3] a question is counted while the host has paused", async () => {
  const node = await table(1);
  await opened(node);
  void order(node, "close");
  await passes(20);
  await done(order(node, "pause"));
  await passes(1_000);
  expect(truth(world).phase).toMatchObject({
    name: "paused",
    phase: { name: "reveal", result: { answered: 0 } },
  });
});

test("[SIM3] an answer received in time and stored after the count is counted all the same", async () => {
  const node = await table(2, SINGLE_CHOICE_FIRST);
  const other = startNode(world);
  await done(other.live.open(world.sessionId));
  await opened(node);
  // A transaction that takes long: it sees the question open, and ends after the room has moved on. Its node hears nothing.
  world.network.faults.holdMs = 60_000;
  const late = answers(node, ids()[0]!);
  await passes(20);
  world.network.faults = { ...CALM, noticesLost: 1 };
  await done(order(other, "skip"));
  await passes(300);
  expect(truth(world)).toMatchObject({ voided: [0], phase: { name: "question", index: 1 } });
  expect(world.database.answers.size).toBe(0);
  expect(await done(late)).toMatchObject({ ok: true });
  await passes(1_000);
  expect([...world.database.answers.values()]).toMatchObject([{ points: 0, correct: null }]);
  expect([...world.database.players.values()].map((player) => player.score)).toEqual([0, 0]);
});

test("[SIM4] a player who is taken back stands on the board again, with the points", async () => {
  const node = await table(2);
  const [ada] = ids();
  for (const command of ["kick", "restore"] as const)
    await done(node.conductor.command(world.sessionId, { command, playerId: ada! }));
  const board = await done(node.leaderboard.all(world.sessionId));
  expect(board.map((standing) => standing.playerId)).toContain(ada);
});

test("[SIM4] a player whose restoring only a dead node knew of stands on the board that the next node makes", async () => {
  const node = await table(2);
  const [ada] = ids();
  await done(node.leaderboard.all(world.sessionId));
  await done(node.conductor.command(world.sessionId, { command: "kick", playerId: ada! }));
  world.network.faults.boardsDown = true;
  await done(node.conductor.command(world.sessionId, { command: "restore", playerId: ada! }));
  world.network.faults.boardsDown = false;
  // The node begins to mend the board, and dies.
  await done(world.network.boards(node).startRebuild(world.sessionId));
  killNode(world, node);
  await passes(REBUILD_LEASE_MS);
  const board = await done(startNode(world).leaderboard.all(world.sessionId));
  expect(board.map((standing) => standing.playerId)).toContain(ada);
});

test("[SIM4] what is stored is acknowledged, though no board can be told", async () => {
  const node = await table(2);
  await opened(node);
  Object.assign(node.leaderboard, { places: () => Promise.reject(new Error("no board")) });
  expect(await done(answers(node, ids()[0]!))).toMatchObject({ ok: true });
});

test("[SIM4] a lobby that nobody starts ends by itself, and its node does not forget it before", async () => {
  const node = await table(1);
  await passes(3_600_000);
  expect(node.live.peek(world.sessionId)).not.toBeNull();
  await passes(24 * 3_600_000);
  expect(truth(world).phase.name).toBe("ended");
});

test("[SC2] a node that missed a resume measures from the new opening", async () => {
  const node = await table(2);
  const other = startNode(world);
  await done(other.live.open(world.sessionId));
  await opened(node);
  const [ada, ben] = ids();
  await passes(500);
  Object.assign(world.network.faults, { noticesLost: 1 });
  await done(node.conductor.command(world.sessionId, { command: "pause" }));
  await passes(1_200);
  await done(node.conductor.command(world.sessionId, { command: "resume" }));
  const phase = truth(world).phase;
  if (phase.name !== "question") throw new Error(`the session is in ${phase.name}`);
  await passes(Math.max(0, phase.opensAtMs - time.now()) + 300);
  const receivedAtMs = time.now();
  const [near, far] = await done(Promise.all([answers(node, ada!), answers(other, ben!)]));
  for (const receipt of [near, far]) {
    if (!receipt.ok) throw new Error(receipt.error.code);
    expect(receipt.value.answer.elapsedMs).toBe(receivedAtMs - phase.opensAtMs);
  }
});

test("[SE4] what a node's held loop comes late to still counts, up to its bound, and its clock waits for it", async () => {
  const node = await table(4, SINGLE_CHOICE_FIRST);
  await opened(node);
  const { phase } = truth(world);
  if (phase.name !== "question") throw new Error(`the session is in ${phase.name}`);
  const [ada, ben, cleo] = ids();
  const until = (atMs: number) => time.runUntil(atMs, () => false);
  node.delayMs = 1_200;
  await until(phase.closesAtMs + GRACE_MS + 900);
  expect(truth(world).phase.name).toBe("question");
  expect(await done(answers(node, ada!))).toMatchObject({ ok: true });
  node.delayMs = 0;
  expect(await done(answers(node, ben!))).toMatchObject({ ok: false, error: { code: "question_closed" } });
  // However far behind it is, nobody waits longer than the bound.
  node.delayMs = 60_000;
  await until(phase.closesAtMs + GRACE_MS + DELAY_MAX_MS + 1);
  expect(await done(answers(node, cleo!))).toMatchObject({ ok: false });
  await passes(1_000);
  expect(truth(world).phase).toMatchObject({ name: "reveal", result: { answered: 1 } });
});

test("[AN2] what stands on a phone when the host closes comes within the grace, and before that there is no key", async () => {
  const node = await table(2, COMPOSED_FIRST);
  const [ada, ben] = ids();
  for (const playerId of [ada!, ben!]) world.presence.enter(world.sessionId, { role: "player", playerId });
  await opened(node);
  await passes(1_000);
  const closing = order(node, "close");
  await passes(100);
  const { phase } = truth(world);
  expect(phase).toMatchObject({ name: "question", cutAtMs: expect.any(Number) });
  if (phase.name !== "question") return;
  const receipt = await done(answers(node, ada!));
  if (!receipt.ok) throw new Error(receipt.error.code);
  expect(receipt.value.answer.elapsedMs).toBe(phase.closesAtMs - phase.opensAtMs);
  expect(truth(world).phase.name).toBe("question");
  expect(await done(closing)).toMatchObject({
    ok: true,
    value: { phase: { name: "reveal", result: { answered: 1 } } },
  });
  expect(await done(answers(node, ben!))).toMatchObject({ ok: false, error: { code: "question_closed" } });
});

test("[AN2] a node that dies as the host closes leaves the closing to the clock of another", async () => {
  const node = await table(2, COMPOSED_FIRST);
  for (const playerId of ids()) world.presence.enter(world.sessionId, { role: "player", playerId });
  await opened(node);
  const other = startNode(world);
  await done(other.live.open(world.sessionId));
  await passes(1_000);
  void order(node, "next");
  await passes(100);
  expect(truth(world).phase).toMatchObject({ name: "question", cutAtMs: expect.any(Number) });
  killNode(world, node);
  expect(await done(answers(other, ids()[0]!))).toMatchObject({ ok: true });
  await passes(5_000);
  const phases = world.database.history.map(({ session }) => session.phase);
  expect(phases).toContainEqual(
    expect.objectContaining({ name: "reveal", index: 0, result: expect.objectContaining({ answered: 1 }) }),
  );
});

test.each([
  ["one tap answers", SINGLE_CHOICE_FIRST, true],
  ["nobody is here whose phone could send", COMPOSED_FIRST, false],
])("[AN2] the host's close is at once where %s", async (_why, seed, here) => {
  const node = await table(2, seed);
  if (here) for (const playerId of ids()) world.presence.enter(world.sessionId, { role: "player", playerId });
  await opened(node);
  await passes(1_000);
  const askedAtMs = time.now();
  await done(order(node, "close"));
  expect(truth(world).phase).toMatchObject({ name: "reveal", closedAtMs: askedAtMs });
});
