import { BOARD_EVERY_MS, CORE_SHARE } from "#lib/realtime/broadcast-load.ts";
import type { Costs } from "./costs.ts";
import { BUDGET, type Load } from "./load.ts";

/** How a load is carried: by cells that share nothing, each with nodes, a Postgres and Redis masters of its own. */
export interface Plan {
  cells: number;
  /** In each cell. */
  nodes: number;
  postgresCores: number;
  redisMasters: number;
}

/** What one cell of a plan comes to at its busiest; shares are of one core, or of all cores of Postgres. */
export interface Demand {
  answersPerSecond: number;
  nodeShare: number;
  postgresShare: number;
  redisShare: number;
  nodeRssMb: number;
  joinsPerSecond: number;
  joinNodeShare: number;
  joinPostgresShare: number;
  /** CPU of one reveal of one session on each node, in milliseconds: for so long answers of others wait. */
  revealNodeMs: number;
  revealRedisMs: number;
  /** From one board of a session to the next, at least. */
  boardEveryMs: number;
}

const NODES_MAX = 64;

/** The same sums as in docs/PERFORMANCE.md. Sessions are spread over all nodes of a cell, as any balancer does it. */
export function demandOf({ node, postgres, redis }: Costs, load: Load, plan: Plan): Demand {
  const { nodes, cells } = plan;
  const sessions = load.sessions / cells;
  const players = sessions * load.playersEach;
  const asking = askingAtOnce(load, sessions);
  const answersPerSecond = (asking * load.playersEach) / (load.burstMs / 1_000);
  const heard = (nodes - 1) / nodes;
  const perSecond = (ms: number) => (answersPerSecond * ms) / 1_000;
  const socketsOfSession = load.playersEach / nodes;
  const framesMs = socketsOfSession * node.frameMs;
  const framesShare = (asking * framesMs) / BOARD_EVERY_MS;
  // One room slows itself down, many slow each other down (lib/realtime/broadcast-load.ts).
  const boardEveryMs = Math.max(BOARD_EVERY_MS, (BOARD_EVERY_MS * framesShare) / CORE_SHARE);
  const boardsPerSecond = (asking * 1_000) / boardEveryMs;
  const joinsPerSecond = players / (load.joinWithinMs / 1_000);
  return {
    answersPerSecond,
    nodeShare:
      perSecond(node.answerMs / nodes + node.noticeMs * heard) +
      (boardsPerSecond * (node.boardMs + framesMs)) / 1_000,
    postgresShare: perSecond(postgres.answerMs) / plan.postgresCores,
    redisShare:
      (perSecond(redis.answerMs) + (boardsPerSecond * nodes * redis.boardMs) / 1_000) / plan.redisMasters,
    nodeRssMb: node.rssBaseMb + ((players / nodes) * node.rssSocketKb + players * node.rssPlayerKb) / 1_024,
    joinsPerSecond,
    joinNodeShare: (joinsPerSecond * (node.joinMs + node.connectMs)) / nodes / 1_000,
    joinPostgresShare: (joinsPerSecond * postgres.joinMs) / 1_000 / plan.postgresCores,
    revealNodeMs: socketsOfSession * node.revealSocketMs + load.playersEach * node.revealPlayerMs,
    revealRedisMs: nodes * load.playersEach * redis.revealPlayerMs,
    boardEveryMs,
  };
}

/**
 * How many sessions ask at once, at the busiest. Of many that ask at instants of their own: the mean and three standard
 * deviations.
 */
function askingAtOnce(load: Load, sessions: number): number {
  const mean = (sessions * load.burstMs) / load.questionEveryMs;
  return Math.min(sessions, Math.max(1, mean + 3 * Math.sqrt(mean)));
}

/** The smallest cell that keeps the budget, cells given. Null if none does. */
export function smallestPlan(costs: Costs, load: Load, cells: number): Plan | null {
  for (let nodes = 1; nodes <= NODES_MAX; nodes++) {
    const alone = demandOf(costs, load, { cells, nodes, postgresCores: 1, redisMasters: 1 });
    const postgresCores = Math.ceil(
      Math.max(alone.postgresShare, alone.joinPostgresShare) / BUDGET.postgresCores,
    );
    const redisMasters = Math.ceil(alone.redisShare / BUDGET.redisCore);
    const fits =
      alone.nodeShare <= BUDGET.nodeCore &&
      alone.joinNodeShare <= BUDGET.nodeCore &&
      alone.nodeRssMb <= BUDGET.nodeRssMb;
    if (fits) return { cells, nodes, postgresCores, redisMasters };
  }
  return null;
}
