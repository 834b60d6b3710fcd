import { createGroupCommit } from "../kernel/group-commit.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import { lobbyLine, personalLines } from "../session/players/personal.ts";
import type { You } from "../session/players/you.ts";

/** Reads the line of a player who comes in; null for one who is not known. Those who come together share their reads. */
export type ReadLine = (live: LiveSession, playerId: string) => Promise<You | null>;

export function createLineReader(runtime: Runtime): ReadLine {
  const lines = createGroupCommit<{ live: LiveSession; playerId: string }, You | null>({
    lingerMs: 3,
    maxGroup: 500,
    async write(group) {
      const bySession = new Map<LiveSession, string[]>();
      for (const { live, playerId } of group) {
        const ofSession = bySession.get(live);
        if (ofSession) ofSession.push(playerId);
        else bySession.set(live, [playerId]);
      }
      const read = new Map<LiveSession, Map<string, You>>();
      for (const [live, playerIds] of bySession)
        read.set(live, await personalLines(runtime, live, playerIds));
      return group.map(({ live, playerId }) => read.get(live)?.get(playerId) ?? null);
    },
  });
  return async (live, playerId) => lobbyLine(live, playerId) ?? lines.submit({ live, playerId });
}
