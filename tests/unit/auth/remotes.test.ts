import { expect, test } from "vitest";
import { deviceWords } from "#lib/auth/device-words.ts";
import { createRemotes, REMOTE_CODE_FOR_MS } from "#lib/auth/remotes.ts";
import { newId } from "#lib/kernel/ids.ts";
import { memoryLimiter } from "#lib/limits/memory-limiter.ts";
import type { Notice } from "#lib/session/live/bus.ts";
import { fakeRemoteStore } from "./fake-remotes.ts";

const KEY = "k".repeat(64);
const OTHER_KEY = "o".repeat(64);

function desk() {
  const store = fakeRemoteStore();
  const clock = { nowMs: 1_000, now: () => clock.nowMs };
  const told: { sessionId: string; notice: Notice }[] = [];
  const bus = { publish: (sessionId: string, notice: Notice) => void told.push({ sessionId, notice }) };
  const remotes = createRemotes({ store, bus, limiter: memoryLimiter(), clock });
  const sessionId = newId();
  const pair = (code: string, { key = KEY, address = "10.0.0.1" } = {}) =>
    remotes.pair({ code, key, device: "iPhone", address });
  return { remotes, store, clock, told, sessionId, pair };
}

async function refusalOf(outcome: Promise<{ ok: boolean; error?: { code: string } }>) {
  return (await outcome).error?.code;
}

test("[REM1] a code pairs one device with its session alone, and what is stored pairs none", async () => {
  const { remotes, store, sessionId, pair } = desk();
  const { code } = await remotes.offer(sessionId);
  const paired = await pair(code);
  if (!paired.ok) throw new Error(paired.error.code);
  expect(paired.value.sessionId).toBe(sessionId);
  expect(await remotes.read(sessionId, paired.value.token)).not.toBeNull();
  expect(await remotes.read(newId(), paired.value.token)).toBeNull();
  expect(await remotes.paired(sessionId)).toMatchObject([{ device: "iPhone" }]);

  const stored = JSON.stringify([...store.rows.values()]);
  expect(stored).not.toContain(code.split(".")[1]);
  expect(stored).not.toContain(KEY);
  const [row] = [...store.rows.values()];
  expect(await remotes.read(sessionId, `${row?.id}.${row?.tokenHash}`)).toBeNull();
});

test("[REM2] a second device is told that the code was used; the same one again is paired once", async () => {
  const { remotes, sessionId, pair } = desk();
  const { code } = await remotes.offer(sessionId);
  const first = await pair(code);
  expect(await pair(code)).toEqual(first);
  expect(await refusalOf(pair(code, { key: OTHER_KEY }))).toBe("remote_code_used");
  expect(await remotes.paired(sessionId)).toHaveLength(1);
});

test("[REM2] a code runs out after two minutes", async () => {
  const { remotes, sessionId, clock, pair } = desk();
  const { code, untilMs } = await remotes.offer(sessionId);
  expect(untilMs - clock.now()).toBe(REMOTE_CODE_FOR_MS);
  clock.nowMs = untilMs;
  expect(await refusalOf(pair(code))).toBe("remote_code_wrong");
  // A newer one leaves the one on another screen as it is.
  const [a, b] = [await remotes.offer(sessionId), await remotes.offer(sessionId)];
  expect((await pair(a.code)).ok).toBe(true);
  expect((await pair(b.code, { key: OTHER_KEY })).ok).toBe(true);
});

test("[REM3] guessed codes and tokens open nothing, and an address may try twenty codes a minute", async () => {
  const { remotes, sessionId, pair } = desk();
  const { code } = await remotes.offer(sessionId);
  const [id] = code.split(".");
  const odd = [
    `${id}.${"A".repeat(22)}`,
    `${newId()}.${code.split(".")[1]}`,
    id!,
    "",
    ".",
    "\u0000.x",
    "9".repeat(99),
  ];
  for (const guess of odd) expect(await refusalOf(pair(guess))).toBe("remote_code_wrong");
  for (let i = odd.length; i < 20; i++) await pair(`${id}.${"B".repeat(22)}`);
  expect(await refusalOf(pair(code))).toBe("too_many_requests");
  // A short key of the device's own could be somebody else's.
  expect(await refusalOf(pair(code, { key: "short", address: "10.0.0.2" }))).toBe("remote_code_wrong");
  expect((await pair(code, { address: "10.0.0.2" })).ok).toBe(true);
  for (const token of ["", "x", `${id}.${OTHER_KEY}`, `${id}.`, `${newId()}.${KEY}`])
    expect(await remotes.read(sessionId, token)).toBeNull();
});

test("[REM4] a removed device is none any more, and every node is told", async () => {
  const { remotes, sessionId, told, pair } = desk();
  const paired = await pair((await remotes.offer(sessionId)).code);
  if (!paired.ok) throw new Error(paired.error.code);
  const id = (await remotes.paired(sessionId))[0]!.id;
  expect((await remotes.remove(newId(), id)).ok).toBe(false);
  expect(await remotes.read(sessionId, paired.value.token)).not.toBeNull();
  expect((await remotes.remove(sessionId, id)).ok).toBe(true);
  expect(await remotes.read(sessionId, paired.value.token)).toBeNull();
  expect(told.at(-1)).toEqual({ sessionId, notice: { type: "remoteRemoved", id } });
});

test("[REM4] a device is called what its owner would call it", () => {
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604";
  const pixel = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537 Chrome/130.0 Mobile Safari/537";
  expect(deviceWords(safari)).toBe("iPhone, Safari");
  expect(deviceWords(pixel)).toBe("Android phone, Chrome");
  expect(deviceWords("Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/133.0")).toBe("Windows computer, Firefox");
  expect(deviceWords("<b>x</b>")).toBe("A device");
  expect(deviceWords(null)).toBe("A device");
});
