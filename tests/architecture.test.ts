/**
 * Who may import whom. Imports point down the tiers; a folder may use itself and every lower tier, never a neighbor in
 * its own tier. Each failure names the file, the import and the rule.
 */
import { describe, expect, test } from "vitest";
import { type Import, type SourceFile, sourceFile, sourceFiles } from "#tests/support/source/imports.ts";

/** Low to high. */
const TIERS = [
  ["lib/kernel"],
  ["lib/language", "lib/limits", "lib/rich-text"],
  ["lib/quiz"],
  ["lib/look", "lib/points", "lib/interchange"],
  ["lib/leaderboard"],
  ["lib/session"],
  ["lib/scoring"],
  ["lib/record"],
  ["lib/protocol"],
  ["lib/rehearsal"],
  ["lib/config", "lib/observability", "lib/backup"],
  ["lib/auth", "lib/webhooks", "lib/operator", "lib/mail"],
  ["lib/postgres", "lib/redis", "lib/pictures"],
  ["lib/runtime"],
  ["lib/http"],
  ["lib/realtime", "lib/api", "lib/client"],
  ["lib/web"],
  ["components"],
  ["app", "server.ts", "instrumentation.ts"],
];
const PURE = [
  "lib/kernel",
  "lib/language",
  "lib/rich-text",
  "lib/quiz",
  "lib/look",
  "lib/points",
  "lib/scoring",
  "lib/leaderboard",
  "lib/session",
  "lib/protocol",
  "lib/rehearsal",
];
const BROWSER = ["lib/client", "components"];
const SERVER_ONLY = [
  ...["lib/postgres", "lib/redis", "lib/pictures", "lib/auth", "lib/limits", "lib/runtime", "lib/config"],
  ...["lib/backup", "lib/mail"],
  ...["lib/observability", "lib/realtime", "lib/web"],
];
/** Outside the tiers: nothing that ships may import from them. */
const NOT_SHIPPED = ["tests", "bench", "e2e", "scripts"];
const READS_ENVIRONMENT = /^(lib\/config|scripts|tests|bench|e2e)\/|\.config\.ts$/;
const SERVER_ACTIONS = /^app\/(.+\/)?actions\.ts$/;

/** Published by itself, so it has nothing of the server but what `npm run client` makes of it. */
const CLIENT_PACKAGE = sourceFiles(["packages/client/src"]);
const shipped = sourceFiles(["lib", "app", "components"], ["server.ts", "proxy.ts", "instrumentation.ts"]);
const everything = [
  ...shipped,
  ...sourceFiles(
    [...NOT_SHIPPED, "drizzle"],
    ["drizzle.config.ts", "vitest.config.ts", "playwright.config.ts"],
  ),
];
const byPath = new Map(shipped.map((file) => [file.path, file]));

test("imports point down the tiers", () => {
  const problems = eachImport(shipped, (file, { target }) => {
    if (target === undefined) return;
    if (within(target, NOT_SHIPPED)) return "nothing that ships imports from tests, bench, e2e or scripts";
    const [from, to] = [placeOf(file.path), placeOf(target)];
    if (!from || !to || from.folder === to.folder) return;
    if (to.tier < from.tier) return;
    if (from.folder === "components" && SERVER_ACTIONS.test(target))
      return "components take the server's actions as props; the page that shows them passes them on";
    return `${from.folder} may import only ${allowedFrom(from.tier)}`;
  });
  expect(problems).toEqual([]);
});

test("every folder of lib has a place in the tiers", () => {
  const homeless = shipped.filter((file) => file.path.startsWith("lib/") && !placeOf(file.path));
  expect(homeless.map((file) => `${file.path}: add its folder to TIERS, or move the file`)).toEqual([]);
});

test("pure folders import no package but zod", () => {
  const pure = shipped.filter((file) => within(file.path, PURE));
  const problems = eachImport(pure, (_, { specifier, target }) => {
    if (target !== undefined || /^zod(\/|$)/.test(specifier)) return;
    return "kernel, language, quiz, scoring, leaderboard, session and protocol import no package but zod, and nothing of Node";
  });
  expect(problems).toEqual([]);
});

test("only lib/config reads the environment", () => {
  const readers = everything.filter(
    (file) => !READS_ENVIRONMENT.test(file.path) && /process\.env\b/.test(file.code),
  );
  expect(
    readers.map((file) => `${file.path}: process.env is read in lib/config only; pass the value`),
  ).toEqual([]);
});

test("only server.ts imports lib/runtime/create.ts", () => {
  const problems = eachImport(shipped, (file, { target, typeOnly }) => {
    if (target !== "lib/runtime/create.ts" || typeOnly || file.path === "server.ts") return;
    return "only server.ts builds the runtime; Next code gets the running one from lib/runtime/current.ts";
  });
  expect(problems).toEqual([]);
});

test("browser code reaches nothing of the server", () => {
  const problems = reaching(BROWSER, SERVER_ONLY);
  expect(
    problems.map((chain) => `${chain}: lib/client and components take only types from the server`),
  ).toEqual([]);
});

