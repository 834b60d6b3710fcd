import { afterEach, describe, expect, test } from "vitest";
import {
  newTraceparent,
  parseTraceparent,
  type Sampler,
  type Span,
  traceparentOf,
} from "#lib/kernel/trace.ts";
import { samples } from "#lib/observability/trace-sampler.ts";
import { createTraces, type ServerTraces } from "#lib/observability/traces.ts";
import { traceAnswer } from "#lib/runtime/trace-answer.ts";
import { traceGroup } from "#lib/scoring/trace-group.ts";
import type { AnswerToCommit } from "#lib/session/answer-store.ts";
import { type Collector, startCollector } from "#tests/support/programs/otlp-collector.ts";
import { eventually } from "#tests/support/waiting.ts";

const CALLER = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function tracing(sampler: Sampler = { name: "always_on", ratio: 1 }) {
  const collector = await startCollector();
  const counted = { sent: 0, dropped: 0 };
  const traces = createTraces({
    ...{ endpoint: `${collector.endpoint}/`, headers: { "api-key": "secret" }, serviceName: "ovation" },
    ...{ version: "1.2.3", sampler, everyMs: 5 },
    onSpans: (result, count) => {
      counted[result] += count;
    },
  });
  cleanUps.push(collector.close, traces.stop);
  return { collector, traces, counted };
}

const submission = {
  receivedAtMs: 2_000,
  pressedAtMs: 1_900,
  sessionId: "s",
  questionIndex: 0,
  playerId: "p",
  response: {},
};

function named(collector: Collector, name: string) {
  return collector.spans.filter((span) => span.name === name);
}

