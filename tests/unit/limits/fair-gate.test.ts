import { expect, test } from "vitest";
import { createFairGate } from "#lib/limits/fair-gate.ts";

/** A gate whose turns are taken when the test says so. */
function gateOf(atOnce: number, waitingMax: number) {
  const order: string[] = [];
  const inside: (() => void)[] = [];
  const gate = createFairGate({ atOnce, waitingMax, soon: (run) => run() });
  const come = async (key: string, name = key) => {
    const outcome = await gate.enter(key);
    if (outcome === "full") order.push(`${name} turned away`);
    else {
      order.push(name);
      inside.push(outcome);
    }
  };
  const settle = async () => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { gate, order, come, settle, finishOne: () => inside.shift()?.() };
}

test("[SEC22] so many are inside at once, and the keys in line take turns", async () => {
  const { gate, order, come, settle, finishOne } = gateOf(2, 100);
  for (let i = 0; i < 6; i++) void come("flood", `flood ${i}`);
  void come("ada");
  void come("ben");
  await settle();
  expect(order).toEqual(["flood 0", "flood 1"]);
  expect(gate.waiting()).toBe(6);
  for (let i = 0; i < 8; i++) {
    finishOne();
    await settle();
  }
  expect(order).toEqual(["flood 0", "flood 1", "flood 2", "ada", "ben", "flood 3", "flood 4", "flood 5"]);
  expect(gate.waiting()).toBe(0);
});

test("[SEC22] a full line turns away the last of the key with most in it, and never the first of another", async () => {
  const { order, come, settle } = gateOf(1, 3);
  for (let i = 0; i < 5; i++) void come("flood", `flood ${i}`);
  await settle();
  expect(order).toEqual(["flood 0", "flood 4 turned away"]);
  void come("ada");
  await settle();
  expect(order.at(-1)).toBe("flood 3 turned away");
});

test("[SEC22] to leave twice makes room once", async () => {
  const { gate } = gateOf(1, 10);
  const leave = await gate.enter("a");
  if (leave === "full") throw new Error("an empty gate is full");
  leave();
  leave();
  await gate.enter("b");
  void gate.enter("c");
  expect(gate.waiting()).toBe(1);
});
