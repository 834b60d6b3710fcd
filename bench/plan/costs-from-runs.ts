import type { Options } from "../options.ts";
import type { FigureName } from "../report/figures.ts";
import type { Summary } from "../report/summary.ts";
import type { Costs } from "./costs.ts";

/** What `npm run bench -- --json` writes, as far as it is needed here. */
export interface BenchJson {
  options: Pick<Options, "scenario" | "players" | "nodes" | "join">;
  summary: { ovation?: Partial<Record<FigureName, Summary>> };
}

const SMALL_ROOM = 20;

/**
 * Unit costs from bench runs, by medians: a `wave` on one node and one of the same size on several, `boards`, and
 * `many-rooms`. What these do not tell stays as in `known`.
 *
 *   a frame        CPU of a board to everybody ÷ sockets
 *   an answer      CPU of a wave − its frames, ÷ answers
 *   a notice       as known: what an answer costs more on a further node is mostly that node's own groups and cold code
 *   a board        CPU of many small rooms − answers − frames, ÷ boards: the host's commands are in it, too
 *   a reveal       what it costs more on a further node is each player's part, the rest is each socket's
 */
export function costsFromRuns(runs: readonly BenchJson[], known: Costs): Costs {
  const oneNode = find(runs, "wave", (nodes) => nodes === 1);
  const [first, more] = pairOfWaves(runs);
  const boards = find(runs, "boards", () => true);
  const rooms = find(runs, "many-rooms", () => true);

  const frameMs = figure(boards, "cpuMsPerBoard") / boards.options.players;
  const answers = figure(oneNode, "answersAcked");
  const answerMs =
    (figure(oneNode, "serverCpuS") * 1_000 - (figure(oneNode, "framesOut") - answers) * frameMs) / answers;
  const redisAnswerMs = (figure(oneNode, "redisCpuS") * 1_000) / answers;

  const roomAnswers = figure(rooms, "answersAcked");
  const roomFrames = figure(rooms, "framesOut") - roomAnswers;
  // Each player gets one view for each question; all other frames are boards.
  const roomBoards = (roomFrames - roomAnswers) / SMALL_ROOM;
  const boardMs =
    (figure(rooms, "serverCpuS") * 1_000 - roomAnswers * answerMs - roomFrames * frameMs) / roomBoards;

  const further = more.options.nodes - first.options.nodes;
  const extra = (name: FigureName) =>
    Math.max(0, (figure(more, name) - figure(first, name)) / 1_000 / further);
  const revealPlayerMs = extra("cpuMsPer1000Reveals");
  return {
    node: {
      ...known.node,
      joinMs: figure(oneNode, "cpuMsPer1000Joins") / 1_000,
      // By socket, to join is to connect.
      connectMs: oneNode.options.join === "socket" ? 0 : figure(oneNode, "cpuMsPer1000Connects") / 1_000,
      answerMs,
      frameMs,
      revealPlayerMs,
      boardMs: Math.max(0, boardMs),
      revealSocketMs: Math.max(0, figure(oneNode, "cpuMsPer1000Reveals") / 1_000 - revealPlayerMs),
      rssSocketKb: figure(oneNode, "rssPerPlayerKb"),
    },
    postgres: {
      ...known.postgres,
      joinMs: figure(oneNode, "postgresCpuMsPer1000Joins") / 1_000,
      answerMs: (figure(oneNode, "postgresCpuS") * 1_000) / answers,
      revealPlayerMs: (figure(oneNode, "revealPostgresCpuS") * 1_000) / answers,
    },
    redis: {
      ...known.redis,
      answerMs: redisAnswerMs,
      boardMs: Math.max(0, (figure(rooms, "redisCpuS") * 1_000 - roomAnswers * redisAnswerMs) / roomBoards),
    },
  };
}

function figure({ options, summary }: BenchJson, name: FigureName): number {
  const found = summary.ovation?.[name]?.median;
  if (found === undefined)
    throw new Error(`${options.scenario} of ${options.players} players has no figure ${name}`);
  return found;
}

/** The largest run of a scenario. */
function find(
  runs: readonly BenchJson[],
  scenario: Options["scenario"],
  on: (nodes: number) => boolean,
): BenchJson {
  const [largest] = runs
    .filter(({ options }) => options.scenario === scenario && on(options.nodes))
    .toSorted((a, b) => b.options.players - a.options.players);
  if (!largest) throw new Error(`no run of ${scenario} among the files`);
  return largest;
}

/** Two waves of the same size on one node and on several. */
function pairOfWaves(runs: readonly BenchJson[]): [BenchJson, BenchJson] {
  const more = find(runs, "wave", (nodes) => nodes > 1);
  const same = runs.filter(({ options }) => options.players === more.options.players);
  return [find(same, "wave", (nodes) => nodes === 1), more];
}
