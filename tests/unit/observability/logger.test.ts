import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { consoleToLogger } from "#lib/observability/console-lines.ts";
import { createEventLog } from "#lib/observability/event-log.ts";
import { createLogger } from "#lib/observability/logger.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function logged() {
  const lines: Record<string, unknown>[] = [];
  const reported: unknown[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  const logger = createLogger({ logLevel: "info" }, { write }, (error) => reported.push(error));
  return { logger, lines, reported };
}

const refused = (code: string) => Object.assign(new Error(`of ${Math.random()}`), { code });

test("[LOG1] a thousand errors of one kind are two lines: the first, and a second later the rest with their number", () => {
  const { logger, lines, reported } = logged();
  for (let i = 0; i < 1_000; i++)
    logger.error({ err: refused("22021"), sessionId: i }, "Failed while serving");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ "log.level": "error", "session.id": 0, message: "Failed while serving" });
  vi.advanceTimersByTime(1_000);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({
    "ovation.repeated": 999,
    "session.id": 999,
    message: "Failed while serving",
  });
  expect(reported).toHaveLength(2);
});

test("[LOG1] what goes on and on is a line a second, and what comes back later is told at once", () => {
  const { logger, lines } = logged();
  for (let i = 0; i < 50; i++) {
    logger.error({ err: refused("53100") }, "Failed while storing");
    vi.advanceTimersByTime(100);
  }
  expect(lines.length).toBeLessThanOrEqual(7);
  vi.advanceTimersByTime(3_000);
  const counted = lines.reduce((sum, line) => sum + Number(line["ovation.repeated"] ?? 1), 0);
  expect(counted).toBe(50);
  const before = lines.length;
  logger.error({ err: refused("53100") }, "Failed while storing");
  expect(lines).toHaveLength(before + 1);
});

test("[LOG1] errors of other kinds, and lines that are no trouble, are written one by one", () => {
  const { logger, lines } = logged();
  logger.error({ err: refused("22021") }, "Failed while serving");
  logger.error({ err: refused("53100") }, "Failed while serving");
  logger.error({ err: refused("22021") }, "Failed while joining");
  logger.warn({ err: refused("22021") }, "Failed while serving");
  for (let i = 0; i < 5; i++) logger.info("Asked");
  expect(lines.map((line) => `${line["log.level"]} ${line.message}`)).toEqual([
    "error Failed while serving",
    "error Failed while serving",
    "error Failed while joining",
    "warn Failed while serving",
    ...Array.from({ length: 5 }, () => "info Asked"),
  ]);
});

test("[LOG2] what is said on the console is a line of the log, with its error and without colors", () => {
  const { logger, lines } = logged();
  const undo = consoleToLogger(logger);
  try {
    console.log("Running next.config.mjs took %dms", 12);
    console.warn(" \x1b[33m⚠\x1b[0m Compiled in %dms", 12);
    console.error("⨯", Object.assign(new Error("nobody foresaw this"), { digest: "17" }));
    console.warn("A warning", { of: "some" });
    process.emit("warning", Object.assign(new Error("too many listeners"), { name: "MaxListeners" }));
  } finally {
    undo();
  }
  expect(lines).toMatchObject([
    { "log.level": "warn", "log.logger": "console", message: "Compiled in 12ms" },
    {
      "log.level": "error",
      "log.logger": "console",
      message: "nobody foresaw this",
      "error.message": "nobody foresaw this",
    },
    { "log.level": "warn", "log.logger": "console", message: "A warning { of: 'some' }" },
    { "log.level": "warn", "log.logger": "node", message: "too many listeners" },
  ]);
  // What Next finds worth telling shows with LOG_LEVEL=debug.
  expect(lines).toHaveLength(4);
});

test("[LOG2] who installed it may lower a line, for what was the caller's fault", () => {
  const { logger, lines } = logged();
  const undo = consoleToLogger(logger, () => "debug");
  console.error("arguments that are none");
  undo();
  expect(lines).toEqual([]);
});

test("[LOG2] what people wrote stays out of the line of a statement that failed, and why it failed stays in", () => {
  const { logger, lines } = logged();
  const cause = Object.assign(new Error("could not extend file: No space left on device"), { code: "53100" });
  const err = new Error(`Failed query: insert into quizzes values ($1)\nparams: a secret\nof two lines`, {
    cause,
  });
  logger.error({ err: Object.assign(err, { params: ["a secret"] }) }, "Failed while serving");
  expect(JSON.stringify(lines)).not.toContain("secret");
  expect(lines[0]).toMatchObject({
    "error.message": expect.stringMatching(/^Failed query: insert .*: could not extend file/),
    "error.stack_trace": expect.any(String),
    "error.code": "53100",
  });
});

test("[LOG3] fields have their names in the Elastic Common Schema; others are labels, without secrets", () => {
  const { logger, lines } = logged();
  const headers = { cookie: "a=secret", accept: "text/html" };
  logger.info(
    { sessionId: "s", tookMs: 1.5, network: "n", pin: "123456", headers, nothing: undefined },
    "Told",
  );
  expect(lines[0]).toMatchObject({
    "@timestamp": expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    "log.level": "info",
    "ecs.version": expect.any(String),
    "service.name": "ovation",
    "session.id": "s",
    "event.duration": 1_500_000,
    labels: { network: "n", pin: "[redacted]", headers: '{"cookie":"[redacted]","accept":"text/html"}' },
    message: "Told",
  });
  expect(JSON.stringify(lines)).not.toContain("secret");
});

test("[LOG6] of what is many, twenty lines a second are written and the rest is one line with its number", () => {
  const { logger, lines } = logged();
  const events = createEventLog(logger);
  for (let i = 0; i < 500; i++) events.tell("player-joined", "A player joined", { playerId: i });
  events.tell("session-ended", "A session ended");
  expect(lines).toHaveLength(21);
  vi.advanceTimersByTime(1_000);
  expect(lines).toHaveLength(22);
  expect(lines[21]).toMatchObject({ "event.action": "player-joined", "ovation.count": 480 });
  events.tell("player-joined", "A player joined");
  expect(lines).toHaveLength(23);
  for (let i = 0; i < 30; i++) events.tell("request", "Asked");
  events.stop();
  expect(lines.at(-1)).toMatchObject({ "event.action": "request", "ovation.count": 10 });
});
