import { medianOf, spreadOf } from "../measure/percentiles.ts";
import { samplesOf } from "../measure/round-figures.ts";
import type { Figures } from "../report/figures.ts";
import type { Played } from "./play-question.ts";

/** The figures of some questions together, each of which so many players were to answer. */
export function answerFigures(played: readonly Played[], players: number): Figures {
  const sum = (of: (each: Played) => number) => played.reduce((total, each) => total + of(each), 0);
  const samples = played.map((each) => samplesOf(each.records));
  const ack = spreadOf(samples.flatMap((each) => each.ack));
  const boardSeen = spreadOf(samples.flatMap((each) => each.boardSeen));
  const skew = spreadOf(samples.flatMap((each) => each.openingSkew));
  const reveal = spreadOf(samples.flatMap((each) => each.reveal));
  const acked = sum((each) => each.acked);
  const figures: Figures = {
    ackP50Ms: ack.p50,
    ackP95Ms: ack.p95,
    ackP99Ms: ack.p99,
    ackMaxMs: ack.max,
    boardSeenP50Ms: boardSeen.p50,
    boardSeenP99Ms: boardSeen.p99,
    openingSkewP99Ms: skew.p99,
    openingSkewMaxMs: skew.max,
    openedLate: samples.reduce((total, each) => total + each.openedLate, 0),
    framesOut: sum((each) => each.frames),
    megabytesOut: sum((each) => each.bytes) / 1e6,
    serverCpuS: sum((each) => each.answering.server),
    generatorCpuS: sum((each) => each.answering.generator),
    postgresCpuS: sum((each) => each.answering.postgres),
    redisCpuS: sum((each) => each.answering.redis),
    balancerCpuS: sum((each) => each.answering.balancer),
    cpuMsPer1000Answers: (sum((each) => each.answering.server) / acked) * 1e6,
    generatorLateP99Ms: spreadOf(samples.flatMap((each) => each.late)).p99,
    answersSent: sum((each) => each.sent),
    answersAcked: acked,
    answersRefused: sum((each) => each.refused),
    answersUnanswered: players * played.length - sum((each) => each.acked + each.refused),
  };
  if (reveal.count > 0) {
    const wholeCpuS = sum((each) => each.answering.server + (each.revealing?.server ?? 0));
    figures.wholeCpuMsPer1000 = (wholeCpuS / acked) * 1e6;
    figures.closingMs = medianOf(played.map((each) => each.closingMs));
    figures.bytesPerPlayer = sum((each) => each.bytesInAll) / (players * played.length);
    figures.revealMs = reveal.max;
    figures.revealPostgresCpuS = sum((each) => each.revealing?.postgres ?? 0);
    figures.cpuMsPer1000Reveals = (sum((each) => each.revealing?.server ?? 0) / acked) * 1e6;
  }
  return figures;
}
