import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

/**
 * What a phone must load before it can join or play, in bytes of gzip: the scripts that the static page names, without
 * the polyfill that only browsers without modules take. What is loaded later does not count.
 */
const BUDGETS = { join: 150_000, play: 190_000 };

const BUILD = join(import.meta.dirname, "../../../.next");

test.each(Object.entries(BUDGETS))("[PL2] the scripts of /%s fit their budget", (page, budget) => {
  const html = builtPage(`${page}.html`);
  const named = [...html.matchAll(/<script\b[^>]*\bsrc="\/_next\/([^"?]+)[^>]*>/g)];
  const scripts = named.filter(([tag]) => !/nomodule/i.test(tag)).map(([, path = ""]) => path);
  const sizes = [...new Set(scripts)].map((path) => gzipSync(readFileSync(join(BUILD, path))).byteLength);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(3);
  console.log(`/${page} loads ${total} bytes of ${budget}`);
  expect(total).toBeLessThanOrEqual(budget);
});

/** The static page as built; of several languages, the one that names most. */
function builtPage(name: string): string {
  const files = readdirSync(join(BUILD, "server/app"), { recursive: true }).map(String);
  const found = files.filter((file) => file === name || file.endsWith(`/${name}`));
  const texts = found.map((file) => readFileSync(join(BUILD, "server/app", file), "utf8"));
  return texts.sort((a, b) => b.split("<script").length - a.split("<script").length)[0] ?? "";
}
