/**
 * Migrations expand: while nodes are replaced one by one, those of the release before run on the newer database. What takes
 * something away that they use comes a release later, and is listed here with its reason.
 */
import { describe, expect, test } from "vitest";
import { knownMigrations } from "#lib/postgres/migrations.ts";

/** Statements that would end a node of the release before, and what they are called. */
const CONTRACTS: [RegExp, string][] = [
  [/^DROP TABLE\b/i, "takes a table away"],
  [/\bDROP COLUMN\b/i, "takes a column away"],
  [/\bRENAME\b/i, "renames"],
  [/\bALTER COLUMN\b.*\bSET NOT NULL\b/i, "forbids null where it was allowed"],
  [/\bALTER COLUMN\b.*\bDROP DEFAULT\b/i, "takes a default away"],
  [/\bALTER COLUMN\b.*\bTYPE\b/i, "changes a type"],
  [/\bDROP (CONSTRAINT|INDEX)\b/i, "takes a constraint or an index away, which a statement may name"],
  [/\bADD CONSTRAINT\b.*\b(UNIQUE|CHECK)\b/i, "forbids rows that were allowed"],
];

/** Each was looked at: what the release before does goes on beside it. */
const ALLOWED: Record<string, string> = {
  "0005_answers-cheaper: DROP CONSTRAINT": "A reference that no statement names; a trigger does its work.",
  "0005_answers-cheaper: DROP INDEX": "An index that no statement names.",
  "0006_players-found-by-key: DROP CONSTRAINT":
    "Made anew in the same migration, with the columns in another order.",
  "0006_players-found-by-key: ADD CONSTRAINT": "The same pair of columns was unique before.",
  "0006_players-found-by-key: DROP INDEX":
    "Made anew in the same migration, with the columns in another order.",
};

/** What is wrong with each statement, as "0005_…: DROP INDEX: takes …". */
function contractions(name: string, statements: readonly string[]): string[] {
  const made = new Set(statements.flatMap((text) => /^\s*CREATE TABLE "(\w+)"/i.exec(text)?.[1] ?? []));
  return statements.flatMap((text) => {
    const statement = text.replace(/\s+/g, " ").trim();
    const table = /^ALTER TABLE (?:ONLY )?"(\w+)"/i.exec(statement)?.[1];
    // Nobody used what is new in this very migration.
    if (table !== undefined && made.has(table)) return [];
    const found = CONTRACTS.flatMap(([pattern, says]) => {
      const [what] = pattern.exec(statement) ?? [];
      return what === undefined ? [] : [`${name}: ${shortened(what)}: ${says}`];
    });
    const strict = /\bADD COLUMN "(\w+)"(?=.*\bNOT NULL\b)(?!.*\bDEFAULT\b)/i.exec(statement);
    if (strict) found.push(`${name}: ADD COLUMN: ${strict[1]} may not be null and has no default`);
    const unique = /^CREATE UNIQUE INDEX "\w+" ON "(\w+)"/i.exec(statement)?.[1];
    if (unique !== undefined && !made.has(unique) && !statements.some((each) => /DROP INDEX/i.test(each)))
      found.push(`${name}: CREATE UNIQUE INDEX: forbids rows that were allowed`);
    return found;
  });
}

function shortened(what: string): string {
  return (
    /DROP (CONSTRAINT|INDEX|COLUMN|TABLE|DEFAULT)|RENAME|SET NOT NULL|TYPE|ADD CONSTRAINT/i.exec(what)?.[0] ??
    what
  );
}

const isAllowed = (problem: string) => Object.keys(ALLOWED).some((key) => problem.startsWith(`${key}:`));

test("[UP20] no migration takes away, renames or tightens what the release before uses", () => {
  const problems = knownMigrations().flatMap(({ name, statements }) => contractions(name, statements));
  expect(problems.filter((problem) => !isAllowed(problem))).toEqual([]);
});

test("what is listed as allowed is still there", () => {
  const problems = knownMigrations().flatMap(({ name, statements }) => contractions(name, statements));
  const unused = Object.keys(ALLOWED).filter(
    (key) => !problems.some((problem) => problem.startsWith(`${key}:`)),
  );
  expect(unused).toEqual([]);
});

describe("what is found", () => {
  test.each([
    ['DROP TABLE "players";', "takes a table away"],
    ['ALTER TABLE "players" DROP COLUMN "name";', "takes a column away"],
    ['ALTER TABLE "players" RENAME COLUMN "name" TO "nick";', "renames"],
    ['ALTER TABLE "players" ALTER COLUMN "avatar" SET NOT NULL;', "forbids null"],
    ['ALTER TABLE "players" ALTER COLUMN "score" SET DATA TYPE bigint;', "changes a type"],
    ['ALTER TABLE "players" ADD COLUMN "shoe" integer NOT NULL;', "has no default"],
    ['CREATE UNIQUE INDEX "one" ON "players" USING btree ("name");', "forbids rows"],
    ['ALTER TABLE "players" ADD CONSTRAINT "one" UNIQUE("name");', "forbids rows"],
  ])("%s", (statement, says) => {
    expect(contractions("9999", [statement]).join()).toContain(says);
  });

  test.each([
    'ALTER TABLE "players" ADD COLUMN "shoe" integer;',
    'ALTER TABLE "players" ADD COLUMN "shoe" integer DEFAULT 42 NOT NULL;',
    'CREATE INDEX "some" ON "players" USING btree ("name");',
    'CREATE TABLE "shoes" ("id" text NOT NULL);',
  ])("and not %s", (statement) => {
    expect(contractions("9999", [statement])).toEqual([]);
  });
});
