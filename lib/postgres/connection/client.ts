import type { Socket } from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { driverAddress, printableAddress } from "./database-url.ts";
import { watchedSockets } from "./watched-socket.ts";

/**
 * Drizzle for single rows; `$client`, the driver itself, for the hot paths, which work on whole sets with `unnest` and
 * whose statements the driver prepares.
 */
export type Database = PostgresJsDatabase & { $client: postgres.Sql };

export interface PostgresOptions {
  /** postgres://user:password@host:port/database; `?host=/folder` for a Unix socket. */
  url: string;
  /** Connections of this node. The embedded database takes one (embedded.ts). */
  poolSize: number;
  onNotice?: (message: string) => void;
  /** After how long without an answer a connection is given up. Longer than any statement may take. */
  silenceMs?: number;
}

/** Connects, and rejects with a sentence for the operator if the database does not answer. */
export async function connectPostgres({
  url,
  poolSize,
  onNotice,
  silenceMs = SILENCE_MS,
}: PostgresOptions): Promise<{
  db: Database;
  /** How many connections stand now. */
  connections(): number;
  close(): Promise<void>;
}> {
  const { url: driverUrl, ...host } = driverAddress(url);
  const makeSocket = watchedSockets(silenceMs);
  let connections = 0;
  const countedSocket: typeof makeSocket = (address) =>
    makeSocket(address).once("connect", function (this: Socket) {
      connections += 1;
      this.once("close", () => {
        connections -= 1;
      });
    });
  const client: postgres.Sql = postgres(driverUrl, {
    ...host,
    max: poolSize,
    connect_timeout: host.host === undefined ? CONNECT_TIMEOUT_S : LOCAL_CONNECT_TIMEOUT_S,
    backoff: reconnectAfterS,
    // Spread, because the driver's types do not know it.
    ...{ socket: countedSocket },
    // Only TCP is watched for silence.
    ...(host.host === undefined ? { idle_timeout: (silenceMs / 1000) * IDLE_SHARE } : {}),
    onnotice: (notice) => onNotice?.(notice.message ?? ""),
    types: { int8: INT8_AS_NUMBER },
    connection: {
      application_name: "ovation",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      ...PLANNING,
    },
  });
  try {
    await client`select 1`;
  } catch (error) {
    await client.end({ timeout: 0 });
    const reason =
      error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error);
    throw new Error(`Postgres at ${printableAddress(url)} cannot be used: ${reason}`, { cause: error });
  }
  return {
    db: drizzle(client),
    connections: () => connections,
    close: () => client.end({ timeout: CLOSE_TIMEOUT_S }),
  };
}

const CONNECT_TIMEOUT_S = 5;
/** By a Unix socket, as the embedded database has it: a slow and busy machine takes its time, and a dead server closes. */
const LOCAL_CONNECT_TIMEOUT_S = 600;
const CLOSE_TIMEOUT_S = 5;
/** Seconds to wait after so many failed attempts. The driver's own goes up to 20 s, long after a restart is over. */
function reconnectAfterS(failures: number): number {
  return Math.min(0.05 * 2 ** failures, 1) * (0.5 + Math.random() / 2);
}

/** Every statement of ours takes milliseconds; one that does not is stuck behind something, and its caller has given up. */
const STATEMENT_TIMEOUT_MS = 10_000;
const SILENCE_MS = 30_000;
/** The part of that time after which the driver closes an idle connection. */
const IDLE_SHARE = 2 / 3;
/** A node that froze in the middle of a transaction must not keep its players locked. */
const IDLE_IN_TRANSACTION_MS = 10_000;

/**
 * Everything we ask is found by a key. A table that has just begun to grow looks empty to the planner, which would read
 * all of it each time, and prepared statements keep such a plan: that made a first large room fifty times as slow.
 */
const PLANNING = { enable_seqscan: "off", jit: "off" };

/** Instants and counts stay far below 2^53. */
const INT8_AS_NUMBER = { to: 20, from: [20], parse: Number, serialize: String };
