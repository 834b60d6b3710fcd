import { expect, test } from "vitest";
import { joinAddress } from "#lib/client/address/join-address.ts";

const joinUrl = "http://192.168.1.20:3000/join?pin=123456";
const joinHosts = ["192.168.1.20", "10.8.0.2", "quizbox", "quizbox.local"];

test.each([
  // On the server's own machine.
  ["http://localhost:3000", joinHosts, joinUrl],
  ["http://127.0.0.1:3000", joinHosts, joinUrl],
  // By a name of its own, which works for phones, too.
  ["http://10.8.0.2:3000", joinHosts, "http://10.8.0.2:3000/join?pin=123456"],
  ["http://quizbox.local:3000", joinHosts, "http://quizbox.local:3000/join?pin=123456"],
  // By a stranger's name that leads here.
  ["http://evil.example:3000", joinHosts, joinUrl],
  ["https://quizbox.local.evil.example", joinHosts, joinUrl],
  // Where PUBLIC_URL or the host has said where.
  ["http://10.8.0.2:3000", undefined, joinUrl],
  // Where a trusted proxy decides who is led here.
  ["https://quiz.example.com", ["*"], "https://quiz.example.com/join?pin=123456"],
  ["http://localhost:3000", ["*"], joinUrl],
])("[PV1] a screen opened at %s, of a server called %j, sends phones to %s", (screen, hosts, url) => {
  const shown = joinAddress(new URL(screen), { joinUrl, joinHosts: hosts });
  expect(shown).toEqual({ url, host: new URL(url).host });
});
