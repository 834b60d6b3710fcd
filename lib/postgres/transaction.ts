import { setTimeout as sleep } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import { isConflict } from "./errors.ts";

const ATTEMPTS = 5;
const PAUSE_MS = 20;

/**
 * Runs `work` in a transaction at READ COMMITTED, again from the start when another transaction was in the way.
 * `work` must lock the rows it decides on first and read the rest in later statements: only a statement that starts
 * after the lock is granted sees what the previous holder wrote.
 */
export async function transact<T>(client: Sql, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await client.begin(work)) as T;
    } catch (error) {
      if (attempt >= ATTEMPTS || !isConflict(error)) throw error;
      await sleep(Math.random() * PAUSE_MS * attempt);
    }
  }
}
