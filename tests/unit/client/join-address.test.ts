import { expect, test } from "vitest";
import { joinAddress } from "#components/presenter/join-address.ts";

const JOIN = "http://192.168.1.20:3000/join?pin=123456";

test.each([
  ["http://localhost:3000", "http://192.168.1.20:3000/join?pin=123456"],
  ["http://127.0.0.1:3000", "http://192.168.1.20:3000/join?pin=123456"],
  ["https://quiz.example.com", "https://quiz.example.com/join?pin=123456"],
])("[PV1] a screen opened at %s sends phones to %s", (screen, url) => {
  const shown = joinAddress(new URL(screen), JOIN);
  expect(shown).toEqual({ url, host: new URL(url).host });
});
