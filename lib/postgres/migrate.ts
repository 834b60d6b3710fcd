import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { driverAddress } from "./connection/database-url.ts";
import { MIGRATIONS } from "./migrations.ts";

/**
 * Brings the database to the current schema. Nodes that start together take turns by an advisory lock, on a connection
 * of their own without a statement timeout; those that come second find nothing left to do.
 */
export async function migrate(url: string): Promise<void> {
  const { url: driverUrl, ...host } = driverAddress(url);
  const client = postgres(driverUrl, { ...host, max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATE_LOCK})`;
    await runMigrations(drizzle(client), { migrationsFolder: MIGRATIONS });
    await client`select pg_advisory_unlock(${MIGRATE_LOCK})`;
  } finally {
    // Ending the connection releases the lock as well.
    await client.end({ timeout: 5 });
  }
}

/** "ovat" in ASCII: any number will do that no other program on the same database takes. */
export const MIGRATE_LOCK = 0x6f766174;
