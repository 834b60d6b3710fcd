import { Cluster } from "ioredis";
import type { RedisClient } from "./client.ts";

const PATTERN = "lb:*";
const AT_ONCE = 500;

/** Deletes every board, so that each is made anew from Postgres: after the database was put back to another day. */
export async function forgetBoards(redis: RedisClient): Promise<void> {
  const servers = redis instanceof Cluster ? redis.nodes("master") : [redis];
  for (const server of servers) {
    let cursor = "0";
    do {
      const [next, keys] = await server.scan(cursor, "MATCH", PATTERN, "COUNT", AT_ONCE);
      // One by one: in a cluster those of one server are in many slots.
      await Promise.all(keys.map((key) => server.unlink(key)));
      cursor = next;
    } while (cursor !== "0");
  }
}
