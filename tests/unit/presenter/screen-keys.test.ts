import { expect, test } from "vitest";
import { actionOf, SCREEN_KEYS } from "#components/presenter/keys/screen-keys.ts";

const press = (key: string, rest = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...rest,
});

test("[SHOW3] a key does one thing, on a keyboard of any script", () => {
  expect(new Set(SCREEN_KEYS.map(({ key }) => key)).size).toBe(SCREEN_KEYS.length);
  expect(actionOf(press("q"))).toBe("code");
  expect(actionOf(press("Q"))).toBe("code");
  expect(actionOf(press("?"))).toBe("keys");
  expect(actionOf(press("Escape"))).toBe("back");
  expect(actionOf(press("ض", { code: "KeyQ" }))).toBe("code");
  // On a French keyboard Q sits where others have A: what is written on the key counts.
  expect(actionOf(press("a", { code: "KeyQ" }))).toBe("answers");
});

test("[SHOW8] what only a host may do is no key of a screen that is not theirs", () => {
  for (const key of [" ", "ArrowRight", "PageDown", "Enter", "o", "p", "t", "l"])
    expect([key, actionOf(press(key))]).toEqual([key, null]);
});

test("[SHOW3] the browser keeps its own shortcuts, and a held key counts once", () => {
  expect(actionOf(press("r", { ctrlKey: true }))).toBeNull();
  expect(actionOf(press("r", { metaKey: true }))).toBeNull();
  expect(actionOf(press("r", { repeat: true }))).toBeNull();
  expect(actionOf(press("Enter"))).toBeNull();
});
