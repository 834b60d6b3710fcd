import { expect, test } from "vitest";
import { hostCommandSchema } from "#lib/session/phases/command.ts";
import { transition } from "#lib/session/phases/transition.ts";
import { viewOf } from "#lib/session/reports/view.ts";
import { lobby, played, T0 } from "./commanded.ts";

const FACTS = { players: 0, answered: 0, socketAnswersAbove: 300, nowMs: T0 };
const server = { joinOrigin: "http://192.168.1.20:3000", joinHosts: ["192.168.1.20", "quizbox.local"] };

test("[PV2] where phones join is the host's choice for the session, and can be taken back", () => {
  const joinUrl = (session = lobby()) => {
    const view = viewOf(session, { ...FACTS, ...server });
    return [view.joinUrl, view.joinHosts];
  };
  expect(joinUrl()).toEqual(["http://192.168.1.20:3000/join?pin=123456", server.joinHosts]);
  const chosen = played(lobby(), { command: "joinAt", origin: "https://abc.tunnel.example" });
  // No screen follows its own address any more.
  expect(joinUrl(chosen)).toEqual(["https://abc.tunnel.example/join?pin=123456", undefined]);
  expect(joinUrl(played(chosen, { command: "start" }))[0]).toContain("abc.tunnel.example");
  expect(joinUrl(played(chosen, { command: "joinAt", origin: null }))).toEqual(joinUrl());
  const ended = played(lobby(), { command: "finish" });
  expect(transition(ended, { command: "joinAt", origin: null }, T0).ok).toBe(false);
});

test.each([
  "http://192.168.1.20:3000",
  "https://quiz.example.com",
  "http://[fd00::20]:3000",
  "http://quizbox",
])("[PV2] %s is an address to join at", (origin) => {
  expect(hostCommandSchema.safeParse({ command: "joinAt", origin }).success).toBe(true);
});

test.each([
  ...["quiz.example.com", "//quiz.example.com", "ftp://quiz.example.com", "javascript:alert(1)", "http://"],
  ...[
    "http://quiz.example.com/",
    "http://quiz.example.com/x",
    "http://a@b.example",
    "http://a\\b",
    "http://a b",
  ],
  ...["http://quiz.example.com:999999", "http://quiz.example.com\n", "http://-", `http://${"a".repeat(200)}`],
])("[PV2] %j is none", (origin) => {
  expect(hostCommandSchema.safeParse({ command: "joinAt", origin }).success).toBe(false);
});