describe("what a client says of its place in a trace", () => {
  test("[TR1] is read as W3C Trace Context writes it, and anything else is no place", () => {
    expect(parseTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")).toEqual(CALLER);
    expect(parseTraceparent(traceparentOf(CALLER))).toEqual(CALLER);
    expect(parseTraceparent(newTraceparent())).not.toBeNull();
    const others = [
      "",
      "00-1-2-3",
      `00-${"0".repeat(32)}-${CALLER.spanId}-01`,
      `00-${CALLER.traceId}-${"0".repeat(16)}-01`,
    ];
    for (const other of [...others, null, 7, ["00"]]) expect(parseTraceparent(other)).toBeNull();
  });

  test("[TR3] decides nothing about sampling, which goes by the id of the trace", () => {
    const ids = Array.from({ length: 4_000 }, () => newTraceparent().slice(3, 35));
    const kept = (sampler: Sampler) => ids.filter((id) => samples(sampler, id)).length;
    expect(kept({ name: "always_on", ratio: 0 })).toBe(4_000);
    expect(kept({ name: "parentbased_always_off", ratio: 1 })).toBe(0);
    expect(kept({ name: "traceidratio", ratio: 1 })).toBe(4_000);
    expect(kept({ name: "traceidratio", ratio: 0 })).toBe(0);
    // One in a million runs would be further off.
    expect(Math.abs(kept({ name: "parentbased_traceidratio", ratio: 0.25 }) - 1_000)).toBeLessThan(150);
  });
});

describe("spans", () => {
  test("[TR2] a tap, its request and its answer are one trace", async () => {
    const { collector, traces } = await tracing();
    const request = { traceId: "", span: traces.root(1_950) };
    request.traceId = request.span?.traceId ?? "";
    traces.request(request, () => {
      const traced = traceAnswer(traces, submission, "action", traceparentOf(CALLER));
      traced?.end("accepted");
    });
    traces.end(request.span as Span, { name: "POST /play", attributes: { "http.request.method": "POST" } });
    await eventually(() => expect(collector.spans).toHaveLength(3));
    const [tap, answer, page] = ["tap", "answer", "POST /play"].map((name) => named(collector, name)[0]);
    // What is logged of the request has the same id.
    expect(request.traceId).toBe(CALLER.traceId);
    expect(tap).toMatchObject({ ...CALLER, startMs: 1_900, endMs: 2_000 });
    expect(tap).not.toHaveProperty("parentSpanId");
    expect(page).toMatchObject({ traceId: CALLER.traceId, parentSpanId: CALLER.spanId, kind: 2 });
    expect(answer).toMatchObject({
      ...{ traceId: CALLER.traceId, parentSpanId: page?.spanId, kind: 1 },
      attributes: {
        "session.id": "s",
        "ovation.question": 0,
        "ovation.door": "action",
        "ovation.outcome": "accepted",
      },
    });
    expect(collector.resource()).toMatchObject({ "service.name": "ovation", "service.version": "1.2.3" });
    expect(collector.headers[0]?.["api-key"]).toBe("secret");
  });

  test("[TR2] a tap that a retry repeats is told once", async () => {
    const { collector, traces } = await tracing();
    for (const outcome of ["accepted", "repeat"])
      traceAnswer(traces, submission, "socket", traceparentOf(CALLER))?.end(outcome);
    await eventually(() => expect(named(collector, "answer")).toHaveLength(2));
    expect(named(collector, "tap")).toHaveLength(1);
  });

  test("[TR2] a group stands in its first answer's trace, links to the others, and they to it", async () => {
    const { collector, traces } = await tracing();
    const answers = [0, 1, 2].map(() => traceAnswer(traces, submission, "socket", null));
    const group = [...answers.map((answer) => ({ span: answer?.span })), {}] as AnswerToCommit[];
    const traced = traceGroup(traces, group);
    traced?.within(() => expect(traces.current()).toBe(traced.span));
    traced?.end(false);
    for (const answer of answers) answer?.end("accepted");
    await eventually(() => expect(collector.spans).toHaveLength(4));
    const [first, ...others] = named(collector, "answer");
    const [span] = named(collector, "intake group");
    expect(span).toMatchObject({ traceId: first?.traceId, parentSpanId: first?.spanId });
    expect(span?.links.map(({ traceId }) => traceId)).toEqual(others.map(({ traceId }) => traceId));
    expect(span?.attributes).toEqual({ "ovation.answers": 4 });
    for (const { links } of others) expect(links).toEqual([{ traceId: span?.traceId, spanId: span?.spanId }]);
    expect(traceGroup(traces, [{} as AnswerToCommit])).toBeNull();
  });

  test("[TR3] what is not sampled has no span, whatever a client says", async () => {
    const { traces } = await tracing({ name: "always_off", ratio: 1 });
    expect(traceAnswer(traces, submission, "socket", traceparentOf(CALLER))).toBeNull();
    expect(traces.root(0)).toBeNull();
  });
});

describe("a collector", () => {
  const spanOf = (traces: ServerTraces) => traces.root(1) as Span;

  test("[TR4] that hangs costs a bounded number of spans, and the rest is counted as dropped", async () => {
    const { collector, traces, counted } = await tracing();
    collector.answers("hang");
    for (let i = 0; i < 10_000; i++) traces.end(spanOf(traces), { name: `${i}` });
    expect(counted.dropped).toBeGreaterThan(5_000);
    expect(counted.dropped).toBeLessThan(6_000);
    await traces.stop();
    expect(counted).toEqual({ sent: 0, dropped: 10_000 });
  });

  test("[TR4] that is full for a moment gets the same spans again; one that refuses them does not", async () => {
    const { collector, traces, counted } = await tracing();
    collector.answers(503);
    traces.end(spanOf(traces), { name: "kept" });
    await eventually(() => expect(collector.headers.length).toBe(1));
    collector.answers(200);
    await eventually(() => expect(counted.sent).toBe(1));
    collector.answers(400);
    traces.end(spanOf(traces), { name: "refused" });
    await eventually(() => expect(counted.dropped).toBe(1));
    expect(collector.spans.map(({ name }) => name)).toEqual(["kept"]);
  });

  test("[TR4] gets what is left when the server stops", async () => {
    const { collector, traces, counted } = await tracing();
    traces.end(spanOf(traces), { name: "last" });
    await traces.stop();
    expect(collector.spans.map(({ name }) => name)).toEqual(["last"]);
    expect(counted).toEqual({ sent: 1, dropped: 0 });
  });
});
