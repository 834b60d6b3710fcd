import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMAT } from "#lib/backup/format.ts";
import { verifyBackup } from "#lib/backup/read-backup.ts";
import { newId } from "#lib/kernel/ids.ts";
import { type BackUp, backUpBeside, backUpWithin, type OwnHead } from "#lib/postgres/backup/back-up.ts";
import { restoreTables } from "#lib/postgres/backup/restore-tables.ts";
import { connectPostgres, type Database } from "#lib/postgres/connection/client.ts";
import { driverAddress } from "#lib/postgres/connection/database-url.ts";
import { EMBEDDED_POOL_SIZE, startEmbeddedPostgres } from "#lib/postgres/embedded/embedded.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { applyMigrations, knownMigrations } from "#lib/postgres/migrations.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { freshDatabase } from "#tests/support/programs/database.ts";
import { answerOf, RULES, storeContext } from "./store-context.ts";

const HEAD: OwnHead = {
  ...{ ovation: "backup", format: FORMAT, version: "0.1.0", atMs: 1_800_000_000_000 },
  secret: { kept: "the secret of the server that made it" },
};
const KEEP = { replace: false };

/** Both kinds of database, and how each is backed up. */
const KINDS = {
  async Postgres() {
    const url = await freshDatabase();
    return { url, poolSize: 4, backUp: () => backUpBeside(url), stop: async () => {} };
  },
  async "the embedded database"() {
    const dataDir = temporaryFolder("backup");
    const embedded = await startEmbeddedPostgres({ dataDir });
    return {
      url: embedded.url,
      poolSize: EMBEDDED_POOL_SIZE,
      backUp: (db: Database) => backUpWithin(db.$client, join(dataDir, "backup.tmp")),
      async stop() {
        await embedded.stop();
        await removeFolder(dataDir);
      },
    };
  },
};

let folder: string;
beforeAll(() => {
  folder = temporaryFolder("backups");
});
afterAll(() => removeFolder(folder));

async function written(backUp: BackUp): Promise<string> {
  const path = join(folder, newId());
  await pipeline(await backUp(HEAD), createWriteStream(path));
  return path;
}

/** All that is in it, table by table, as text. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const { url: driverUrl, ...host } = driverAddress(url);
  const sql = postgres(driverUrl, { ...host, max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ name: string }[]>`
      select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    const content: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from "${name}" t order by 1`);
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  } finally {
    await sql.end();
  }
}

/** Something of every kind: odd texts, bytes, arrays, answers, a searched quiz. */
async function fill(db: Database) {
  const context = storeContext(db);
  const accountId = await context.newAccount();
  const session = await context.newSession({ accountId });
  const players = await context.newPlayers(session.id, 30);
  await context.answers.commit(
    players.map((player) => answerOf(player)),
    RULES,
  );
  await context.players.join([
    {
      ...{
        sessionId: session.id,
        playerId: newId(),
        name: 'O\'Hara "\\" {,}\n名',
        nameKey: "o",
        joinKey: null,
      },
      ...{ avatar: null, network: null, team: { kind: "none" }, maxPlayers: 100, joinedAtMs: 5 },
    },
  ]);
  await db.$client`update quizzes set tags = array['a "b"', 'c,d', '']`;
  const bytes = Uint8Array.from({ length: 600_000 }, (_, i) => (i * 7919) % 256);
  await context.media.put(accountId, { id: `${newId()}-1x1.png`, bytes } as never);
  return { context, session };
}

describe.each(Object.entries(KINDS))("a backup of %s", (_, start) => {
  let source: Awaited<ReturnType<typeof start>>;
  let db: Database;
  let close: () => Promise<void>;
  let backUp: BackUp;

  beforeAll(async () => {
    source = await start();
    await migrate(source.url);
    ({ db, close } = await connectPostgres(source));
    backUp = source.backUp(db);
    await fill(db);
  });
  afterAll(async () => {
    await close();
    await source.stop();
  });

  test("[BAK1] holds everything, to the last byte of the media, and comes back the same", async () => {
    const path = await written(backUp);
    expect((await verifyBackup(path)).head).toEqual({ ...HEAD, migration: knownMigrations().at(-1)?.name });
    const target = await freshDatabase();
    await restoreTables(target, path, KEEP);
    await db.$client`select 1`;
    const { nodes: __, ...restored } = await contentOf(target);
    const { nodes: ___, ...original } = await contentOf(source.url);
    expect(restored).toEqual(original);
    expect(restored.media_pieces?.length).toBe(3);
    expect(restored.players?.length).toBe(31);
  });

  test("[BAK2] the game goes on while its file is read slowly, and what comes later is not in it", async () => {
    const stream = await backUp(HEAD);
    const context = storeContext(db);
    const late = await context.newAccount();
    const path = join(folder, newId());
    await pipeline(stream, createWriteStream(path));
    expect(gunzipSync(readFileSync(path)).toString()).not.toContain(late);
  });

  test("[BAK3] a second one at the same time is refused, and a reader that goes away ends the first", async () => {
    const stream = await backUp(HEAD);
    await expect(backUp(HEAD)).rejects.toMatchObject({ code: "backup_refused" });
    stream.destroy();
    await expect.poll(() => written(backUp).catch(() => null)).not.toBeNull();
  });
});

