import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RebuildableLeaderboard } from "#lib/leaderboard/rebuildable-leaderboard.ts";
import { entry, freshSession } from "./leaderboard-suite.ts";

/** What a leaderboard promises that can be filled again from the truth (docs/SPEC.md, LB). */
export function rebuildContract(
  adapter: string,
  open: () => Promise<{ store: RebuildableLeaderboard; close(): Promise<void> }>,
) {
  describe(`rebuilding a leaderboard: ${adapter}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let store: RebuildableLeaderboard;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());
    const scores = async (sessionId: string) =>
      (await store.all(sessionId)).map(({ playerId, score }) => `${playerId} ${score}`);

    test("[LB12] a session is complete once marked, and not after it was cleared", async () => {
      const sessionId = freshSession();
      expect(await store.isComplete(sessionId)).toBe(false);
      await store.put(sessionId, [entry(1)]);
      expect(await store.isComplete(sessionId)).toBe(false);
      await store.markComplete(sessionId);
      await store.put(sessionId, [entry(2)]);
      expect(await store.isComplete(sessionId)).toBe(true);
      await store.clear(sessionId);
      expect(await store.isComplete(sessionId)).toBe(false);
    });

    test("[LB13] a rebuild drops what was there, and what is put meanwhile is newer than what it fills in", async () => {
      const sessionId = freshSession();
      await store.put(sessionId, [entry(1, 999), entry(9, 999)]);
      await store.markComplete(sessionId);
      const rebuild = (await store.startRebuild(sessionId)) as string;
      expect(await store.isComplete(sessionId)).toBe(false);
      await store.put(sessionId, [entry(1, 20)]);
      await store.fill(sessionId, rebuild, [entry(1, 10), entry(2, 15)]);
      await store.put(sessionId, [entry(2, 16)]);
      await store.fill(sessionId, rebuild, [entry(2, 15), entry(3, 1)]);
      expect(await store.finishRebuild(sessionId, rebuild)).toBe(true);
      expect(await scores(sessionId)).toEqual(["player1 20", "player2 16", "player3 1"]);
      expect(await store.isComplete(sessionId)).toBe(true);
    });

    test("[LB13] who is removed meanwhile is not filled in again", async () => {
      const sessionId = freshSession();
      const rebuild = (await store.startRebuild(sessionId)) as string;
      await store.remove(sessionId, ["player2"]);
      await store.fill(sessionId, rebuild, [entry(2, 10), entry(3, 10)]);
      await store.finishRebuild(sessionId, rebuild);
      expect(await scores(sessionId)).toEqual(["player3 10"]);
    });

    test("[LB13] who was removed before the rebuild and is in the truth again is filled in; late totals bring nobody else back", async () => {
      const sessionId = freshSession();
      const [ada, ben] = [entry(1, 10), entry(2, 10)];
      await store.put(sessionId, [ada, ben]);
      await store.remove(sessionId, ["player1", "player2"]);
      const rebuild = (await store.startRebuild(sessionId)) as string;
      await store.put(sessionId, [ben]);
      await store.fill(sessionId, rebuild, [ada]);
      await store.finishRebuild(sessionId, rebuild);
      await store.put(sessionId, [entry(1, 11), ben]);
      expect(await scores(sessionId)).toEqual(["player1 11"]);
      await store.remove(sessionId, ["player1"]);
      await store.put(sessionId, [entry(1, 12)]);
      expect(await scores(sessionId)).toEqual([]);
    });

    test("[LB13] a total put during a rebuild for who was removed before it stands if the truth has them again", async () => {
      const sessionId = freshSession();
      await store.put(sessionId, [entry(1, 10), entry(2, 10), entry(3, 10)]);
      await store.remove(sessionId, ["player1", "player2", "player3"]);
      const rebuild = (await store.startRebuild(sessionId)) as string;
      await store.put(sessionId, [entry(1, 30), entry(2, 30), entry(3, 30)]);
      await store.remove(sessionId, ["player3"]);
      await store.fill(sessionId, rebuild, [entry(1, 20), entry(3, 20), entry(4, 25)]);
      await store.finishRebuild(sessionId, rebuild);
      expect(await scores(sessionId)).toEqual(["player1 30", "player4 25"]);
      const next = (await store.startRebuild(sessionId)) as string;
      await store.fill(sessionId, next, [entry(1, 40), entry(2, 40)]);
      await store.finishRebuild(sessionId, next);
      expect(await scores(sessionId)).toEqual(["player1 40", "player2 40"]);
    });

    test("[LB14] one rebuild at a time", async () => {
      const sessionId = freshSession();
      const rebuild = (await store.startRebuild(sessionId)) as string;
      expect(await store.startRebuild(sessionId)).toBe(null);
      await store.finishRebuild(sessionId, rebuild);
      expect(await store.startRebuild(sessionId)).not.toBe(null);
    });

    test("[LB14] a rebuild that was overtaken fills nothing and completes nothing", async () => {
      const sessionId = freshSession();
      const rebuild = (await store.startRebuild(sessionId)) as string;
      await store.clear(sessionId);
      await store.fill(sessionId, rebuild, [entry(1, 10)]);
      expect(await store.finishRebuild(sessionId, rebuild)).toBe(false);
      expect(await store.isComplete(sessionId)).toBe(false);
      expect(await store.size(sessionId)).toBe(0);
    });
  });
}
