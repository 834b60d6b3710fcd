import { beforeEach, expect, test } from "vitest";
import { standingAnswer } from "#lib/client/answers/standing-answer.ts";
import { clockSync } from "#lib/client/connection/clock-sync.ts";
import { viewStore } from "#lib/client/view-store.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import type { View } from "#lib/session/reports/view.ts";
import { questionView, viewWith, welcomeWith, youWith } from "./messages.ts";
import { type VirtualBrowser, virtualBrowser } from "./virtual-browser.ts";

const ORDER = { order: [2, 0, 1] };
const LIMIT_MS = 20_000;

let browser: VirtualBrowser;
let store: ReturnType<typeof viewStore>;
let standing: ReturnType<typeof standingAnswer>;
let sent: { index: number; response: unknown; pressedAtMs: number; atMs: number }[];
let passed: { index: number; atMs: number }[];
let opensAtMs: number;
let version: number;

beforeEach(() => {
  browser = virtualBrowser();
  const { clock, timers } = browser.platform;
  store = viewStore(clock);
  const sync = clockSync(clock);
  // Sixty milliseconds there and back.
  sync.sample({ sentAtMs: browser.now() - 60, serverAtMs: browser.now() - 30, receivedAtMs: browser.now() });
  sent = [];
  passed = [];
  standing = standingAnswer({
    store,
    clock: sync,
    timers,
    submit: (index, response, pressedAtMs) =>
      sent.push({ index, response, pressedAtMs, atMs: browser.now() }),
    pass: (index) => passed.push({ index, atMs: browser.now() }) > 0,
  });
  standing.start();
  opensAtMs = browser.now();
  version = 1;
});

type Running = Extract<PhaseView, { name: "question" }>;

function running(over: Partial<Running> = {}): Running {
  return {
    name: "question",
    index: 0,
    shownAtMs: opensAtMs,
    opensAtMs,
    closesAtMs: opensAtMs + LIMIT_MS,
    ...over,
  };
}

function sees(phase: PhaseView, over: Partial<View> = {}): void {
  version += 1;
  store.received({ type: "view", view: questionView(0, { phase, version, ...over }) });
}

test("[AN2] what stands on the pad leaves a packet's way before the close, once, as pressed at the close", async () => {
  sees(running());
  standing.offer(0, ORDER);
  await browser.run(LIMIT_MS - 500);
  expect(sent).toEqual([]);
  await browser.run(1_000);
  const closesAtMs = opensAtMs + LIMIT_MS;
  expect(sent).toEqual([{ index: 0, response: ORDER, pressedAtMs: closesAtMs, atMs: closesAtMs - 180 }]);
});

test("[AN2] the last that stood there is sent, and nothing that was taken away", async () => {
  sees(running());
  standing.offer(0, ORDER);
  standing.offer(0, { order: [0, 1, 2] });
  await browser.run(LIMIT_MS);
  expect(sent.map(({ response }) => response)).toEqual([{ order: [0, 1, 2] }]);
  sent = [];
  sees(running({ closesAtMs: browser.now() + 5_000 }));
  standing.offer(0, ORDER);
  standing.offer(0, null);
  await browser.run(6_000);
  expect(sent).toEqual([]);
});

test("[AN2] a close that moves moves this: by added time, by a pause, by the host's word", async () => {
  sees(running());
  standing.offer(0, ORDER);
  await browser.run(10_000);
  sees({ name: "paused", phase: running(), pausedAtMs: browser.now() });
  await browser.run(60_000);
  expect(sent).toEqual([]);
  sees(running({ closesAtMs: browser.now() + 10_000 }));
  await browser.run(5_000);
  sees(running({ closesAtMs: browser.now() + 30_000 }));
  await browser.run(20_000);
  expect(sent).toEqual([]);
  const cutAtMs = browser.now() - 40;
  sees(running({ closesAtMs: cutAtMs, cutAtMs }));
  expect(sent).toMatchObject([{ pressedAtMs: cutAtMs, atMs: browser.now() }]);
  expect(passed).toEqual([]);
});

test("[AN2] where nothing stands it passes, once for each close by the host and for no other", async () => {
  sees(running());
  await browser.run(2 * LIMIT_MS);
  expect(passed).toEqual([]);
  const cut = (atMs: number) => running({ closesAtMs: atMs, cutAtMs: atMs });
  sees(cut(browser.now()));
  sees(cut(browser.now()));
  expect(passed).toEqual([{ index: 0, atMs: browser.now() }]);
  // Reopened by added time, put together, and closed again.
  sees(running({ closesAtMs: browser.now() + LIMIT_MS }));
  standing.offer(0, ORDER);
  await browser.run(1_000);
  sees(cut(browser.now()));
  sees(cut(browser.now()));
  expect(sent).toHaveLength(1);
  expect(passed).toHaveLength(1);
});

test("[AN2] [XT2] who has more time has it for this, too, until the host closes for everybody", async () => {
  store.received(welcomeWith({ you: youWith({ extraTime: "unlimited" }) }));
  sees(running());
  standing.offer(0, ORDER);
  await browser.run(2 * LIMIT_MS);
  expect(sent).toEqual([]);
  const closesAtMs = opensAtMs + LIMIT_MS;
  sees(running({ closesAtMs, cutAtMs: browser.now() }));
  expect(sent).toMatchObject([{ pressedAtMs: browser.now() }]);
});

test("[AN2] nothing is sent where the host has turned it off, for another question, or once it is over", async () => {
  const { settings } = viewWith();
  sees(running(), { settings: { ...settings, sendAtClose: false } });
  standing.offer(0, ORDER);
  await browser.run(2 * LIMIT_MS);
  sees(running({ index: 1, closesAtMs: browser.now() + 5_000 }));
  await browser.run(10_000);
  sees({ name: "reveal", index: 0, closedAtMs: browser.now(), advancesAtMs: null, settled: false });
  await browser.run(10_000);
  expect(sent).toEqual([]);
});
