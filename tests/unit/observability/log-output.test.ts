import { expect, test } from "vitest";
import { createLogOutput, type LogStream, WAITING_MAX_BYTES } from "#lib/observability/log-output.ts";

/** A pipe whose reader takes what it wants when it wants. */
function pipe() {
  const waiting: { text: string; done: (error?: Error | null) => void }[] = [];
  const stream = {
    on: () => stream,
    get writableLength() {
      return waiting.reduce((sum, { text }) => sum + text.length, 0);
    },
    write(text: string, done: (error?: Error | null) => void) {
      waiting.push({ text, done });
      return true;
    },
  };
  return {
    stream: stream as unknown as LogStream,
    /** One line; false when nothing waits. */
    take(error?: Error): boolean {
      const line = waiting.shift();
      line?.done(error);
      return line !== undefined;
    },
  };
}

const LINE = `${"x".repeat(1_000)}\n`;
const failure = (code: string) => Object.assign(new Error(code), { code });

test("[LOG7] what a reader does not take waits up to a bound; more is dropped, counted, and told once it goes on", () => {
  const { stream, take } = pipe();
  const told: number[] = [];
  const output = createLogOutput(stream, (dropped) => told.push(dropped));
  const lines = Math.ceil((3 * WAITING_MAX_BYTES) / LINE.length);
  for (let i = 0; i < lines; i++) output.write(LINE);
  expect(stream.writableLength).toBeLessThanOrEqual(WAITING_MAX_BYTES + LINE.length);
  expect(output.dropped()).toBeGreaterThan(lines / 2);
  const dropped = output.dropped();
  while (take());
  output.write(LINE);
  while (take());
  expect(told).toEqual([dropped]);
  output.write(LINE);
  while (take());
  expect(told).toEqual([dropped]);
});

test("[LOG7] a full disk loses lines, no more; a reader that ended is not written to again", async () => {
  const { stream, take } = pipe();
  const told: number[] = [];
  const output = createLogOutput(stream, (dropped) => told.push(dropped));
  output.write(LINE);
  take(failure("ENOSPC"));
  output.write(LINE);
  take();
  expect([output.dropped(), told]).toEqual([1, [1]]);
  output.write(LINE);
  take(failure("EPIPE"));
  output.write(LINE);
  expect(stream.writableLength).toBe(0);
  expect(output.dropped()).toBe(3);
  await output.written();
});
