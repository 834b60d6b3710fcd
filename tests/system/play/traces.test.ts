/** A tap followed through the server to the boards, as an OpenTelemetry collector gets it. */
import { afterEach, expect, test } from "vitest";
import { playerCookieName } from "#lib/auth/cookies.ts";
import { newTraceparent } from "#lib/kernel/trace.ts";
import {
  type CollectedSpan,
  type Collector,
  startCollector,
} from "#tests/support/programs/otlp-collector.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { callAction } from "../call-action.ts";
import { seen, startGame } from "../socket-game.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function traced(
  env: Record<string, string> = {},
): Promise<{ collector: Collector; server: TestServer }> {
  const collector = await startCollector();
  cleanUps.push(collector.close);
  const server = await startServer({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, ...env } });
  cleanUps.push(() => server.stop());
  return { collector, server };
}

const answered = { questionIndex: 0, response: { choice: 0 } };

test("[TR2] an answer by socket, action or REST is one trace from the tap to the board", async () => {
  const { collector, server } = await traced({ LOG_LEVEL: "info" });
  // Somebody who does not answer keeps the question open.
  const playing = ["Ada", "Ben", "Cleo", "Dora"];
  const game = await startGame(server, playing, { settings: { reveal: "instant" } });
  expect(await game.calls.view(game.pin)).toMatchObject({ traced: true });
  await game.open(0);
  const pressedAtMs = Date.now();

  const taps = [0, 1, 2].map(() => newTraceparent());
  const [bySocket = "", byAction = "", byRest = ""] = taps;
  const { socket } = game.player("Ada");
  socket.send({ type: "answer", id: "a", ...answered, pressedAtMs, traceparent: bySocket });
  await seen(socket, "ack");
  const ben = game.player("Ben");
  const { result } = await callAction(
    server,
    "submitAnswerAction",
    [{ sessionId: game.sessionId, ...answered, pressedAtMs, traceparent: byAction }],
    `${playerCookieName(game.sessionId)}=${ben.token}`,
    `/play?pin=${game.pin}`,
  );
  expect(result).toMatchObject({ ok: true });
  const reply = await fetch(`${server.url}/api/v1/pins/${game.pin}/answers`, {
    ...{ method: "POST", body: JSON.stringify({ ...answered, pressedAtMs }) },
    headers: {
      authorization: `Bearer ${game.player("Cleo").token}`,
      ...{ "content-type": "application/json", traceparent: byRest },
    },
  });
  expect(reply.ok).toBe(true);

  const names = (tap: string) => traceOf(collector, tap).map(({ name }) => name);
  const inside = ["tap", "answer", "intake group", "answers.commit", "board"];
  await eventually(() => expect(names(bySocket)).toEqual(expect.arrayContaining(inside)));
  await eventually(() => expect(names(byAction)).toEqual(expect.arrayContaining([...inside, "POST /play"])));
  await eventually(() =>
    expect(names(byRest)).toEqual(expect.arrayContaining([...inside, "POST /api/v1/pins/{id}/answers"])),
  );
  for (const tap of taps) {
    const trace = traceOf(collector, tap);
    const ids = new Set(trace.map(({ spanId }) => spanId));
    // One tree: all but the tap hang on another span of it.
    for (const { name, parentSpanId } of trace)
      if (name === "tap") expect(parentSpanId).toBeUndefined();
      else expect(ids.has(parentSpanId ?? ""), name).toBe(true);
    const parentOf = (name: string) => {
      const span = trace.find((each) => each.name === name);
      return trace.find(({ spanId }) => spanId === span?.parentSpanId)?.name;
    };
    expect(parentOf("answers.commit")).toBe("intake group");
    expect(parentOf("intake group")).toBe("answer");
    expect(parentOf("board")).toBe("intake group");
    for (const { startMs, endMs } of trace) expect(endMs).toBeGreaterThanOrEqual(startMs);
  }
  // A room that everybody has left is sent no board.
  await game.leave();
  // The line of the log has the trace's id.
  expect(server.logs()).toMatch(
    new RegExp(`"http.route":"/play"[^\n]*"trace.id":"${byAction.slice(3, 35)}"`),
  );
  const all = JSON.stringify(collector.spans);
  expect(all).not.toMatch(/Ada|Ben|Cleo/);
  expect(all).not.toContain(game.pin);
});

test("[TR3] a client cannot have itself traced where nothing is sampled", async () => {
  const { collector, server } = await traced({ OTEL_TRACES_SAMPLER: "parentbased_always_off" });
  const game = await startGame(server, ["Ada"]);
  await game.open(0);
  const { socket } = game.player("Ada");
  socket.send({ type: "answer", id: "a", ...answered, traceparent: newTraceparent() });
  await seen(socket, "ack");
  await game.leave();
  await server.stop();
  expect(collector.spans).toEqual([]);
});

test("[TR4] a collector that hangs holds nothing up, and neither does the end", async () => {
  const { collector, server } = await traced();
  collector.answers("hang");
  const game = await startGame(server, ["Ada"]);
  await game.open(0);
  const { socket } = game.player("Ada");
  socket.send({ type: "answer", id: "a", ...answered, traceparent: newTraceparent() });
  await seen(socket, "ack");
  await game.leave();
  expect(await server.stop()).toBe(0);
});

test("[TR1] without a collector no client is told to trace, and a traceparent is no mistake", async () => {
  const server = await startServer();
  cleanUps.push(() => server.stop());
  const game = await startGame(server, ["Ada"]);
  expect(await game.calls.view(game.pin)).not.toHaveProperty("traced");
  await game.open(0);
  const { socket } = game.player("Ada");
  socket.send({ type: "answer", id: "a", ...answered, traceparent: "no such thing" });
  await seen(socket, "ack");
  await game.leave();
});

function traceOf({ spans }: Collector, traceparent: string): CollectedSpan[] {
  return spans.filter(({ traceId }) => traceId === traceparent.slice(3, 35));
}
