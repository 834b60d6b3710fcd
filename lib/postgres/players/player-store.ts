import type { StoredAnswer } from "../../session/answer-store.ts";
import type { Player, PlayerStore } from "../../session/player-store.ts";
import type { Database } from "../connection/client.ts";
import { isUniqueViolation } from "../connection/errors.ts";
import { ANSWER_COLUMNS, keyed, PLAYER_COLUMNS, PLAYER_NAMES } from "../rows.ts";
import { removePlayer } from "../sessions/remove-played.ts";
import { wideRows } from "../wide-rows.ts";
import { joinHashOf, joinPlayers } from "./join-players.ts";

export function postgresPlayerStore({ $client: client }: Database): PlayerStore {
  const columns = () => client.unsafe(PLAYER_COLUMNS);

  return {
    join: (group) => joinPlayers(client, group),

    async get(sessionId, playerId) {
      const [player] = await client<Player[]>`
        select ${columns()} from players p where p.session_id = ${sessionId} and p.player_id = ${playerId}`;
      return player ?? null;
    },

    list: (sessionId) =>
      wideRows<Player>(
        client,
        PLAYER_NAMES,
        client`select ${columns()} from players p where p.session_id = ${sessionId} order by p.seq`,
      ),

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

    async setTeam(sessionId, playerId, teamId) {
      const [player] = await client<Player[]>`
        update players p set team_id = ${teamId}
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

    remove: (sessionId, playerId) => removePlayer(client, sessionId, playerId),

    async findByName(sessionId, nameKey) {
      const [player] = await client<Player[]>`
        select ${columns()} from players p
        where p.session_id = ${sessionId} and p.name_key = ${nameKey} and p.removed_at_ms is null`;
      return player ?? null;
    },

    async offerSeat(sessionId, playerId, { hash, untilMs }) {
      const [player] = await client<Player[]>`
        update players p set seat_offer = ${hash}, seat_offer_until_ms = ${untilMs}
        where p.session_id = ${sessionId} and p.player_id = ${playerId} and p.removed_at_ms is null
        returning ${columns()}`;
      return player ?? "player_not_found";
    },

    async takeSeat({ sessionId, hash, joinKey, network, nowMs }) {
      const joinHash = joinHashOf(joinKey);
      // Of two that take it at the same time, the second finds the offer gone.
      const [player] = await client<Player[]>`
        update players p set moves = p.moves + 1, join_key = ${joinHash}, network = ${network},
          seat_offer = null, seat_offer_until_ms = null
        where p.session_id = ${sessionId} and p.seat_offer = ${hash} and p.seat_offer_until_ms > ${nowMs}
          and p.removed_at_ms is null
          and not exists (select 1 from players o where o.session_id = p.session_id and o.join_key = ${joinHash})
        returning ${columns()}`;
      if (player) return { player, repeat: false };
      const [before] = await client<Player[]>`
        select ${columns()} from players p
        where p.session_id = ${sessionId} and p.join_key = ${joinHash} and p.moves > 0 and p.removed_at_ms is null`;
      return before ? { player: before, repeat: true } : null;
    },

    async networks(sessionId, of) {
      const rows = await client<{ playerId: string; network: string }[]>`
        select player_id as "playerId", network from players
        where session_id = ${sessionId} and network is not null and (${of === "all"} or removed_at_ms is null)`;
      return new Map(rows.map(({ playerId, network }) => [playerId, network]));
    },
  };
}
