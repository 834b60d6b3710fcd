import { describe, expect, test } from "vitest";
import { newRound } from "../../../bench/generator/round.ts";
import { lineThrough, medianOf, spreadOf } from "../../../bench/measure/percentiles.ts";
import { samplesOf } from "../../../bench/measure/round-figures.ts";
import { troubles } from "../../../bench/report/print.ts";
import { verdictsOn } from "../../../bench/report/targets.ts";

describe("percentiles", () => {
  test("are values that were measured, by nearest rank", () => {
    const samples = Array.from({ length: 1_000 }, (_, i) => 1_000 - i);
    expect(spreadOf(samples)).toEqual({ count: 1_000, p50: 500, p95: 950, p99: 990, max: 1_000 });
    expect(spreadOf([7])).toMatchObject({ p50: 7, p99: 7, max: 7 });
    expect(spreadOf([]).p99).toBeNaN();
  });

  test("the median of runs leaves out what was not measured", () => {
    expect(medianOf([3, Number.NaN, 1, 2])).toBe(2);
    expect(medianOf([4, 1])).toBe(2.5);
  });
});

describe("the line through points", () => {
  test("has the slope they were made with, and says how well it is known", () => {
    const points = Array.from({ length: 100 }, (_, x) => ({ x, y: 5 + 2 * x + (x % 2 === 0 ? 3 : -3) }));
    const { slope, halfWidth } = lineThrough(points);
    expect(Math.abs(slope - 2)).toBeLessThan(halfWidth);
    expect(halfWidth).toBeLessThan(0.03);
  });

  test("is known exactly when there is no noise", () => {
    const { slope, halfWidth } = lineThrough([0, 1, 2, 3].map((x) => ({ x, y: 10 * x })));
    expect(slope).toBeCloseTo(10);
    expect(halfWidth).toBeCloseTo(0);
  });
});

describe("what a round looked like", () => {
  /** Three players of one room: acks at 110, 120 and 130 ms; boards with two answers at 150, with three at 400. */
  function record() {
    const { record: round } = newRound([{ pin: "1", players: [1, 2, 3] }]);
    round.dueAtMs.set([100, 100, 100]);
    round.sentAtMs.set([100, 101, 100]);
    round.ackedAtMs.set([110, 120, 130]);
    round.viewAtMs.set([50, 52, 58]);
    round.revealAtMs.set([500, 501, 502]);
    round.youAtMs.set([510, 530, 520]);
    round.rooms[0] = {
      pin: "1",
      players: 3,
      opensAtMs: 55,
      boards: [
        { answered: 2, seenAtMs: Float64Array.of(150, 151, 152) },
        { answered: 3, seenAtMs: Float64Array.of(400, 400, 400) },
      ],
    };
    return round;
  }

  test("acks are timed from the sending, boards from the ack to the first board that counts the answer", () => {
    const samples = samplesOf([record()]);
    expect(samples.ack).toEqual([10, 19, 30]);
    expect(samples.boardSeen).toEqual([40, 31, 270]);
    expect(samples.late).toEqual([0, 1, 0]);
  });

  test("skew counts from the first arrival, a reveal from its first sight to the last line", () => {
    const samples = samplesOf([record()]);
    expect(samples.openingSkew).toEqual([0, 2, 8]);
    expect(samples.openedLate).toBe(1);
    expect(samples.reveal).toEqual([30]);
  });

  test("a room in two processes is one room", () => {
    const [mine, theirs] = [record(), record()];
    theirs.viewAtMs.set([60, 60, 60]);
    theirs.youAtMs.set([610, 610, 610]);
    const samples = samplesOf([mine, theirs]);
    expect(Math.max(...samples.openingSkew)).toBe(10);
    expect(samples.reveal).toEqual([110]);
  });

  test("a player who never got an ack has no sample", () => {
    const round = record();
    round.ackedAtMs[1] = Number.NaN;
    expect(samplesOf([round]).ack).toEqual([10, 30]);
  });
});

describe("the report", () => {
  test("names every figure that must be 0 and is not", () => {
    const lines = troubles({ ovation: [{ answersLost: 0 }, { answersLost: 2, disconnects: 1 }] });
    expect(lines).toHaveLength(2);
    expect(lines.join()).toContain("answers lost is 2");
  });

  test("targets are judged by medians, and only at the size they are set for", () => {
    const results = {
      ovation: [{ ackP99Ms: 100 }, { ackP99Ms: 900 }, { ackP99Ms: 300 }],
      "socketio-coalesced": [{ ackP99Ms: 100 }],
    };
    expect(verdictsOn(results, 10_000)).toMatchObject([{ value: 3, limit: "≤ 2", met: false }]);
    expect(verdictsOn(results, 200)).toEqual([]);
  });
});
