import { isId } from "../kernel/ids.ts";
import type { QuizStore } from "../quiz/quiz-store.ts";
import type { PlayerStore } from "../session/player-store.ts";
import type { SessionStore } from "../session/session-store.ts";

interface Stores {
  quizzes: QuizStore;
  sessions: SessionStore;
  players: PlayerStore;
}

/**
 * The same stores, where an id that could not be one of ours is simply not there. Ids come by paths, bodies, sockets and
 * forms; here all of them pass, so that none needs to be thought of (docs/SPEC.md, IN2).
 */
export function withPossibleIds({ quizzes, sessions, players }: Stores): Stores {
  return {
    quizzes: {
      ...quizzes,
      get: async (accountId, quizId) => (isId(quizId) ? quizzes.get(accountId, quizId) : null),
      update: async (accountId, quizId, quiz) =>
        isId(quizId) ? quizzes.update(accountId, quizId, quiz) : null,
      remove: async (accountId, quizId) => isId(quizId) && quizzes.remove(accountId, quizId),
    },
    sessions: {
      ...sessions,
      get: async (sessionId) => (isId(sessionId) ? sessions.get(sessionId) : null),
    },
    players: {
      ...players,
      setRemoved: async (sessionId, playerId, atMs) =>
        isId(playerId) ? players.setRemoved(sessionId, playerId, atMs) : "player_not_found",
      setExtraTime: async (sessionId, playerId, choice) =>
        isId(playerId) ? players.setExtraTime(sessionId, playerId, choice) : "player_not_found",
    },
  };
}
