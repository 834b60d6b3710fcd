import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { expect, test } from "vitest";
import { accountOfApiKey, hashApiKey } from "#lib/auth/api-keys.ts";
import { ensureOwner } from "#lib/auth/owner.ts";
import { hashPassword, verifyPassword } from "#lib/auth/passwords.ts";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { freshDatabase } from "#tests/support/programs/database.ts";
import { QUIZ, storeContext } from "./store-context.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../drizzle/migrations");
/** The last one before there were workspaces. */
const BEFORE = "0017_session-steps";
const LATER = Date.now() + 86_400_000;

/** The migrations as they were then. */
function migrationsBefore(): string {
  const folder = temporaryFolder("migrations");
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journalPath = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8")) as { entries: { tag: string }[] };
  const last = journal.entries.findIndex(({ tag }) => tag === BEFORE);
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
  return folder;
}

test("[ACC1] accounts, sign-ins, keys and quizzes from before workspaces go on as they were", async () => {
  const url = await freshDatabase();
  const folder = migrationsBefore();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await runMigrations(drizzle(sql), { migrationsFolder: folder });
  const passwordHash = await hashPassword("an old password", { N: 2 ** 10, r: 8, p: 1 });
  const key = "an_old_api_key_0123456789";
  const old = { id: "a".repeat(20), quiz: "q".repeat(20), token: "t".repeat(64) };
  async function asBefore(id: string, email: string, suffix: string) {
    await sql`insert into accounts (id, email, name, password_hash, created_at_ms)
      values (${id}, ${email}, 'Ada', ${passwordHash}, 1)`;
    await sql`insert into sign_ins (token_hash, account_id, expires_at_ms)
      values (${`${old.token}${suffix}`}, ${id}, ${LATER})`;
    await sql`insert into quizzes (id, account_id, quiz, created_at_ms, updated_at_ms)
      values (${`${old.quiz.slice(suffix.length)}${suffix}`}, ${id}, ${JSON.stringify(QUIZ)}::text::jsonb, 1, 1)`;
  }
  await asBefore(old.id, "ada@example.org", "");
  await sql`insert into api_keys (key_hash, account_id, label, created_at_ms)
    values (${hashApiKey(key)}, ${old.id}, 'OWNER_API_KEY', 1)`;

  await migrate(url);
  // A node of the release before that still runs beside the new ones.
  await asBefore("b".repeat(20), "bob@example.org", "b");
  await sql.end();

  const { db, close } = await connectPostgres({ url, poolSize: 2 });
  const { accounts, people, quizzes } = storeContext(db);
  const ada = { id: old.id, email: "ada@example.org", name: "Ada", workspaceId: old.id, role: "owner" };
  const found = await accounts.byEmail("Ada@Example.org");
  expect(found).toEqual({ ...ada, passwordHash });
  expect(await verifyPassword("an old password", found!.passwordHash)).toBe(true);
  expect(await accounts.bySignIn(old.token, Date.now())).toEqual(ada);
  expect(await accounts.signIns(old.id, Date.now())).toEqual([
    { id: "t".repeat(20), device: null, createdAtMs: null, usedAtMs: null },
  ]);
  expect(await accountOfApiKey({ accounts, now: Date.now }, key)).toEqual({ ...ada, scope: "admin" });
  expect(await quizzes.list(old.id)).toMatchObject([{ id: old.quiz, madeBy: { id: old.id, name: "Ada" } }]);
  expect(await people.people(old.id)).toMatchObject([{ id: old.id, role: "owner" }]);
  // Accounts see only their own earlier rows.
  expect(await quizzes.list("b".repeat(20))).toHaveLength(1);
  const config = { ownerEmail: "ada@example.org", ownerPassword: null, ownerApiKey: key };
  expect(await ensureOwner({ accounts, config })).toMatchObject({ created: false, account: { id: old.id } });
  await close();
  await removeFolder(folder);
});
