import { expect, test } from "vitest";
import { compileEarly, withEarlyScripts } from "../../../scripts/early-scripts.mjs";

const SCRIPTS = { socket: "open()", question: "draw('$&')" };

test("[EQ1] the lines in the page stand alone, and are few", async () => {
  const { socket, question } = await compileEarly();
  for (const script of [socket, question]) {
    expect(() => new Function(script)).not.toThrow();
    expect(script).not.toMatch(/import|require|<\/script/);
  }
  expect(socket.length).toBeLessThan(1_500);
  expect(question.length).toBeLessThan(4_800);
});

test("[CL27] the built page opens its socket ahead of its style sheet, and draws a question where that waits", () => {
  const page = (head: string, question: string) =>
    `<html><head>${head}<link rel="stylesheet" href="/a.css"/></head><body><template></template><script data-early-question="">${question}</script></body></html>`;
  expect(withEarlyScripts(page("", ""), SCRIPTS)).toBe(page("<script>open()</script>", "draw('$&')"));
});

test("[CL27] a build whose page has no place for them fails, and says where it should be", () => {
  expect(() => withEarlyScripts("<html><head></head><body></body></html>", SCRIPTS)).toThrow(
    "no place for the early question",
  );
  expect(() => withEarlyScripts('<script data-early-question=""></script>', SCRIPTS)).toThrow("no <head>");
});
