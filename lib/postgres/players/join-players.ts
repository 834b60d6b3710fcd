import { createHash } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { NO_TOTALS } from "../../points/totals.ts";
import type { JoinOutcome, NewPlayer, Player } from "../../session/player-store.ts";
import { drawTeam } from "../../session/teams/draw-team.ts";
import { list, numbered, quotedList } from "../arrays.ts";
import { transact } from "../connection/transaction.ts";
import { key, PLAYER_COLUMNS } from "../rows.ts";

/**
 * Adds a group of players. The counter's row is both the source of join numbers and the lock that makes joins of one
 * session take turns, so names and room are decided on facts that stay true until the commit. Only a restored player
 * can still take a name meanwhile; the unique index notices, and the group is decided again.
 */
export function joinPlayers(client: Sql, group: readonly NewPlayer[]): Promise<JoinOutcome[]> {
  if (group.length === 0) return Promise.resolve([]);
  const entries = group.map((entry) => ({
    ...entry,
    joinHash: entry.joinKey === null ? null : joinHashOf(entry.joinKey),
  }));
  return transact(client, async (tx) => {
    const nextSeq = await reserveSeqs(tx, entries);
    const facts = await readFacts(tx, entries, nextSeq);
    const { outcomes, added } = decide(entries, nextSeq, facts);
    await insert(tx, added);
    return outcomes;
  });
}

/** The join key is a secret of the browser, and of any length: only its hash is stored. */
export function joinHashOf(joinKey: string): string {
  return createHash("sha256").update(joinKey).digest("base64url");
}

interface Entry extends NewPlayer {
  joinHash: string | null;
}

/** Locks the sessions, in order, and reserves a join number for each entry. Returns the first of each session. */
async function reserveSeqs(tx: TransactionSql, entries: readonly Entry[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { sessionId } of entries) counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1);
  const rows = await tx<{ sessionId: string; lastSeq: number }[]>`
    insert into session_counters as counter (session_id, last_seq)
    select id, count from sessions
    join unnest(${quotedList([...counts.keys()])}::text[], ${list([...counts.values()])}::int[]) as entry(id, count) using (id)
    order by id
    on conflict (session_id) do update set last_seq = counter.last_seq + excluded.last_seq
    returning session_id as "sessionId", last_seq as "lastSeq"`;
  return new Map(rows.map(({ sessionId, lastSeq }) => [sessionId, lastSeq - counts.get(sessionId)! + 1]));
}

interface Facts {
  /** By session and join hash. */
  joined: Map<string, Player>;
  /** Session and name key of those present. */
  names: Set<string>;
  /** How many are present, by session; only of those that may be full. */
  sizes: Map<string, number>;
  /** How many are present in each team, by session; only where teams are drawn. */
  teamSizes: Map<string, Map<string, number>>;
}

/** Rows are looked up one by one, by index: joined as sets, the planner would read whole sessions for some groups. */
async function readFacts(
  tx: TransactionSql,
  entries: readonly Entry[],
  nextSeq: Map<string, number>,
): Promise<Facts> {
  const asked = numbered(entries.map((entry) => entry.sessionId));
  const keyed = entries.filter((entry) => entry.joinHash !== null);
  const crowded = sessionsNearTheirLimit(entries, nextSeq);
  const drawn = [
    ...new Set(entries.flatMap(({ sessionId, team }) => (team.kind === "draw" ? [sessionId] : []))),
  ];
  const [joined, names, sizes, teams] = await Promise.all([
    keyed.length === 0
      ? []
      : tx<(Player & { joinHash: string })[]>`
          select p.* from unnest(${quotedList(keyed.map((entry) => entry.sessionId))}::text[],
            ${quotedList(keyed.map((entry) => entry.joinHash))}::text[]) as entry(session_id, join_key)
          cross join lateral (
            select ${tx.unsafe(PLAYER_COLUMNS)}, p.join_key as "joinHash" from players p
            where p.session_id = entry.session_id and p.join_key = entry.join_key limit 1) as p`,
    tx<{ sessionId: string; nameKey: string }[]>`
      select taken.session_id as "sessionId", entry.name_key as "nameKey"
      from unnest(${asked.numbers}::int[], ${quotedList(entries.map((entry) => entry.nameKey))}::text[])
        as entry(session, name_key)
      cross join lateral (
        select p.session_id from players p
        where p.session_id = (${quotedList(asked.distinct)}::text[])[entry.session] and p.name_key = entry.name_key
          and p.removed_at_ms is null
        limit 1) as taken`,
    crowded.length === 0
      ? []
      : tx<{ sessionId: string; size: number }[]>`
          select session_id as "sessionId", count(*) as size from players
          where session_id = any(${quotedList(crowded)}::text[]) and removed_at_ms is null group by session_id`,
    drawn.length === 0
      ? []
      : tx<{ sessionId: string; teamId: string; size: number }[]>`
          select session_id as "sessionId", team_id as "teamId", count(*)::int as size from players
          where session_id = any(${quotedList(drawn)}::text[]) and removed_at_ms is null and team_id is not null
          group by session_id, team_id`,
  ]);
  const teamSizes = new Map(drawn.map((sessionId) => [sessionId, new Map<string, number>()]));
  for (const { sessionId, teamId, size } of teams) teamSizes.get(sessionId)?.set(teamId, size);
  return {
    joined: new Map(joined.map(({ joinHash, ...player }) => [key(player.sessionId, joinHash), player])),
    names: new Set(names.map((row) => key(row.sessionId, row.nameKey))),
    sizes: new Map(sizes.map((row) => [row.sessionId, row.size])),
    teamSizes,
  };
}

