import type { Clock } from "../kernel/clock.ts";
import { memoryNearRooms, NEAR_FOR_MS, type NearRooms } from "../limits/near-rooms.ts";
import type { RedisClient } from "./client.ts";
import { nearRoomsKey } from "./keys.ts";

/**
 * Over all nodes: a class is spread over them. Each node writes what is news to it, and asks only when it does not know
 * itself. While Redis is away each node knows its own.
 */
export function redisNearRooms(redis: RedisClient, clock: Clock): NearRooms {
  const here = memoryNearRooms(clock);
  return {
    note(address, room) {
      if (!here.isNews(address, room)) return;
      const key = nearRoomsKey(address);
      // Lost while Redis is away; the next one who comes in on another node says it again.
      redis
        .multi()
        .hset(key, room.pin, room.sessionId)
        .pexpire(key, NEAR_FOR_MS)
        .exec()
        .catch(() => {});
    },
    async find(address, pin) {
      const known = await here.find(address, pin);
      if (known !== null) return known;
      return redis.hget(nearRoomsKey(address), pin).catch(() => null);
    },
  };
}
