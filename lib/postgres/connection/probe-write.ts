import type { Database } from "./client.ts";

/**
 * Writes what changes nothing. A row that is written over lies in a page that is there; so, once writes have failed, it
 * also asks for a megabyte of new room, as answers and quizzes do, in a table that is gone with the transaction.
 */
export async function probeWrite(db: Database, thoroughly: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(
      "update accounts set name = name where id = (select id from accounts order by id limit 1)",
    );
    if (!thoroughly) return;
    await tx.execute("create temporary table probe (room bytea) on commit drop");
    await tx.execute("alter table probe alter column room set storage external");
    await tx.execute(
      `insert into probe select convert_to(repeat('x', ${PIECE}), 'UTF8') from generate_series(1, ${PIECES})`,
    );
  });
}

const PIECE = 64 * 1024;
const PIECES = 16;
