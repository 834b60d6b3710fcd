import { setTimeout as sleep } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import { isConflict, isConnectionLost } from "./errors.ts";

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
      return await once(client, work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isConflict(error)) throw error;
      await sleep(Math.random() * PAUSE_MS * attempt);
    }
  }
}

/**
 * One attempt. When the connection is lost, the driver (postgres 3.4.9) must not be allowed to go on with the
 * transaction: its rollback would be written to a socket that is gone, outside of any promise, and end the process
 * (porsager/postgres #1208); and a further statement could run on a new connection, outside of any transaction
 * (#1155). So the driver's promise is then left unsettled, and statements are refused.
 */
function once<T>(client: Sql, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let lost: unknown = null;
    const fail = (error: unknown) => {
      if (isConnectionLost(error)) lost ??= error;
      reject(error);
    };
    client
      .begin(
        (tx) =>
          new Promise<T>((commit, rollBack) => {
            work(guarded(tx, () => lost)).then(
              (value) => (lost === null ? commit(value) : undefined),
              (error) => (isConnectionLost(error) ? fail(error) : rollBack(error)),
            );
          }),
      )
      .then((value) => resolve(value as T), fail);
  });
}

/** The same transaction, whose statements throw once the connection is lost. */
function guarded(tx: TransactionSql, lost: () => unknown): TransactionSql {
  return new Proxy(tx, {
    apply(target, self, args) {
      if (lost() !== null) throw lost();
      return Reflect.apply(target, self, args);
    },
  });
}
