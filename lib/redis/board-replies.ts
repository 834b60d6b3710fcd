import type { Place } from "../leaderboard/leaderboard-store.ts";
import { compareRows, placeOf, type Row } from "../leaderboard/ranking.ts";
import { playerIdIn } from "./board-member.ts";

/** Reads the details of a player in a shard's players hash. */
export type RowReader<R extends Row> = (member: string, packed: string, details: string) => R;

/** What board_top.lua returns, as rows. */
export function headRows<R extends Row>(reply: unknown, rowOf: RowReader<R>): R[] {
  const flat = reply as string[];
  const rows: R[] = [];
  for (let i = 0; i < flat.length; i += 3) rows.push(rowOf(flat[i]!, flat[i + 1]!, flat[i + 2]!));
  return rows;
}

/** What board_all.lua returns, as rows. */
export function allRows<R extends Row>(reply: unknown, rowOf: RowReader<R>): R[] {
  const [board, players] = (reply as [string, string]).map(readList) as [string[], string[]];
  const detailsOf = new Map<string, string>();
  for (let i = 0; i < players.length; i += 2) detailsOf.set(players[i]!, players[i + 1]!);
  const rows: R[] = [];
  for (let i = 0; i < board.length; i += 2) {
    const member = board[i]!;
    rows.push(rowOf(member, board[i + 1]!, detailsOf.get(playerIdIn(member)) ?? ""));
  }
  return rows;
}

function readList(json: string): string[] {
  // Lua does not tell an empty list from an empty object.
  return json === "{}" ? [] : (JSON.parse(json) as string[]);
}

/** How a total stands: how many are strictly above it, and who is listed last among those. */
export interface Stand {
  better: number;
  above: Row | undefined;
}

/** What board_stand.lua returns: one for each total asked for. */
export function readStands(reply: unknown, rowOf: RowReader<Row>): Stand[] {
  const flat = reply as (string | number)[];
  const stands: Stand[] = [];
  for (let i = 0; i < flat.length; i += 4) {
    const better = Number(flat[i]);
    const [member, packed, details] = flat.slice(i + 1, i + 4) as [string, string, string];
    stands.push({ better, above: better === 0 ? undefined : rowOf(member, packed, details) });
  }
  return stands;
}

/** One total on two shards. */
export function addStands(a: Stand, b: Stand): Stand {
  const lower = a.above && b.above && compareRows(a.above, b.above) < 0 ? b.above : (a.above ?? b.above);
  return { better: a.better + b.better, above: lower };
}

/** @param totals packed score of each player who was found */
export async function placesOf(
  playerIds: readonly string[],
  totals: ReadonlyMap<string, string>,
  stand: (packed: readonly string[]) => Promise<Stand[]>,
): Promise<Map<string, Place>> {
  const distinct = [...new Set(totals.values())];
  const stands = distinct.length === 0 ? [] : await stand(distinct);
  const standOf = new Map(distinct.map((packed, i) => [packed, stands[i]!]));
  const places = new Map<string, Place>();
  for (const playerId of playerIds) {
    const packed = totals.get(playerId);
    if (packed === undefined) continue;
    const { better, above } = standOf.get(packed)!;
    const row = { playerId, name: "", seq: 0, packed: Number(packed) };
    places.set(playerId, placeOf(row, better + 1, above));
  }
  return places;
}

/** What board_places.lua returns for these players. */
export function readPlaces(
  playerIds: readonly string[],
  reply: unknown,
  rowOf: RowReader<Row>,
): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [i, found] of (reply as ([string, ...(string | number)[]] | null)[]).entries()) {
    if (found === null) continue;
    const [packed, ...stands] = found;
    const [{ better, above }] = readStands(stands, rowOf) as [Stand];
    const playerId = playerIds[i]!;
    places.set(playerId, placeOf({ playerId, name: "", seq: 0, packed: Number(packed) }, better + 1, above));
  }
  return places;
}
