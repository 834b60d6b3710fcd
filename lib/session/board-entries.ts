import type { LeaderboardEntry } from "../leaderboard/leaderboard-store.ts";
import type { AnswerStore } from "../scoring/answer-store.ts";
import type { PlayerStore } from "./player-store.ts";
import type { SessionStore } from "./session-store.ts";

/**
 * What the leaderboard of a session should hold, from the truth. In suspense, a question that is not settled yet is left
 * out, also when the board is rebuilt in the middle of it.
 */
export async function boardEntries(
  { sessions, players, answers }: { sessions: SessionStore; players: PlayerStore; answers: AnswerStore },
  sessionId: string,
): Promise<LeaderboardEntry[]> {
  const session = await sessions.get(sessionId);
  const everybody = (await players.list(sessionId)).filter((player) => player.removedAtMs === null);
  const phase = session?.phase.name === "paused" ? session.phase.phase : session?.phase;
  const unsettled = phase?.name === "question" || (phase?.name === "reveal" && phase.result === null);
  if (session?.settings.reveal !== "suspense" || !unsettled) return everybody;
  const running = new Map((await answers.ofQuestion(sessionId, phase.index)).map((a) => [a.playerId, a]));
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