/** No more are present than join numbers were given, and nearly always that says it: counting reads the whole session. */
function sessionsNearTheirLimit(entries: readonly Entry[], nextSeq: Map<string, number>): string[] {
  const numbersLeft = new Map<string, number>();
  for (const { sessionId, maxPlayers } of entries) {
    const left = numbersLeft.get(sessionId) ?? maxPlayers - (nextSeq.get(sessionId) ?? 1) + 1;
    numbersLeft.set(sessionId, left - 1);
  }
  return [...numbersLeft].filter(([, left]) => left < 0).map(([sessionId]) => sessionId);
}

type Added = Entry & { player: Player };

/** One outcome per entry, in order; each entry sees those before it. */
function decide(
  entries: readonly Entry[],
  nextSeq: Map<string, number>,
  { joined, names, sizes, teamSizes }: Facts,
) {
  const outcomes: JoinOutcome[] = [];
  const added: Added[] = [];
  for (const entry of entries) {
    const { sessionId, playerId, name, avatar, joinedAtMs } = entry;
    const seq = nextSeq.get(sessionId);
    const joinedBefore = entry.joinHash === null ? undefined : joined.get(key(sessionId, entry.joinHash));
    const size = sizes.get(sessionId) ?? 0;
    if (seq === undefined) outcomes.push("session_not_found");
    else if (joinedBefore) outcomes.push({ player: joinedBefore, repeat: true });
    else if (names.has(key(sessionId, entry.nameKey))) outcomes.push("name_taken");
    else if (size >= entry.maxPlayers) outcomes.push("session_full");
    else {
      const player: Player = {
        sessionId,
        playerId,
        seq,
        name,
        avatar,
        extraTime: null,
        teamId: placeInTeam(entry, teamSizes.get(sessionId)),
        moves: 0,
        joinedAtMs,
        removedAtMs: null,
        ...NO_TOTALS,
      };
      nextSeq.set(sessionId, seq + 1);
      sizes.set(sessionId, size + 1);
      names.add(key(sessionId, entry.nameKey));
      if (entry.joinHash !== null) joined.set(key(sessionId, entry.joinHash), player);
      added.push({ ...entry, player });
      outcomes.push({ player, repeat: false });
    }
  }
  return { outcomes, added };
}

/** Counts who is drawn, for those who are drawn next. */
function placeInTeam({ sessionId, team }: Entry, sizes = new Map<string, number>()): string | null {
  if (team.kind === "none") return null;
  if (team.kind === "team") return team.teamId;
  const teamId = drawTeam(team.from, sizes, sessionId);
  if (teamId !== null) sizes.set(teamId, (sizes.get(teamId) ?? 0) + 1);
  return teamId;
}

async function insert(tx: TransactionSql, added: readonly Added[]): Promise<void> {
  if (added.length === 0) return;
  const sessions = numbered(added.map((a) => a.sessionId));
  await tx`
    insert into players (session_id, player_id, seq, name, name_key, join_key, avatar, network, team_id, joined_at_ms)
    select (${quotedList(sessions.distinct)}::text[])[session], player_id, seq, name, name_key, join_key, avatar, network, team_id, joined_at_ms
    from unnest(
      ${sessions.numbers}::int[], ${quotedList(added.map((a) => a.playerId))}::text[],
      ${list(added.map((a) => a.player.seq))}::int[], ${quotedList(added.map((a) => a.name))}::text[],
      ${quotedList(added.map((a) => a.nameKey))}::text[], ${quotedList(added.map((a) => a.joinHash))}::text[],
      ${quotedList(added.map((a) => a.avatar))}::text[], ${quotedList(added.map((a) => a.network))}::text[],
      ${quotedList(added.map((a) => a.player.teamId))}::text[], ${list(added.map((a) => a.joinedAtMs))}::bigint[]
    ) as a(session, player_id, seq, name, name_key, join_key, avatar, network, team_id, joined_at_ms)`;
}
