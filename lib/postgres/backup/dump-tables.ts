import type { Sql, TransactionSql } from "postgres";
import type { BackupWriter } from "../../backup/write-backup.ts";
import { ownTables } from "../migrations.ts";

/** What nodes say of themselves is of this moment, and no backup's. */
const LEFT_OUT = ["nodes"];
/** The bytes of pictures, sounds and films: never changed once they are there. */
export const PIECES = "media_pieces";

/** So much is read at once, about. */
const BATCH_BYTES = 512 * 1024;
const FIRST_BATCH = 8;
const BATCH_ROWS_MAX = 2_000;

/** All tables, those that others refer to first. */
export async function tablesInOrder(sql: Sql | TransactionSql): Promise<string[]> {
  const rows = await sql<{ name: string; needs: string[] | null }[]>`
    select c.relname::text as name,
      array_agg(distinct f.relname::text) filter (where f.relname is not null and f.oid <> c.oid) as needs
    from pg_class c
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any(${ownTables()}::text[])
    group by c.oid, c.relname order by c.relname`;
  const waiting = rows.filter(({ name }) => !LEFT_OUT.includes(name));
  const ordered: string[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ needs }) => (needs ?? []).every((name) => ordered.includes(name)));
    const [next] = waiting.splice(Math.max(0, at), 1);
    if (next) ordered.push(next.name);
  }
  // Last, so that they can be read when all else is.
  return [...ordered.filter((name) => name !== PIECES), ...ordered.filter((name) => name === PIECES)];
}

/** A table with all its rows, as the transaction sees them, in pieces of about the same size. */
export async function dumpTable(tx: Sql | TransactionSql, table: string, to: BackupWriter): Promise<void> {
  const columns = await columnsOf(tx, table);
  await to.table({ table, columns });
  await tx.unsafe(`declare dumped no scroll cursor for select ${asTexts(columns)} as row from "${table}"`);
  await fetchAll(tx, to);
  await tx.unsafe("close dumped");
  await to.endTable();
}

async function fetchAll(tx: Sql | TransactionSql, to: BackupWriter): Promise<void> {
  for (let size = FIRST_BATCH; ; ) {
    const rows = await tx.unsafe<{ row: string }[]>(`fetch forward ${size} from dumped`);
    if (rows.length === 0) return;
    await to.rows(rows.map(({ row }) => row));
    const bytes = rows.reduce((sum, { row }) => sum + row.length, 0);
    const each = Math.max(1, bytes / rows.length);
    size = Math.max(1, Math.min(BATCH_ROWS_MAX, Math.floor(BATCH_BYTES / each), size * 8));
  }
}

/**
 * The pieces of the files that a transaction has seen, each read by itself: the embedded database has one connection, and
 * a game waits for it. A file that was removed since has none.
 */
export async function dumpPieces(sql: Sql, mediaIds: readonly string[], to: BackupWriter): Promise<void> {
  const columns = await columnsOf(sql, PIECES);
  await to.table({ table: PIECES, columns });
  for (const id of mediaIds) {
    for (let index = 0; ; index++) {
      const rows = await sql.unsafe<{ row: string }[]>(
        `select ${asTexts(columns)} as row from "${PIECES}" where media_id = $1 and index = $2`,
        [id, index],
      );
      if (rows.length === 0) break;
      await to.rows(rows.map(({ row }) => row));
    }
  }
  await to.endTable();
}

async function columnsOf(sql: Sql | TransactionSql, table: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select attname::text as name from pg_attribute
    where attrelid = to_regclass(${`public.${table}`}) and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`;
  return rows.map(({ name }) => name);
}

/** A row of a backup, made where no driver guesses what a text means. */
function asTexts(columns: readonly string[]): string {
  return `json_build_array(${columns.map((name) => `"${name}"::text`).join(", ")})::text`;
}
