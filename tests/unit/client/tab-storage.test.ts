import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetToken, keepJoin, keepToken, keptJoin, keptToken } from "#lib/client/storage/kept-seat.ts";
import { tabStorage } from "#lib/client/storage/tab-storage.ts";

beforeEach(() => {
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("name", "");
});
afterEach(() => vi.unstubAllGlobals());

function sessionStorageIs(storage: () => unknown): void {
  vi.stubGlobal("sessionStorage", undefined);
  Object.defineProperty(globalThis, "sessionStorage", { configurable: true, get: storage });
}

function forbidden(): never {
  throw new Error("SecurityError");
}

function inMemory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test.each([
  ["its session storage", () => inMemory(), /^$/],
  ["the name of its window, where that is forbidden", () => null, /ovation\.seat\.222222/],
])("[JN12] a tab keeps its seats in %s", (_, make, nameOfWindow) => {
  const storage = make();
  sessionStorageIs(() => storage ?? forbidden());
  expect([keptToken("111111"), keptJoin("111111")]).toEqual([undefined, null]);
  keepToken("111111", "one");
  keepToken("222222", "two");
  keepJoin("111111", { name: "Ada", joinKey: "key" });
  forgetToken("111111");
  expect([keptToken("111111"), keptToken("222222")]).toEqual([undefined, "two"]);
  expect(keptJoin("111111")).toEqual({ name: "Ada", joinKey: "key" });
  expect(window.name).toMatch(nameOfWindow);
});

test("[JN12] what stands in the name of a window is never believed where storage works", () => {
  vi.stubGlobal("name", JSON.stringify({ "ovation.seat.111111": "planted" }));
  sessionStorageIs(() => inMemory());
  expect(keptToken("111111")).toBeUndefined();
});

test.each(["", "a window", "null", "[]", "7"])("[JN12] a window's own name is no seat: %j", (given) => {
  vi.stubGlobal("name", given);
  sessionStorageIs(forbidden);
  expect(keptToken("111111")).toBeUndefined();
  tabStorage.set("ovation.x", "1");
  expect(tabStorage.get("ovation.x")).toBe("1");
});

test("[JN12] a full storage only makes a reload less well served", () => {
  sessionStorageIs(() => ({ ...inMemory(), setItem: forbidden }));
  keepToken("111111", "one");
  expect(keptToken("111111")).toBeUndefined();
});
