import { expect, test } from "vitest";
import { nestsDeeperThan } from "#lib/kernel/nesting.ts";
import { decode } from "#lib/realtime/decode.ts";

const read = (text: string) => decode(Buffer.from(text), false);

test("an honest message comes through as it is", () => {
  const message = {
    type: "answer",
    id: "a",
    questionIndex: 2,
    response: { order: [2, 0, 1] },
    pressedAtMs: 5,
  };
  expect(read(JSON.stringify(message))).toEqual({ ok: true, message });
});

test.each([
  ["nothing", ""],
  ["no JSON", "{oops"],
  ["null", "null"],
  ["a number", "7"],
  ["an array", `[{"type":"ping","t0":1}]`],
  ["a wrong field", `{"type":"ping","t0":"1"}`],
  ["a missing field", `{"type":"answer","id":"a"}`],
  ["a field too many", `{"type":"ping","t0":1,"as":"host"}`],
])("[SEC5] %s is a refusal", (_, text) => {
  expect(read(text)).toMatchObject({ ok: false, code: "bad_request" });
});

test.each(["command", "remote", "__proto__", "constructor"])("[SEC5] the type %s is not known", (type) => {
  expect(read(`{"type":"${type}"}`)).toMatchObject({ ok: false, code: "unknown_message" });
});

test("[SEC5] binary is a refusal", () => {
  expect(decode(Buffer.from(`{"type":"ping","t0":1}`), true)).toMatchObject({
    ok: false,
    code: "bad_request",
  });
});

test("[SEC5] deep nesting is refused without being built", () => {
  const nested = `{"type":"answer","id":"a","questionIndex":0,"response":${"[".repeat(8_000)}${"]".repeat(8_000)}}`;
  expect(read(nested)).toMatchObject({ ok: false, code: "bad_request" });
});

test("brackets in texts do not nest", () => {
  expect(nestsDeeperThan(JSON.stringify({ text: '[[[["{{{{\\' }), 1)).toBe(false);
  expect(nestsDeeperThan("[[1],[2],[3]]", 2)).toBe(false);
  expect(nestsDeeperThan("[[[1]]]", 2)).toBe(true);
});

test("the hello of another version is told so, whatever else it holds", () => {
  expect(read(`{"type":"hello","protocol":2,"something":"new"}`)).toEqual({
    ok: false,
    code: "unsupported_protocol",
  });
});

test("a refused answer can be matched by its id", () => {
  expect(read(`{"type":"answer","id":"a7","questionIndex":"x"}`)).toMatchObject({ ok: false, id: "a7" });
});
