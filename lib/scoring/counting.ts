import type { Counting } from "../session/counting.ts";
import { boardEntries } from "./board-entries.ts";
import type { Intake } from "./intake.ts";
import { type SettleDeps, settle, settleAll, writeBoard } from "./settle.ts";

/** Counts for the sessions of this node: grades, totals, boards. */
export function createCounting(deps: SettleDeps & { intake: Intake }): Counting {
  const { leaderboard } = deps;
  return {
    onUncounted: deps.intake.onUncounted,
    settle: (live, index) => settle(deps, live, index),
    settleAll: (session) => settleAll(deps, session),
    writeBoard: async (sessionId) => void (await writeBoard(deps, sessionId, null)),
    async checkBoard(sessionId, players) {
      if ((await leaderboard.size(sessionId)) !== players) await writeBoard(deps, sessionId, null);
    },
    async playerChanged({ sessionId, playerId }, change) {
      if (change === "removed") return leaderboard.remove(sessionId, [playerId]);
      try {
        const entries = await boardEntries(deps, sessionId);
        await leaderboard.restore(
          sessionId,
          entries.filter((entry) => entry.playerId === playerId),
        );
      } catch (error) {
        // The player is back; the board is rebuilt from the stored answers.
        await leaderboard.clear(sessionId);
        throw error;
      }
    },
  };
}
