import { expect, test } from "vitest";
import { earlyScript } from "#components/player-pad/early/early-script.ts";
import { EARLY_SOCKET_SCRIPT } from "#lib/client/early-socket.ts";
import { socketFirst } from "../../../scripts/open-early.mjs";

test("[EQ1] the lines in the page stand alone, and are few", () => {
  const script = earlyScript();
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/import|<\/script/);
  // Compiled for the page it is 4 KB, 2 KB as it travels.
  expect(script.length).toBeLessThan(9_000);
});

test("[CL27] the built page opens its socket ahead of its style sheet, and each script stays where it was", () => {
  const page = (first: string, later: string) =>
    `<html><head>${first}<link rel="stylesheet" href="/a.css"/></head><body>${later}<script>x</script></body></html>`;
  const socket = `<script>${EARLY_SOCKET_SCRIPT}</script>`;
  expect(socketFirst(page("", socket))).toBe(page(socket, "<script></script>"));
  expect(socketFirst(page(socket, "<script></script>"))).toBe(page(socket, "<script></script>"));
});

test("[CL27] a build whose page holds no such lines fails, and says where they should be", () => {
  expect(() => socketFirst("<html><head></head><body><script>x</script></body></html>")).toThrow(
    "early socket",
  );
  expect(() => socketFirst(`<script>${EARLY_SOCKET_SCRIPT}</script>`)).toThrow("early socket");
});
