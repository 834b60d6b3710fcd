import type { Sql } from "postgres";
import type { AnswerToCommit, CommitRules, StoredAnswer } from "../../session/answer-store.ts";
import type { Player } from "../../session/player-store.ts";
import { list, numbered, quotedList } from "../arrays.ts";
import { key, PLAYER_COLUMNS } from "../rows.ts";
import type { AnswerFacts } from "./decide-answers.ts";
import type { KnownPlayers, VersionedPlayer } from "./known-players.ts";

/** The facts on which a group is decided, and the state of the database they were read from. */
export interface Read {
  facts: AnswerFacts<VersionedPlayer>;
  sessionVersions: Map<string, number>;
  /** Whether some of it comes from this node's memory, and may be old. */
  guessed: boolean;
}

/** The facts this node has in memory. */
export interface Beliefs {
  known: KnownPlayers;
  sessionOf: CommitRules["sessionOf"];
}

/** Reads what is not believed, in one statement, or nothing at all; without beliefs, everything. */
export async function readFacts(
  client: Sql,
  group: readonly AnswerToCommit[],
  beliefs: Beliefs | null,
): Promise<Read> {
  const read: Read = {
    facts: { players: [], firsts: [], phases: new Map() },
    sessionVersions: new Map(),
    guessed: false,
  };
  const places: number[] = [];
  group.forEach((pending, i) => {
    read.facts.players.push(beliefs ? believed(read, pending, beliefs) : undefined);
    read.facts.firsts.push(undefined);
    if (!read.facts.players[i]) places.push(i);
  });
  if (places.length > 0) await look(client, group, places, read);
  return read;
}

/** The player, if this node believes to know both player and session. */
function believed(read: Read, pending: AnswerToCommit, { known, sessionOf }: Beliefs) {
  const { sessionId } = pending;
  if (!read.sessionVersions.has(sessionId)) {
    const session = sessionOf?.(sessionId);
    if (!session) return undefined;
    read.facts.phases.set(sessionId, session.phase);
    read.sessionVersions.set(sessionId, session.version);
    read.guessed = true;
  }
  return known.get(pending);
}

/** `phase` and `version` are on the first of each session only. */
type FactRow = (Player | { playerId: null }) & {
  place: number;
  rowVersion: number;
  first: StoredAnswer | null;
  version: number | null;
  phase: unknown;
};

/** Reads what belongs to the answers in these places. */
async function look(client: Sql, group: readonly AnswerToCommit[], places: readonly number[], read: Read) {
  const { facts, sessionVersions } = read;
  const asked = places.map((place) => group[place] as AnswerToCommit);
  const sessions = numbered(asked.map((pending) => pending.sessionId));
  const firsts = new Set(
    sessions.distinct
      .filter((id) => !sessionVersions.has(id))
      .map((id) => asked.findIndex((pending) => pending.sessionId === id)),
  );
  // One look-up by primary key each, whatever the planner believes about a table that has just begun to grow.
  const rows = await client<FactRow[]>`
    select ${client.unsafe(PLAYER_COLUMNS)}, p.xmin::text::bigint as "rowVersion", a.first, s.version, s.phase,
      pending.place
    from unnest(
      ${list(places)}::int[], ${sessions.numbers}::int[], ${list(asked.map((_, i) => firsts.has(i)))}::bool[],
      ${list(asked.map((pending) => pending.questionIndex))}::bigint[],
      ${quotedList(asked.map((pending) => pending.playerId))}::text[]
    ) as pending(place, session, is_first, question_index, player_id)
    left join lateral (
      select *, xmin from players
      where session_id = (${quotedList(sessions.distinct)}::text[])[pending.session] and player_id = pending.player_id
      limit 1) p on true
    left join lateral (
      select jsonb_build_object('questionIndex', question_index, 'response', response, 'correct', correct,
        'fraction', fraction, 'points', points, 'streak', streak, 'elapsedMs', elapsed_ms,
        'receivedAtMs', received_at_ms, 'changes', changes) as first
      from answers
      where session_id = p.session_id and question_index = pending.question_index and player_id = p.player_id
      limit 1) a on true
    left join lateral (
      select version, phase from sessions
      where pending.is_first and id = (${quotedList(sessions.distinct)}::text[])[pending.session] limit 1) s on true`;
  const players = new Map<string, VersionedPlayer>();
  for (const { place, rowVersion, first, version, phase, ...row } of rows) {
    const { sessionId } = group[place] as AnswerToCommit;
    if (version !== null) {
      facts.phases.set(sessionId, phase);
      sessionVersions.set(sessionId, version);
    }
    if (row.playerId === null) continue;
    const player = players.get(key(sessionId, row.playerId)) ?? { ...row, rowVersion, answered: null };
    players.set(key(sessionId, row.playerId), player);
    facts.players[place] = player;
    if (first) facts.firsts[place] = { ...first, sessionId, playerId: row.playerId };
  }
}
