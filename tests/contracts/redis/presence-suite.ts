import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Presence, Presentee } from "#lib/session/live/presence.ts";
import { eventually } from "#tests/support/waiting.ts";

export const player = (playerId: string): Presentee => ({ role: "player", playerId });

/**
 * What every presence promises (docs/SPEC.md, PR).
 * @param open gives one presence, or those of some nodes
 */
export function presenceContract(
  adapter: string,
  open: () => Promise<{ nodes: Presence[]; close(): Promise<void> }>,
) {
  describe(`presence: ${adapter}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let here: Presence;
    let there: Presence;
    beforeAll(async () => {
      opened = await open();
      here = opened.nodes[0]!;
      there = opened.nodes.at(-1)!;
    });
    afterAll(async () => {
      await Promise.all(opened.nodes.map((node) => node.close()));
      await opened.close();
    });
    const ids = async (sessionId: string) => {
      const { connected, everConnected } = await there.players(sessionId);
      return { connected: [...connected].sort(), ever: [...everConnected].sort() };
    };

    test("[PR1] a player counts once, with any number of sockets on any nodes, until the last one is gone", async () => {
      for (const node of [here, there, there]) node.enter("once", player("a"));
      here.enter("once", player("b"));
      await eventually(async () => {
        expect(await there.counts("once")).toEqual({ players: 2, hosts: 0, presenters: 0 });
        expect(await here.counts("once")).toEqual({ players: 2, hosts: 0, presenters: 0 });
      });
      expect(here.here("once").players).toBe(2);
      here.leave("once", player("a"));
      there.leave("once", player("a"));
      expect((await there.counts("once")).players).toBe(2);
      there.leave("once", player("a"));
      await eventually(async () => expect((await here.counts("once")).players).toBe(1));
    });

    test("[PR2] hosts and presenters count by socket", async () => {
      here.enter("staff", { role: "host" });
      there.enter("staff", { role: "host" });
      there.enter("staff", { role: "presenter" });
      const counts = { players: 0, hosts: 2, presenters: 1 };
      await eventually(async () => expect(await here.counts("staff")).toEqual(counts));
      here.leave("staff", { role: "host" });
      await eventually(async () => expect(await there.counts("staff")).toEqual({ ...counts, hosts: 1 }));
    });

    test("[PR3] who was connected once is remembered", async () => {
      here.enter("ever", player("a"));
      there.enter("ever", player("b"));
      here.leave("ever", player("a"));
      await eventually(async () => expect(await ids("ever")).toEqual({ connected: ["b"], ever: ["a", "b"] }));
    });

    test("[PR1] coming and going quickly ends with the truth", async () => {
      for (let i = 0; i < 200; i++) {
        here.enter("quick", player(`p${i % 7}`));
        if (i % 7 !== 0) here.leave("quick", player(`p${i % 7}`));
        if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await eventually(async () => expect((await ids("quick")).connected).toEqual(["p0"]));
      expect((await there.counts("quick")).players).toBe(1);
    });

    test("[PR4] sessions are apart, an unknown one is empty, and leaving without entering is harmless", async () => {
      here.leave("nobody", player("a"));
      here.leave("nobody", { role: "host" });
      expect(await here.counts("nobody")).toEqual({ players: 0, hosts: 0, presenters: 0 });
      expect(await ids("nobody")).toEqual({ connected: [], ever: [] });
    });
  });
}
