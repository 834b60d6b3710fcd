import { expect, test } from "vitest";
import { createLogger } from "#lib/observability/logger.ts";
import { createMetrics } from "#lib/observability/metrics.ts";
import { familyOf } from "#lib/redis/keys.ts";

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
    "log.level": "info",
    message: "Asked",
    "@timestamp": expect.stringMatching(/^\d{4}-/),
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

test("[OPS5] stores by call, Redis by what a key is for, and the pool", async () => {
  const metrics = createMetrics();
  metrics.storeCall("answers.commit", 4, false);
  metrics.storeCall("answers.commit", 4, true);
  metrics.redisCommand(familyOf("lb:{s:1:0of1}:board"), 1, false);
  metrics.redisCommand(familyOf("a name of somebody else"), 1, true);
  metrics.onScrape(() => ({ pool: { size: 8, connections: 3, calls: 5 }, databaseLate: true }));
  const text = await metrics.text();
  expect(text).toContain('quiz_db_seconds_count{op="answers.commit"} 2');
  expect(text).toContain('quiz_db_errors_total{op="answers.commit"} 1');
  expect(text).toContain('quiz_redis_seconds_count{family="boards"} 1');
  expect(text).toContain('quiz_redis_failed_commands_total{family="other"} 1');
  for (const line of [
    "quiz_db_pool_size 8",
    "quiz_db_connections 3",
    "quiz_db_calls 5",
    "quiz_db_degraded 1",
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/quiz_event_loop_active_seconds_total [\d.]+/);
});
