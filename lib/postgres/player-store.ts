import type { StoredAnswer } from "../scoring/answer-store.ts";
import type { Player, PlayerStore } from "../session/player-store.ts";
import type { Database } from "./client.ts";
import { isUniqueViolation } from "./errors.ts";
import { joinPlayers } from "./join-players.ts";
import { ANSWER_COLUMNS, keyed, PLAYER_COLUMNS } from "./rows.ts";

export function postgresPlayerStore({ $client: client }: Database): PlayerStore {
  const columns = () => client.unsafe(PLAYER_COLUMNS);

  return {
    join: (group) => joinPlayers(client, group),

    async get(sessionId, playerId) {
      const [player] = await client<Player[]>`
        select ${columns()} from players p where p.session_id = ${sessionId} and p.player_id = ${playerId}`;
      return player ?? null;
    },

    async list(sessionId) {
      return [
        ...(await client<Player[]>`
          select ${columns()} from players p where p.session_id = ${sessionId} order by p.seq`),
      ];
    },

    async load(sessionId, playerIds, questionIndex) {
      if (playerIds.length === 0) return new Map();
      const [players, answers] = await Promise.all([
        client<Player[]>`
          select ${columns()} from players p where p.session_id = ${sessionId} and p.player_id = any(${playerIds})`,
        questionIndex === null
          ? []
          : client<StoredAnswer[]>`
              select ${client.unsafe(ANSWER_COLUMNS)} from answers a
              where a.session_id = ${sessionId} and a.question_index = ${questionIndex}
                and a.player_id = any(${playerIds})`,
      ]);
      const answerOf = keyed(answers, (answer) => answer.playerId);
      return new Map(
        players.map((player) => [player.playerId, { player, answer: answerOf.get(player.playerId) ?? null }]),
      );
    },

    async setExtraTime(sessionId, playerId, extraTime) {
      const [player] = await client<Player[]>`
        update players p set extra_time = ${extraTime}
        where p.session_id = ${sessionId} and p.player_id = ${playerId}
        returning ${columns()}`;
      return player ?? "player_not_found";
    },

    async setRemoved(sessionId, playerId, removedAtMs) {
      try {
        const [player] = await client<Player[]>`
          update players p set removed_at_ms = ${removedAtMs}
          where p.session_id = ${sessionId} and p.player_id = ${playerId}
          returning ${columns()}`;
        return player ?? "player_not_found";
      } catch (error) {
        if (isUniqueViolation(error)) return "name_taken";
        throw error;
      }
    },
  };
}
