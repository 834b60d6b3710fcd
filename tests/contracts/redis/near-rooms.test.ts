import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryNearRooms, NEAR_FOR_MS, NEAR_ROOMS_MAX, type NearRooms } from "#lib/limits/near-rooms.ts";
import { connectRedis, disconnectRedis } from "#lib/redis/client.ts";
import { redisNearRooms } from "#lib/redis/near-rooms.ts";
import { startRedis } from "#tests/support/programs/redis.ts";
import { eventually } from "#tests/support/waiting.ts";

const clock = { now: () => 0 };
const room = (pin: string) => ({ pin, sessionId: `session-${pin}` });

function nearRoomsContract(
  adapter: string,
  open: () => Promise<{ near: NearRooms; close(): Promise<void> }>,
) {
  describe(`near rooms: ${adapter}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    test("[LIM4] a room is known at the addresses where it was noted, and nowhere else", async () => {
      const { near } = opened;
      near.note("192.0.2.1", room("111111"));
      near.note("2001:db8:1:2::/64", room("222222"));
      expect(await near.find("192.0.2.1", "111111")).toBe("session-111111");
      expect(await near.find("192.0.2.1", "222222")).toBeNull();
      expect(await near.find("2001:db8:1:2::/64", "222222")).toBe("session-222222");
      expect(await near.find("192.0.2.2", "111111")).toBeNull();
    });

    test("[LIM4] a PIN that went to another session leads to the last one", async () => {
      const { near } = opened;
      near.note("192.0.2.3", room("333333"));
      near.note("192.0.2.3", { pin: "333333", sessionId: "another" });
      expect(await near.find("192.0.2.3", "333333")).toBe("another");
    });
  });
}

nearRoomsContract("memory", async () => ({ near: memoryNearRooms(clock), close: async () => {} }));
nearRoomsContract("redis", async () => {
  const server = await startRedis();
  const redis = await connectRedis({ url: server.url });
  return {
    near: redisNearRooms(redis, clock),
    async close() {
      await disconnectRedis(redis);
      await server.stop();
    },
  };
});

test("[LIM4] what one node has seen all nodes know; while Redis is away each knows its own", async () => {
  const server = await startRedis();
  const clients = [await connectRedis({ url: server.url }), await connectRedis({ url: server.url })];
  const [here, there] = clients.map((redis) => redisNearRooms(redis, clock));
  here!.note("192.0.2.1", room("111111"));
  await eventually(async () => expect(await there!.find("192.0.2.1", "111111")).toBe("session-111111"));
  await server.kill();
  here!.note("192.0.2.1", room("222222"));
  expect(await here!.find("192.0.2.1", "222222")).toBe("session-222222");
  expect(await there!.find("192.0.2.1", "222222")).toBeNull();
  await Promise.all(clients.map(disconnectRedis));
  await server.stop();
});

test("[LIM4] the memory is bounded, and old rooms are forgotten", async () => {
  let nowMs = 0;
  const near = memoryNearRooms({ now: () => nowMs });
  for (let i = 0; i < NEAR_ROOMS_MAX + 1; i++) near.note("192.0.2.1", room(String(100_000 + i)));
  expect(await near.find("192.0.2.1", "100000")).toBeNull();
  expect(await near.find("192.0.2.1", "100001")).toBe("session-100001");
  nowMs = NEAR_FOR_MS;
  expect(await near.find("192.0.2.1", "100001")).toBeNull();
  for (let i = 0; i < 50_000; i++) near.note(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, room("111111"));
  expect(near.size).toBeLessThanOrEqual(20_000);
});
