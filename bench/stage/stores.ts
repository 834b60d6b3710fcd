import { createDatabase, startPostgres } from "#tests/support/programs/postgres.ts";
import { startRedis, startRedisCluster } from "#tests/support/programs/redis.ts";

export type Store = "postgres" | "embedded" | "cluster";

/** Private stores for the whole bench, on loopback, removed at the end. */
export interface Stores {
  kind: Store;
  /** The environment of a fresh server: a database of its own. */
  environment(): Promise<Record<string, string>>;
  /** Of the Postgres server itself; null when embedded. */
  postgresUrl: string | null;
  stop(): Promise<void>;
}

export async function startStores(kind: Store): Promise<Stores> {
  if (kind === "embedded")
    return { kind, environment: async () => ({}), postgresUrl: null, stop: async () => {} };
  // Answers must survive the machine: commits wait for the disk here, as in production.
  const postgres = await startPostgres({ fsync: true });
  const redis = kind === "cluster" ? await startRedisCluster(3) : await startRedis();
  return {
    kind,
    postgresUrl: postgres.url,
    async environment() {
      return {
        DATABASE_URL: await createDatabase(postgres.url),
        ...("nodes" in redis ? { REDIS_CLUSTER: redis.nodes.join(",") } : { REDIS_URL: redis.url }),
      };
    },
    async stop() {
      await Promise.all([redis.stop(), postgres.stop()]);
    },
  };
}