test("components/ui knows nothing of quizzes", () => {
  const problems = reaching(["components/ui"], ["lib/quiz", "lib/session", "lib/protocol"]);
  expect(
    problems.map((chain) => `${chain}: components/ui imports nothing of quiz, session, protocol`),
  ).toEqual([]);
});

test("[ED1] the editor shows the phone's screen without its connection", () => {
  const problems = reaching(
    ["components/quiz-editor"],
    [
      "lib/client/connection/session-client.ts",
      "lib/client/connection/live-provider.tsx",
      "lib/client/answers/outbox.ts",
    ],
  );
  expect(problems.map((chain) => `${chain}: what needs a game asks kinds/game-around.ts for it`)).toEqual([]);
});

test("imports within the project are written #lib/….ts or relative, with the extension", () => {
  const problems = eachImport(everything, (_, { specifier, target }) => {
    if (/^(@|~)\//.test(specifier) || specifier.startsWith("/")) return "write #lib/… or a relative path";
    if (target !== undefined && !/\.(tsx?|mjs|css|json)$/.test(target)) return "write the file's extension";
  });
  expect(problems).toEqual([]);
});

test("folders are named after what they hold", () => {
  const vague = everything.filter((file) => /(^|\/)(utils?|helpers?|misc|common)\//.test(file.path));
  expect(vague.map((file) => `${file.path}: utils, helpers, misc and common are not names`)).toEqual([]);
});

test("[PKG1] the client package imports nothing but itself", () => {
  expect(CLIENT_PACKAGE.length).toBeGreaterThan(3);
  const problems = eachImport(CLIENT_PACKAGE, (_, { target }) =>
    target !== undefined && within(target, ["packages/client/src"])
      ? undefined
      : "it must work where this project is not",
  );
  expect(problems).toEqual([]);
  const users = eachImport(shipped, (_, { specifier }) =>
    specifier.startsWith("#client/")
      ? "the server is no client of itself; tests, bench and bots are"
      : undefined,
  );
  expect(users).toEqual([]);
});

test("there are no barrels", () => {
  const barrels = shipped.filter(isBarrel);
  expect(barrels.map((file) => `${file.path}: it only re-exports; import from the files themselves`)).toEqual(
    [],
  );
});

describe("the reading of imports", () => {
  const read = (text: string) => sourceFile("lib/quiz/a.ts", text).imports;

  test("sees every form", () => {
    const text = [
      `import { a,\n  type B } from "./b.ts";`,
      `import "#lib/kernel/c.ts";`,
      `export * from "../scoring/d.ts";`,
      `const e = await import("zod");`,
      `import type { F } from "node:fs";`,
      `let g: typeof import("ws");`,
      `// import h from "h";\n/* import i from "i"; */`,
    ].join("\n");
    expect(read(text).map(({ specifier, typeOnly, target }) => [specifier, typeOnly, target])).toEqual([
      ["./b.ts", false, "lib/quiz/b.ts"],
      ["#lib/kernel/c.ts", false, "lib/kernel/c.ts"],
      ["../scoring/d.ts", false, "lib/scoring/d.ts"],
      ["node:fs", true, undefined],
      ["zod", false, undefined],
      ["ws", true, undefined],
    ]);
  });

  test("finds the project", () => {
    expect(byPath.has("lib/kernel/result.ts")).toBe(true);
  });
});

function eachImport(
  files: readonly SourceFile[],
  rule: (file: SourceFile, each: Import) => string | undefined,
): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((each) => {
      const problem = rule(file, each);
      return problem ? [`${file.path} imports "${each.specifier}": ${problem}`] : [];
    }),
  );
}

/** The chains of value imports from files under `starts` to a file under `ends`; shortest first, one per start. */
function reaching(starts: readonly string[], ends: readonly string[]): string[] {
  return shipped
    .filter((file) => within(file.path, starts))
    .flatMap((file) => {
      const chain = chainTo(file, ends);
      return chain ? [chain.join(" → ")] : [];
    });
}

function chainTo(start: SourceFile, ends: readonly string[]): string[] | undefined {
  const seen = new Set([start.path]);
  const chains = [[start.path]];
  for (const chain of chains) {
    const file = byPath.get(chain.at(-1) as string);
    for (const { target, typeOnly } of file?.imports ?? []) {
      if (!target || typeOnly || seen.has(target)) continue;
      if (within(target, ends)) return [...chain, target];
      seen.add(target);
      chains.push([...chain, target]);
    }
  }
  return undefined;
}

function placeOf(path: string): { folder: string; tier: number } | undefined {
  for (const [tier, folders] of TIERS.entries()) {
    const folder = folders.find((each) => within(path, [each]));
    if (folder) return { folder, tier };
  }
  return undefined;
}

function allowedFrom(tier: number): string {
  return TIERS.slice(0, tier).flat().join(", ") || "nothing";
}

function within(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

function isBarrel({ code }: SourceFile): boolean {
  const reExport = /export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s*from\s*["'][^"']+["'];?/g;
  return reExport.test(code) && code.replaceAll(reExport, "").trim() === "";
}
