import { groupBy } from "../kernel/group-by.ts";
import type { AnswerStore } from "../session/answer-store.ts";
import { unsettledQuestion } from "../session/phases/running-phase.ts";
import type { Player, PlayerStore } from "../session/player-store.ts";
import { totalsWithout } from "../session/players/totals-without.ts";
import type { Session } from "../session/session.ts";
import type { SessionStore } from "../session/session-store.ts";

export interface BoardSources {
  sessions: SessionStore;
  players: PlayerStore;
  answers: AnswerStore;
}

/**
 * What the leaderboard of a session should hold, from the truth. In suspense, a question that is not settled yet is left
 * out, also when the board is rebuilt in the middle of it; except for `settling`, which is being settled right now.
 */
export async function boardEntries(
  sources: BoardSources,
  sessionId: string,
  settling: number | null = null,
): Promise<Player[]> {
  const { players, answers } = sources;
  const session = await sources.sessions.get(sessionId);
  const hidden = session && hiddenQuestion(session);
  const everybody = (await players.list(sessionId)).filter((player) => player.removedAtMs === null);
  if (!session || hidden === null || hidden === settling) return everybody;
  if (session.settings.changeAnswers) {
    // Between two reads an answer may have been changed, and what is left of a score would tell how it went.
    const given = groupBy(await answers.all(sessionId), ({ playerId }) => playerId);
    return everybody.map((player) => ({
      ...player,
      ...totalsWithout(session, given.get(player.playerId) ?? [], hidden),
    }));
  }
  const running = new Map((await answers.ofQuestion(sessionId, hidden)).map((a) => [a.playerId, a]));
  return everybody.map((player) => {
    const answer = running.get(player.playerId);
    if (!answer) return player;
    const timeMs = answer.correct === true && answer.points > 0 ? answer.elapsedMs : 0;
    return {
      ...player,
      score: player.score - answer.points,
      correctTimeMs: player.correctTimeMs - timeMs,
    };
  });
}

function hiddenQuestion({ settings, phase }: Session): number | null {
  return settings.reveal === "suspense" ? unsettledQuestion(phase) : null;
}
