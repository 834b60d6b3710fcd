import { type Random, seededRandom } from "#lib/kernel/random.ts";
import { spreadOf } from "../measure/percentiles.ts";
import { createAgenda } from "./agenda.ts";
import type { Plan } from "./arithmetic.ts";
import type { Costs } from "./costs.ts";
import type { Load } from "./load.ts";
import { createNode, type SimulatedNode } from "./node.ts";
import { createStation } from "./station.ts";

/** What a cell did with its answers in virtual time. */
export interface Outcome {
  answers: number;
  /** From the arrival of an answer at a node to the sending of its acknowledgment. */
  ackP50Ms: number;
  ackP99Ms: number;
  ackMaxMs: number;
  /** How long after the last arrival the last acknowledgment went out. */
  drainMs: number;
  /** Shares of their cores in the busiest stretch as long as a burst: the busiest node, Postgres, the busiest Redis master. */
  nodeShare: number;
  postgresShare: number;
  redisShare: number;
  /** Boards of one session on one node, and the mean time from one to the next while there was news. */
  boards: number;
  boardEveryMs: number;
}

/** So long is looked at when many sessions ask at instants of their own. */
const WINDOW_MS = 6_000;

/**
 * Plays the answers of one cell, seeded: they arrive at random instants of their session's burst at random nodes, queue
 * for the core of the node, are grouped as the intake groups them, queue for Postgres, are acknowledged, and told to Redis
 * and to the other nodes, while each node's ticker sends boards at the pace the product keeps. All costs are measured.
 */
export function simulate(costs: Costs, load: Load, plan: Plan, seed: number): Outcome {
  const random = seededRandom(seed);
  const agenda = createAgenda();
  const postgres = createStation(agenda, load.burstMs, plan.postgresCores);
  const redis = Array.from({ length: plan.redisMasters }, () => createStation(agenda, load.burstMs));
  const sessions = Math.max(1, Math.round(load.sessions / plan.cells));
  const acks: number[] = [];
  let lastAckMs = 0;
  /** The shards of a single session lie on all masters, and each gets its part. */
  let turn = 0;
  const nodes: SimulatedNode[] = [];
  for (let i = 0; i < plan.nodes; i++) {
    nodes.push(
      createNode({
        agenda,
        costs,
        postgres,
        stretchMs: load.burstMs,
        socketsOf: load.playersEach / plan.nodes,
        redisOf: (session) => redis[(sessions === 1 ? turn++ : session) % redis.length]!,
        onStored(session, answers) {
          for (const other of nodes) if (other !== nodes[i]) other.hear(session, answers);
        },
        onAck(waitedMs) {
          acks.push(waitedMs);
          lastAckMs = agenda.now();
        },
      }),
    );
  }
  const arrivals = arrivalsOf(load, sessions, random);
  for (const { atMs, session } of arrivals) {
    const node = nodes[Math.floor(random() * nodes.length)]!;
    agenda.at(atMs, () => node.answer(session));
  }
  const lastArrivalMs = arrivals.reduce((last, { atMs }) => Math.max(last, atMs), 0);
  agenda.run();
  return report();

  function report(): Outcome {
    const { p50, p99, max } = spreadOf(acks);
    const boards = nodes.flatMap((node) => node.boardGapsMs());
    return {
      answers: acks.length,
      ackP50Ms: p50,
      ackP99Ms: p99,
      ackMaxMs: max,
      drainMs: lastAckMs - lastArrivalMs,
      nodeShare: Math.max(...nodes.map((node) => node.busiestShare())),
      postgresShare: postgres.busiestShare(),
      redisShare: Math.max(...redis.map((master) => master.busiestShare())),
      boards: boards.length / plan.nodes,
      boardEveryMs: boards.reduce((sum, gap) => sum + gap, 0) / boards.length,
    };
  }
}

function arrivalsOf(load: Load, sessions: number, random: Random): { atMs: number; session: number }[] {
  const arrivals: { atMs: number; session: number }[] = [];
  for (let session = 0; session < sessions; session++) {
    // One session asks at the start; of many, each at an instant of its own, seen through a window.
    const opensAtMs = sessions === 1 ? 0 : random() * load.questionEveryMs;
    if (opensAtMs > WINDOW_MS) continue;
    for (let i = 0; i < load.playersEach; i++)
      arrivals.push({ atMs: opensAtMs + random() * load.burstMs, session });
  }
  return arrivals;
}
