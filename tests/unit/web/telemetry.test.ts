import { expect, test } from "vitest";
import { createLogger } from "#lib/observability/logger.ts";
import { createMetrics } from "#lib/observability/metrics.ts";

test("[OPS2] a log line is JSON, and secrets in it are cut out", () => {
  const lines: string[] = [];
  const logger = createLogger({ logLevel: "info" }, { write: (line) => void lines.push(line) });
  logger.info(
    {
      token: "hunter2",
      request: { headers: { authorization: "hunter2", cookie: "hunter2" }, password: "hunter2" },
    },
    "Asked",
  );
  logger.debug("not shown");
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("hunter2");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "info",
    msg: "Asked",
    time: expect.stringMatching(/^\d{4}-/),
  });
});

test("[OPS2] metrics are seconds and counts with few labels", async () => {
  const metrics = createMetrics();
  metrics.answer("rest", "accepted", 12);
  metrics.answer("action", "question_closed", 5);
  metrics.socketOpened("player");
  metrics.socketClosed("player", 3123);
  metrics.onScrape(() => ({ sessions: { lobby: 2 }, players: 7 }));
  const text = await metrics.text();
  expect(text).toContain('quiz_answers_total{door="rest",result="accepted"} 1');
  expect(text).toContain('quiz_answer_ack_seconds_sum{door="rest"} 0.012');
  expect(text).not.toContain('quiz_answer_ack_seconds_sum{door="action"}');
  expect(text).toContain('quiz_ws_close_total{code="other"} 1');
  expect(text).toContain('quiz_sessions{phase="lobby"} 2');
  expect(text).toContain("quiz_players 7");
  expect(text).toContain("process_resident_memory_bytes");
});
