import type { LeaderboardEntry } from "#lib/leaderboard/leaderboard-store.ts";
import type { RebuildableLeaderboard } from "#lib/leaderboard/rebuildable-leaderboard.ts";
import type { RedisClient } from "#lib/redis/client.ts";
import { redisLeaderboard } from "#lib/redis/hash-sharded-leaderboard.ts";
import { rangeShardedLeaderboard } from "#lib/redis/range-sharded-leaderboard.ts";
import { crossingShare, MAX_SCORE, newGame } from "./players.ts";
import type { BoardFigures, BoardShape, Cost } from "./shape.ts";
import type { BenchStore } from "./stores.ts";

const SESSION = "bench";
/** As the intake groups answers, and as a rebuild fills. */
const GROUP = 200;
const REBUILD_BATCH = 1_000;
/** A question's answers: of everybody, up to this many. */
const WAVE_MAX = 20_000;
const UNDER_WAY = 8;

/** Fills a board, then measures each kind of call for about `budgetMs`, or once if it takes longer. */
export async function measureBoard(
  store: BenchStore,
  shape: BoardShape,
  budgetMs: number,
): Promise<BoardFigures> {
  await store.flush();
  const board = openBoard(store.redis, shape);
  const game = newGame(shape.players);
  const rebuild = await measure(store, 0, 1, () => rebuildBoard(board, game.entries));
  const before = game.entries.slice(0, WAVE_MAX);
  const after = game.answer(before);
  const update = await measure(store, 0, 1, () => putInGroups(board, after));
  const ids = after.map(({ playerId }) => playerId);
  let next = 0;
  const someIds = () => {
    next += GROUP;
    const from = next % Math.max(ids.length - GROUP, 1);
    return ids.slice(from, from + GROUP);
  };
  const thousands = before.length / 1_000;
  return {
    ...shape,
    crossing: shape.partition === "range" ? crossingShare(before, after, shape.shards) : 0,
    update: {
      players: before.length,
      waveMs: update.wallMs,
      wallMs: update.wallMs / thousands,
      redisMs: update.redisMs / thousands,
      nodeMs: update.nodeMs / thousands,
    },
    top: await measure(store, budgetMs, UNDER_WAY, () => board.top(SESSION, 10)),
    places: await measure(store, budgetMs, UNDER_WAY, () => board.places(SESSION, someIds())),
    cuts: await measure(store, budgetMs, UNDER_WAY, () => board.cuts(SESSION, 64)),
    all: await measure(store, budgetMs, 1, () => board.all(SESSION)),
    rebuild,
  };
}

function openBoard(redis: RedisClient, { partition, shards }: BoardShape): RebuildableLeaderboard {
  return partition === "hash"
    ? redisLeaderboard(redis, { shards })
    : rangeShardedLeaderboard(redis, { partition: { shards, maxScore: MAX_SCORE } });
}

async function rebuildBoard(
  board: RebuildableLeaderboard,
  entries: readonly LeaderboardEntry[],
): Promise<void> {
  const rebuildId = (await board.startRebuild(SESSION)) as string;
  for (let i = 0; i < entries.length; i += REBUILD_BATCH)
    await board.fill(SESSION, rebuildId, entries.slice(i, i + REBUILD_BATCH));
  await board.finishRebuild(SESSION, rebuildId);
}

async function putInGroups(
  board: RebuildableLeaderboard,
  entries: readonly LeaderboardEntry[],
): Promise<void> {
  const groups: LeaderboardEntry[][] = [];
  for (let i = 0; i < entries.length; i += GROUP) groups.push(entries.slice(i, i + GROUP));
  const putOn = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) await board.put(SESSION, group);
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, putOn));
}

/** Calls until the budget is spent, `underWay` at a time, at least once each. */
async function measure(
  store: BenchStore,
  budgetMs: number,
  underWay: number,
  call: () => Promise<unknown>,
): Promise<Cost> {
  const [redisFromMs, cpuFrom, from] = [await store.cpuMs(), process.cpuUsage(), performance.now()];
  let calls = 0;
  let spentMs = 0;
  const callOn = async () => {
    do {
      const startedAt = performance.now();
      await call();
      spentMs += performance.now() - startedAt;
      calls++;
    } while (performance.now() - from < budgetMs);
  };
  await Promise.all(Array.from({ length: underWay }, callOn));
  const cpu = process.cpuUsage(cpuFrom);
  return {
    wallMs: spentMs / calls,
    redisMs: ((await store.cpuMs()) - redisFromMs) / calls,
    nodeMs: (cpu.user + cpu.system) / 1_000 / calls,
  };
}
