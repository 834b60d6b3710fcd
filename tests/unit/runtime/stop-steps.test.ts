import { expect, test } from "vitest";
import { stopInOrder } from "#lib/runtime/stop-steps.ts";

test("[UP10] what fails or does not end is said and left behind, and all else is ended in its order", async () => {
  const done: string[] = [];
  const said: string[] = [];
  const say = (_: object, message: string) => said.push(message);
  await stopInOrder({ warn: say, error: say } as never, [
    { doing: "ending one", run: () => done.push("one"), withinMs: 60_000 },
    { doing: "waiting for ever", run: () => new Promise(() => {}), withinMs: 1 },
    { doing: "failing", run: () => Promise.reject(new Error("away")), withinMs: 60_000 },
    {
      doing: "throwing",
      run() {
        throw new Error("broken");
      },
      withinMs: 60_000,
    },
    { doing: "ending two", run: async () => void done.push("two"), withinMs: 60_000 },
  ]);
  expect(done).toEqual(["one", "two"]);
  expect(said).toEqual([
    "Gave up waiting while waiting for ever",
    "Failed while failing",
    "Failed while throwing",
  ]);
});
