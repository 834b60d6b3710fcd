import type { Config } from "../config/config.ts";
import { systemClock } from "../kernel/clock.ts";
import type { LeaderboardEntry, LeaderboardStore } from "../leaderboard/leaderboard-store.ts";
import { memoryLeaderboard } from "../leaderboard/memory-leaderboard.ts";
import type { RebuildableLeaderboard } from "../leaderboard/rebuildable-leaderboard.ts";
import { resilientLeaderboard } from "../leaderboard/resilient-leaderboard.ts";
import type { AttemptLimiter } from "../limits/limiter.ts";
import { memoryLimiter } from "../limits/memory-limiter.ts";
import { memoryNearRooms, type NearRooms } from "../limits/near-rooms.ts";
import type { Logger } from "../observability/logger.ts";
import type { Metrics } from "../observability/metrics.ts";
import { connectRedis, disconnectRedis } from "../redis/client.ts";
import { redisLeaderboard } from "../redis/hash-sharded-leaderboard.ts";
import { redisLimiter } from "../redis/limiter.ts";
import { redisNearRooms } from "../redis/near-rooms.ts";
import { redisPresence } from "../redis/presence.ts";
import { redisBus } from "../redis/session-bus.ts";
import type { SessionBus } from "../session/live/bus.ts";
import { memoryBus } from "../session/live/memory-bus.ts";
import { memoryPresence } from "../session/live/memory-presence.ts";
import type { Presence } from "../session/live/presence.ts";
import { mendable } from "./start-failure.ts";

/** The fast, shared state of many nodes: in Redis where there is one, else in the process. Postgres stays the truth. */
export interface Speed {
  leaderboard: LeaderboardStore & { degraded(): boolean };
  bus: SessionBus;
  presence: Presence;
  limiter: AttemptLimiter;
  near: NearRooms;
  redis(): "ok" | "down" | "unused";
  close(): Promise<void>;
}

export interface SpeedDeps {
  /** A session's board, computed from the database. */
  loadEntries(sessionId: string): Promise<readonly LeaderboardEntry[]>;
  nodeId: string;
  logger: Logger;
  metrics: Metrics;
}

export async function openSpeed(config: Config, deps: SpeedDeps): Promise<Speed> {
  return config.redis ? overRedis(config.redis, deps) : inProcess(deps);
}

function inProcess(deps: SpeedDeps): Speed {
  const leaderboard = resilient(memoryLeaderboard(), deps);
  const bus = memoryBus();
  const presence = memoryPresence();
  return {
    leaderboard,
    bus,
    presence,
    limiter: memoryLimiter(),
    near: memoryNearRooms(systemClock),
    redis: () => "unused",
    async close() {
      leaderboard.close();
      await presence.close();
      await bus.close();
    },
  };
}

async function overRedis(target: NonNullable<Config["redis"]>, deps: SpeedDeps): Promise<Speed> {
  const { logger, metrics } = deps;
  let connected = false;
  const redis = await mendable(
    "unreachable",
    connectRedis(
      "url" in target ? target : { cluster: target.cluster.map(({ host, port }) => `${host}:${port}`) },
      // A start that fails says so itself.
      {
        onError(error) {
          if (!connected) return;
          metrics.redisError("connection");
          logger.warn({ error: error.message }, "Redis");
        },
        onCommand: metrics.redisCommand,
      },
    ),
  );
  connected = true;
  const state = () => (leaderboard.degraded() || !bus.healthy() ? "down" : "ok");
  // Which server of a cluster has a session changes when one takes over for another, so each session is a part.
  const partOf = "url" in target ? undefined : (sessionId: string) => sessionId;
  const leaderboard = resilient(redisLeaderboard(redis), deps, partOf);
  const bus = await redisBus(redis, {
    onHealthy(healthy) {
      if (healthy)
        logger.info({ action: "recovered", part: "redis notices" }, "Notices between nodes arrive again");
      else
        logger.warn(
          { action: "degraded", part: "redis notices" },
          "Notices between nodes are not arriving; this node asks Postgres every second",
        );
    },
    onLag: metrics.busLag,
    onError: () => metrics.redisError("bus"),
    onMalformed: () => metrics.redisError("notice"),
  });
  const presence = redisPresence(redis, {
    nodeId: deps.nodeId,
    onNodeGone: (sessionId) => bus.publish(sessionId, { type: "presence" }),
    onError: () => metrics.redisError("presence"),
  });
  return {
    leaderboard,
    bus,
    presence,
    limiter: redisLimiter(redis),
    near: redisNearRooms(redis, systemClock),
    redis: state,
    async close() {
      leaderboard.close();
      await presence.close();
      await bus.close();
      await disconnectRedis(redis);
    },
  };
}

function resilient(
  primary: RebuildableLeaderboard,
  { loadEntries, logger, metrics }: SpeedDeps,
  partOf?: (sessionId: string) => string,
) {
  return resilientLeaderboard({
    primary,
    loadEntries,
    ...(partOf ? { partOf } : {}),
    onDegraded(degraded, cause) {
      if (degraded) metrics.redisError("leaderboard");
      if (degraded)
        logger.warn(
          { action: "degraded", part: "redis boards", err: cause },
          "The leaderboard store is not responding; standings come from Postgres",
        );
      else logger.info({ action: "recovered", part: "redis boards" }, "The leaderboard store answers again");
    },
    onRebuilt: ({ players, tookMs }) => {
      metrics.boardRebuilt(tookMs);
      logger.debug({ players, tookMs }, "Rebuilt a leaderboard");
    },
  });
}
