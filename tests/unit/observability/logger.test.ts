import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { consoleToLogger } from "#lib/observability/console-lines.ts";
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
  expect(lines[0]).toMatchObject({ level: "error", sessionId: 0, msg: "Failed while serving" });
  vi.advanceTimersByTime(1_000);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({ repeated: 999, sessionId: 999, msg: "Failed while serving" });
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
  const counted = lines.reduce((sum, { repeated = 1 }) => sum + Number(repeated), 0);
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
  expect(lines.map(({ level, msg }) => `${level} ${msg}`)).toEqual([
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
    { level: "warn", from: "console", msg: "Compiled in 12ms" },
    { level: "error", from: "console", msg: "nobody foresaw this", err: { message: "nobody foresaw this" } },
    { level: "warn", from: "console", msg: "A warning { of: 'some' }" },
    { level: "warn", from: "node", msg: "too many listeners" },
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
    err: {
      message: expect.stringMatching(/^Failed query: insert .*: could not extend file/),
      stack: expect.any(String),
    },
  });
});
