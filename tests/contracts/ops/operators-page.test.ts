import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SECRET_NAMES, VARIABLE_NAMES } from "#lib/config/variables.ts";

const PAGE = readFileSync(join(import.meta.dirname, "../../../docs/OPERATIONS.md"), "utf8");

test("[CFG6] the operators' page explains every variable, and marks those that may come from a file", () => {
  const [, table = ""] = /^## Variables\n([\s\S]*?)^## /m.exec(PAGE) ?? [];
  const named = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names = ""]) =>
    [...names.matchAll(/`([A-Z_]+)`( †)?/g)].map(([, name = "", mark]) => ({
      name,
      isSecret: mark !== undefined,
    })),
  );
  expect(named.map(({ name }) => name).sort()).toEqual([...VARIABLE_NAMES].sort());
  const secrets = named.filter(({ isSecret }) => isSecret).map(({ name }) => name);
  expect(secrets.sort()).toEqual([...SECRET_NAMES].sort());
});

test("links within the page lead somewhere", () => {
  const anchors = [...PAGE.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/\s/g, "-"),
  );
  const links = [...PAGE.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((anchor) => !anchors.includes(anchor!))).toEqual([]);
});
