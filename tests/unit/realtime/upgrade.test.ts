import { expect, test } from "vitest";
import { CONNECTIONS_MAX } from "#lib/realtime/limits.ts";
import { judgeUpgrade } from "#lib/realtime/upgrade.ts";

const rules = { publicUrl: "https://quiz.example", trustedProxies: 0 };
const server = { rules, connections: 0, draining: false };
const cookie = "ovation_host=secret";

test("[SEC6] our own page may come, with its cookies", () => {
  const headers = { origin: "https://quiz.example", host: "10.0.0.7:3000", cookie };
  expect(judgeUpgrade(headers, server)).toEqual({ accepted: true, cookie });
});

test("[SEC6] so may a page on the address that was asked", () => {
  const headers = { origin: "http://192.168.0.5:3000", host: "192.168.0.5:3000", cookie };
  expect(judgeUpgrade(headers, server)).toEqual({ accepted: true, cookie });
});

test.each([
  "https://evil.example",
  "https://quiz.example.evil.example",
  "http://quiz.example",
  "https://quiz.example:8443",
  "null",
  "file://",
  "",
])("[SEC6] a page on “%s” may not", (origin) => {
  expect(judgeUpgrade({ origin, host: "quiz.internal", cookie }, server)).toMatchObject({
    accepted: false,
    status: "403 Forbidden",
  });
});

test("[SEC6] a client without an origin may come, but its cookies do not count", () => {
  expect(judgeUpgrade({ host: "quiz.example", cookie }, server)).toEqual({ accepted: true, cookie: null });
});

test("a full or stopping server says 503", () => {
  const headers = { host: "quiz.example" };
  const full = judgeUpgrade(headers, { ...server, connections: CONNECTIONS_MAX });
  expect(full).toMatchObject({ accepted: false, why: "overloaded" });
  expect(judgeUpgrade(headers, { ...server, draining: true })).toMatchObject({
    accepted: false,
    why: "draining",
  });
});
