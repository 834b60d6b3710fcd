import { expect, test } from "vitest";
import { networksOf } from "#lib/limits/networks.ts";
import { createWorkBudgets } from "#lib/limits/work-budgets.ts";

const budget = { burstMs: 1_000, perSecondMs: 100 };

test("[SEC22] a budget is spent at once, and earned back at its pace", () => {
  const budgets = createWorkBudgets(budget);
  const own = networksOf("192.0.2.1");
  for (let i = 0; i < 10; i++) expect(budgets.take(own, 100, 0)).toBe(0);
  expect(budgets.take(own, 100, 0)).toBe(1_000);
  expect(budgets.take(networksOf("192.0.2.2"), 100, 0)).toBe(0);
  expect(budgets.take(own, 100, 999)).toBe(1);
  expect(budgets.take(own, 100, 1_000)).toBe(0);
  // Rest does not pile up.
  for (let i = 0; i < 10; i++) expect(budgets.take(own, 100, 10_000_000)).toBe(0);
  expect(budgets.take(own, 100, 10_000_000)).toBeGreaterThan(0);
});

test("[SEC10] the /64s of one /48 have four budgets together", () => {
  const budgets = createWorkBudgets(budget);
  let taken = 0;
  for (let i = 0; i < 100; i++)
    if (budgets.take(networksOf(`2001:db8:7:${(i * 257).toString(16)}::/64`), 1_000, 0) === 0) taken += 1;
  expect(taken).toBe(4);
});

test("[SEC22] however many addresses come, so many are remembered", () => {
  const budgets = createWorkBudgets(budget);
  for (let i = 0; i < 120_000; i++) budgets.take([{ key: `address ${i}`, share: 1 }], 1, i);
  expect(budgets.size).toBeLessThanOrEqual(50_000);
});
