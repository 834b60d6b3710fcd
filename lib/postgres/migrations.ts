import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Sql, TransactionSql } from "postgres";

export const MIGRATIONS = fileURLToPath(new URL("../../drizzle/migrations", import.meta.url));

export interface Migration {
  /** "0019_webhooks" */
  name: string;
  atMs: number;
  hash: string;
  statements: string[];
}

/** All that this version knows, oldest first. */
export function knownMigrations(): Migration[] {
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ sql, folderMillis, hash }, i) => ({
    name: journal.entries[i]?.tag ?? "",
    atMs: folderMillis,
    hash,
    statements: sql,
  }));
}

/** The newest that this database has had; null for one that was never ours, or is from a newer version. */
export async function migrationOf(sql: Sql | TransactionSql): Promise<string | null> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return null;
  const [last] = await sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`;
  return knownMigrations().find(({ atMs }) => String(atMs) === last?.at)?.name ?? null;
}

/** Applies these in a transaction of the caller's, and notes them as drizzle does, so that it goes on from there. */
export async function applyMigrations(tx: TransactionSql, migrations: readonly Migration[]): Promise<void> {
  await tx`create schema if not exists drizzle`;
  await tx`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  for (const { statements, hash, atMs } of migrations) {
    for (const statement of statements) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${atMs})`;
  }
}

/** The tables that are ours, whatever else lies in the database. */
export function ownTables(): string[] {
  return namesMade("TABLE");
}

export function ownFunctions(): string[] {
  return namesMade("FUNCTION");
}

function namesMade(what: "TABLE" | "FUNCTION"): string[] {
  const statements = knownMigrations().flatMap((migration) => migration.statements);
  return statements.flatMap((statement) => {
    const name = new RegExp(`^\\s*CREATE ${what} "(\\w+)"`).exec(statement)?.[1];
    return name === undefined ? [] : [name];
  });
}
