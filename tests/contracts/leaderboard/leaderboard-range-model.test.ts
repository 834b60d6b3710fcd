import { afterAll, beforeAll, expect, test } from "vitest";
import { type Random, seededRandom } from "#lib/kernel/random.ts";
import { connectRedis, disconnectRedis, type RedisClient } from "#lib/redis/client.ts";
import { type RangeKeys, rangeKeys } from "#lib/redis/keys.ts";
import type { RangeSteps } from "#lib/redis/range-moves.ts";
import { redisRangeSteps } from "#lib/redis/range-steps.ts";
import { redisScripts } from "#lib/redis/scripts.ts";
import { startRedis, type TestRedis } from "#tests/support/programs/redis.ts";
import { emptyShard, type ShardModel, shardScripts } from "../../simulation/range-moves-model.ts";
import { entry, freshSession } from "./leaderboard-suite.ts";

let server: TestRedis;
let redis: RedisClient;
beforeAll(async () => {
  server = await startRedis();
  redis = await connectRedis({ url: server.url });
});
afterAll(async () => {
  await disconnectRedis(redis);
  await server.stop();
});

const PARTITION = { shards: 3, maxScore: 8 };

test("[LB21] the scripts do what the simulation takes them to do", async () => {
  for (const seed of [1, 2, 3, 4]) {
    const random = seededRandom(seed);
    const keys = rangeKeys(freshSession(), 0, PARTITION);
    const scripts = redisRangeSteps(redis, redisScripts(redis), [keys], 3600);
    const model = emptyShard();
    for (let step = 0; step < 250; step++) {
      const [name, call] = anyStep(random);
      const context = `seed ${seed}, step ${step}, ${name}`;
      expect(await call(scripts), context).toEqual(await call(modelSteps(model)));
      expect(await stateOf(keys), context).toEqual(stateOfModel(model));
    }
  }
});

type Call = (steps: RangeSteps) => Promise<unknown>;

/** One step with few players, versions and epochs, so that they meet. */
function anyStep(random: Random): [string, Call] {
  const below = (n: number) => Math.floor(random() * n);
  const some = Array.from({ length: 1 + below(3) }, () => ({
    playerId: `p${below(4)}`,
    version: 1 + below(6),
  }));
  const playerIds = some.map(({ playerId }) => playerId);
  const totals = some.map(({ playerId }) => ({ playerId, packed: below(2 ** 53), range: below(3) }));
  const entrants = some.map((each) => ({ ...each, packed: below(1_000), entry: entry(3 + below(2)) }));
  const settled = some.map((each) => ({ ...each, range: random() < 0.2 ? null : below(3) }));
  const epoch = ["", "rebuild1", "rebuild2"][below(3)]!;
  const rebuildId = epoch || "rebuild1";
  const steps: [string, Call][] = [
    ["record", (on) => on.record(0, totals, null)],
    ["record for a rebuild", (on) => on.record(0, totals, rebuildId)],
    ["strike", (on) => on.strike(0, playerIds)],
    ["readmit", async (on) => void (await on.readmit(0, playerIds))],
    ["enter", (on) => on.enter(0, epoch, entrants)],
    ["leave", (on) => on.leave(0, epoch, some)],
    ["settle", (on) => on.settle(0, epoch, settled)],
  ];
  // Each begins a new epoch, after which little is left: rarely.
  if (random() < 0.04) return ["emptyRange", (on) => on.emptyRange(0, rebuildId)];
  if (random() < 0.08) return ["emptyHome", (on) => on.emptyHome(0, rebuildId)];
  return steps[below(steps.length)]!;
}

function modelSteps(model: ShardModel): RangeSteps {
  const scripts = shardScripts(model);
  return {
    record: async (_, totals, rebuildId) => scripts.record(totals, rebuildId),
    strike: async (_, playerIds) => scripts.strike(playerIds),
    readmit: async (_, playerIds) => scripts.readmit(playerIds),
    enter: async (_, epoch, entrants) => scripts.enter(epoch, entrants),
    leave: async (_, epoch, leavers) => scripts.leave(epoch, leavers),
    settle: async (_, epoch, settled) => scripts.settle(epoch, settled),
    emptyRange: async (_, rebuildId) => scripts.emptyRange(rebuildId),
    emptyHome: async (_, rebuildId) => scripts.emptyHome(rebuildId),
  };
}

/** Who stands where, in words. Members are eight digits of join order, then the player. */
async function stateOf({ board, players, homes, removals, state }: RangeKeys) {
  const [rows, details, homeOf, out, { rebuild, ranges = "", homes: epoch = "", ...rest }] =
    await Promise.all([
      redis.zrange(board, "0", "-1", "WITHSCORES"),
      redis.hgetall(players),
      redis.hgetall(homes),
      redis.hgetall(removals),
      redis.hgetall(state) as Promise<Record<string, string>>,
    ]);
  const range: Record<string, string> = {};
  for (const [playerId, each] of Object.entries(details))
    range[playerId] = `${each.match(/-(\d+)/)?.[1]} off`;
  for (let i = 0; i < rows.length; i += 2) {
    const playerId = rows[i]!.slice(8);
    expect(range[playerId]).toBeDefined();
    range[playerId] = `${details[playerId]?.match(/-(\d+)/)?.[1]} ${rows[i + 1]}`;
  }
  expect(rows.length / 2).toBe(Object.values(details).filter((each) => !each.startsWith("-")).length);
  const aside = Object.entries(rest).flatMap(([field, total]) =>
    field.startsWith("aside:") ? [[field.slice("aside:".length), total]] : [],
  );
  return {
    range,
    homes: homeOf,
    removals: out,
    aside: Object.fromEntries(aside),
    epochs: [ranges, epoch, rebuild ?? ""],
  };
}

function stateOfModel({ range, homes, removals, aside, rangeEpoch, homeEpoch, rebuild }: ShardModel) {
  const homeText = ({
    version,
    total,
    ranges,
  }: {
    version: number;
    total: number | null;
    ranges: number[];
  }) => `${version} ${total ?? "-"} ${ranges.join(",")}`;
  return {
    range: Object.fromEntries(
      [...range].map(([id, { version, total }]) => [id, `${version} ${total ?? "off"}`]),
    ),
    homes: Object.fromEntries([...homes].map(([id, home]) => [id, homeText(home)])),
    removals: Object.fromEntries(removals),
    aside: Object.fromEntries([...aside].map(([id, total]) => [id, `${total.packed} ${total.range}`])),
    epochs: [rangeEpoch, homeEpoch, rebuild ?? ""],
  };
}
