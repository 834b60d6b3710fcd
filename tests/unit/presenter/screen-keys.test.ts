import { expect, test } from "vitest";
import { deedOf, SCREEN_KEYS } from "#components/presenter/screen-keys.ts";

const press = (key: string, rest = {}) => ({
  ...{ key, code: "", ctrlKey: false, metaKey: false, altKey: false, repeat: false },
  ...rest,
});

test("[SHOW3] a key does one thing, on a keyboard of any script", () => {
  expect(new Set(SCREEN_KEYS.map(({ key }) => key)).size).toBe(SCREEN_KEYS.length);
  expect(deedOf(press("q"))).toBe("code");
  expect(deedOf(press("Q"))).toBe("code");
  expect(deedOf(press("?"))).toBe("keys");
  expect(deedOf(press("Escape"))).toBe("back");
  expect(deedOf(press("ض", { code: "KeyQ" }))).toBe("code");
  // On a French keyboard Q sits where others have A: what is written on the key counts.
  expect(deedOf(press("a", { code: "KeyQ" }))).toBe("answers");
});

test("[SHOW8] what only a host may do is no key of a screen that is not theirs", () => {
  for (const key of [" ", "ArrowRight", "PageDown", "Enter", "o", "p", "t", "l"])
    expect([key, deedOf(press(key))]).toEqual([key, null]);
});

test("[SHOW3] the browser keeps its own shortcuts, and a held key counts once", () => {
  expect(deedOf(press("r", { ctrlKey: true }))).toBeNull();
  expect(deedOf(press("r", { metaKey: true }))).toBeNull();
  expect(deedOf(press("r", { repeat: true }))).toBeNull();
  expect(deedOf(press("Enter"))).toBeNull();
});
