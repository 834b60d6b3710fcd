import type { LeaderboardEntry } from "../leaderboard/leaderboard-store.ts";
import { packScore } from "../leaderboard/packed-score.ts";
import type { Row } from "../leaderboard/ranking.ts";

/**
 * Redis lists equal scores by member, byte by byte. So a member is the join order in eight digits, then the player id:
 * among equals, who joined first comes first, also where a list is cut off.
 */
const SEQ_DIGITS = 8;

export function seqText(seq: number): string {
  return String(seq).padStart(SEQ_DIGITS, "0");
}

/** An entry as board_put.lua and board_fill.lua take it. */
export function entryArgs(entry: LeaderboardEntry): string[] {
  return [entry.playerId, seqText(entry.seq), String(packScore(entry)), entry.name];
}

export function rowOf(member: string, packed: string, name: string): Row {
  return {
    playerId: playerIdIn(member),
    seq: Number(member.slice(0, SEQ_DIGITS)),
    packed: Number(packed),
    name,
  };
}

export function playerIdIn(member: string): string {
  return member.slice(SEQ_DIGITS);
}

/** The name in the players hash, behind the join order. */
export function nameIn(details: string | null | undefined): string {
  return details?.slice(SEQ_DIGITS) ?? "";
}
