import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Notice, SessionBus } from "#lib/session/live/bus.ts";
import { eventually } from "#tests/support/waiting.ts";

/** Notices as one subscriber heard them. */
export function ear(bus: SessionBus, sessionId: string): { heard: Notice[]; stop(): void } {
  const heard: Notice[] = [];
  return { heard, stop: bus.subscribe(sessionId, (notice) => heard.push(notice)) };
}

/** Waits until these subscriptions stand: publishes until everybody has heard something, then until a last notice. */
export async function untilHeard(bus: SessionBus, sessionId: string, ...ears: { heard: Notice[] }[]) {
  await eventually(async () => {
    bus.publish(sessionId, { type: "presence" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (const { heard } of ears) expect(heard.length).toBeGreaterThan(0);
  });
  const last: Notice = { type: "reaction", emoji: "last" };
  bus.publish(sessionId, last);
  await eventually(() => {
    for (const { heard } of ears) expect(heard.at(-1)).toEqual(last);
  });
  for (const { heard } of ears) heard.length = 0;
}

/**
 * What every bus promises (docs/SPEC.md, BUS).
 * @param open gives one bus, or the buses of some nodes
 */
export function busContract(
  adapter: string,
  open: () => Promise<{ buses: SessionBus[]; close(): Promise<void> }>,
) {
  describe(`bus: ${adapter}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let here: SessionBus;
    let there: SessionBus;
    beforeAll(async () => {
      opened = await open();
      here = opened.buses[0]!;
      there = opened.buses.at(-1)!;
    });
    afterAll(async () => {
      await Promise.all(opened.buses.map((bus) => bus.close()));
      await opened.close();
    });

    test("[BUS1] every node hears a notice, the publisher too, as it was sent and in order", async () => {
      const ears = [ear(here, "one"), ear(there, "one"), ear(there, "one")];
      await untilHeard(here, "one", ...ears);
      const notices: Notice[] = [
        { type: "session", version: 3 },
        {
          type: "joined",
          players: [{ playerId: "p", name: "Zoë 👩‍🚀", seq: 1, avatar: "2301", extraTime: "2x" }],
        },
        { type: "answered", questionIndex: 2, playerIds: ["p", "q"] },
        { type: "removed", playerIds: ["q"] },
        { type: "reaction", emoji: "🎉" },
      ];
      for (const notice of notices) here.publish("one", notice);
      await eventually(() => {
        for (const { heard } of ears) expect(heard).toEqual(notices);
      });
      for (const { stop } of ears) stop();
    });

    test("[BUS8] a node knows whether another one has a session open", async () => {
      const alone = here.subscribe("alone", () => {});
      await untilHeard(here, "alone", ear(here, "alone"));
      expect(await here.alone("alone")).toBe(true);
      const other = ear(there, "alone");
      await untilHeard(here, "alone", other);
      expect(await here.alone("alone")).toBe(here === there);
      other.stop();
      await eventually(async () => expect(await here.alone("alone")).toBe(true));
      alone();
    });

    test("[BUS1] a node is told which notices are its own, and hears each once", async () => {
      const told: [string, string, boolean][] = [];
      const listen = (name: string, bus: SessionBus) =>
        bus.subscribe("own", (notice, own) => {
          if (notice.type === "reaction") told.push([name, notice.emoji, own]);
        });
      const stops = [listen("here", here), listen("there", there)];
      await untilHeard(here, "own", ear(there, "own"));
      told.length = 0;
      here.publish("own", { type: "reaction", emoji: "from here" });
      await eventually(() => expect(told).toHaveLength(2));
      there.publish("own", { type: "reaction", emoji: "from there" });
      await eventually(() => expect(told).toHaveLength(4));
      const alone = here === there;
      expect(told.toSorted()).toEqual([
        ["here", "from here", true],
        ["here", "from there", alone],
        ["there", "from here", alone],
        ["there", "from there", true],
      ]);
      for (const stop of stops) stop();
    });

    test("[BUS2] a session's notices go to its subscribers only, until they unsubscribe", async () => {
      const [mine, stopped, other] = [ear(here, "mine"), ear(here, "mine"), ear(there, "other")];
      await Promise.all([untilHeard(here, "mine", mine, stopped), untilHeard(here, "other", other)]);
      stopped.stop();
      here.publish("mine", { type: "session", version: 1 });
      here.publish("other", { type: "session", version: 2 });
      await eventually(() => {
        expect(mine.heard).toEqual([{ type: "session", version: 1 }]);
        expect(other.heard).toEqual([{ type: "session", version: 2 }]);
      });
      expect(stopped.heard).toEqual([]);
    });

    test("[BUS2] subscribing again after the last one left works", async () => {
      const first = ear(there, "again");
      await untilHeard(here, "again", first);
      first.stop();
      const second = ear(there, "again");
      await untilHeard(here, "again", second);
      expect(first.heard).toEqual([]);
      second.stop();
    });

    test("[BUS1] many sessions at once", async () => {
      const sessionIds = Array.from({ length: 60 }, (_, i) => `many${i}`);
      const ears = sessionIds.map((sessionId) => ear(there, sessionId));
      await Promise.all(sessionIds.map((sessionId, i) => untilHeard(here, sessionId, ears[i]!)));
      sessionIds.forEach((sessionId, version) => {
        here.publish(sessionId, { type: "session", version });
      });
      await eventually(() => {
        ears.forEach(({ heard }, version) => {
          expect(heard).toEqual([{ type: "session", version }]);
        });
      });
    });

    test("[BUS3] a working bus is healthy", () => {
      expect(here.healthy()).toBe(true);
    });
  });
}