describe("restoring", () => {
  let path: string;
  let source: string;

  beforeAll(async () => {
    source = await freshDatabase();
    await migrate(source);
    const { db, close } = await connectPostgres({ url: source, poolSize: 2 });
    await fill(db);
    await close();
    path = await written(backUpBeside(source));
  });

  test("[BAK4] a target with accounts is left alone, unless it is told to go", async () => {
    const target = await freshDatabase();
    await migrate(target);
    const { db, close } = await connectPostgres({ url: target, poolSize: 2 });
    await storeContext(db).newAccount();
    await close();
    const before = await contentOf(target);
    await expect(restoreTables(target, path, KEEP)).rejects.toMatchObject({ code: "restore_refused" });
    expect(await contentOf(target)).toEqual(before);
    await restoreTables(target, path, { replace: true });
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  test("[BAK5] a file that is no backup, cut short, changed or newer is refused with a sentence, and changes nothing", async () => {
    const whole = readFileSync(path);
    const text = gunzipSync(whole).toString();
    const [head = ""] = text.split("\n");
    const others: [string, Buffer, RegExp][] = [
      ["nothing", Buffer.alloc(0), /damaged|empty/],
      ["a text", Buffer.from("hello"), /no backup/],
      ["another gzip", gzipSync("hello\n"), /no backup/],
      ["a cut one", whole.subarray(0, whole.length - 200), /cut short/],
      ["one without its end", gzipSync(text.slice(0, text.lastIndexOf('{"end"'))), /cut short/],
      ["a changed letter", gzipSync(text.replace("Capitals", "Capitols")), /checksum/],
      ["a missing row", gzipSync(text.replace(/\n\["[^\n]*/, "")), /missing|checksum/],
      ["a newer format", gzipSync(text.replace(`"format":${FORMAT}`, '"format":99')), /newer/],
      [
        "a newer migration",
        gzipSync(text.replace(head, head.replace(/"\d{4}_[\w-]+"/, '"9999_later"'))),
        /newer/,
      ],
    ];
    for (const [what, bytes, sentence] of others) {
      const file = join(folder, newId());
      writeFileSync(file, bytes);
      const target = await freshDatabase();
      const refused = await restoreTables(target, file, KEEP).then(
        () => null,
        (error: Error & { code?: string }) => error,
      );
      expect(refused?.code, what).toBe("bad_backup");
      expect(refused?.message, what).toMatch(sentence);
      expect(await contentOf(target), what).toEqual({});
    }
  });

  test("[BAK6] one of an older version gets all migrations since", async () => {
    const older = knownMigrations().slice(0, -3);
    const old = await freshDatabase();
    const sql = postgres(old, { max: 1, onnotice: () => {} });
    await sql.begin((tx) => applyMigrations(tx, older));
    await sql`insert into accounts (id, email, name, password_hash, created_at_ms) values ('a', 'a@b', 'A', 'x', 1)`;
    await sql.end();
    const file = await written(backUpBeside(old));
    expect((await verifyBackup(file)).head.migration).toBe(older.at(-1)?.name);
    const target = await freshDatabase();
    await restoreTables(target, file, KEEP);
    const content = await contentOf(target);
    expect(Object.keys(content)).toContain("nodes");
    expect(content.accounts?.length).toBe(1);
    // And drizzle itself finds nothing left to do.
    await migrate(target);
  });

  test("[BAK7] a database that servers use is left alone", async () => {
    const target = await freshDatabase();
    await migrate(target);
    const sql = postgres(target, { max: 1 });
    await sql`insert into nodes (id, beat_at_ms, facts) values ('n', ${Date.now()}, '{}')`;
    await sql.end();
    await expect(restoreTables(target, path, { replace: true })).rejects.toThrow("Stop them first");
  });
});
