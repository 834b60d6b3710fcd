import type { LeaderboardStore, Place } from "../leaderboard/leaderboard-store.ts";
import type { Response } from "../quiz/response.ts";
import type { AnswerStore, StoredAnswer } from "../scoring/answer-store.ts";
import type { ExtraTime } from "./extra-time.ts";
import type { LiveSession } from "./live-sessions.ts";
import { type Neighbors, neighborsIn, neighborsOf } from "./neighbors.ts";
import { questionIndexOf } from "./phase.ts";
import type { Player, PlayerStore } from "./player-store.ts";

/** A player's own line: what only this player's screens get. */
export interface PersonalLine {
  playerId: string;
  name: string;
  avatar?: string;
  extraTime?: ExtraTime;
  score: number;
  rank: number | null;
  players: number;
  streak: number;
  correctCount: number;
  next: { name: string; gap: number } | null;
  neighbors?: Neighbors;
  answer: {
    questionIndex: number;
    response: Response;
    correct?: boolean | null;
    points?: number;
    fraction?: number;
  } | null;
}

export interface PersonalDeps {
  players: PlayerStore;
  answers: AnswerStore;
  leaderboard: LeaderboardStore;
}

/** The lines of some players, for resumes: one read for all of them. Unknown and removed players are left out. */
export async function personalLines(
  { players, leaderboard }: PersonalDeps,
  live: LiveSession,
  playerIds: readonly string[],
): Promise<Map<string, PersonalLine>> {
  const { session } = live;
  const index = questionIndexOf(session.phase);
  const [loaded, places] = await Promise.all([
    players.load(session.id, playerIds, index),
    leaderboard.places(session.id, playerIds),
  ]);
  const lines = new Map<string, PersonalLine>();
  for (const [playerId, { player, answer }] of loaded) {
    if (player.removedAtMs !== null) continue;
    lines.set(playerId, lineOf(live, player, answer, places.get(playerId) ?? null));
  }
  return lines;
}

/** In the lobby all are level, so that the line of whoever is known here needs no reads. */
export function lobbyLine({ session, roster }: LiveSession, playerId: string): PersonalLine | null {
  const seat = session.phase.name === "lobby" ? roster.get(playerId) : undefined;
  if (!seat) return null;
  const { seq: _, ...shown } = seat;
  const nothing = { score: 0, rank: 1, streak: 0, correctCount: 0, next: null, answer: null };
  return { playerId, ...shown, ...nothing, players: roster.size };
}

/** Everybody's lines, for a reveal: three reads for the whole room, ranks worked out here. */
export async function everybodysLines(
  { players, answers, leaderboard }: PersonalDeps,
  live: LiveSession,
): Promise<Map<string, PersonalLine>> {
  const { session } = live;
  const index = questionIndexOf(session.phase);
  const [everybody, given, standings] = await Promise.all([
    players.list(session.id),
    index === null ? [] : answers.ofQuestion(session.id, index),
    leaderboard.all(session.id),
  ]);
  const places = placesOf(standings);
  live.neighbors = neighborsIn(standings);
  const answerOf = new Map(given.map((answer) => [answer.playerId, answer]));
  const lines = new Map<string, PersonalLine>();
  for (const player of everybody) {
    if (player.removedAtMs !== null) continue;
    const { playerId } = player;
    lines.set(playerId, lineOf(live, player, answerOf.get(playerId) ?? null, places.get(playerId) ?? null));
  }
  return lines;
}

function placesOf(standings: readonly { rank: number; playerId: string; name: string; score: number }[]) {
  const places = new Map<string, Place>();
  let above: { playerId: string; name: string; score: number } | null = null;
  let previous: (typeof standings)[number] | null = null;
  for (const standing of standings) {
    if (previous && previous.rank !== standing.rank) above = previous;
    const { playerId, name } = above ?? { playerId: "", name: "" };
    places.set(standing.playerId, {
      rank: standing.rank,
      score: standing.score,
      next: above ? { playerId, name, gap: above.score - standing.score } : null,
    });
    previous = standing;
  }
  return places;
}

/**
 * While a question still runs in suspense, nothing in the line may tell how it went: the answer shows without its
 * outcome, and score and streak as they were before it.
 */
function lineOf(
  live: LiveSession,
  player: Player,
  answer: StoredAnswer | null,
  place: Place | null,
): PersonalLine {
  const { session } = live;
  const running = session.phase.name === "paused" ? session.phase.phase : session.phase;
  const asked = running.name === "question" || (running.name === "reveal" && running.result === null);
  const neighbors = neighborsOf(live, player.playerId);
  const hidden = asked && session.settings.reveal === "suspense" && answer !== null;
  return {
    playerId: player.playerId,
    name: player.name,
    ...(player.avatar === null ? {} : { avatar: player.avatar }),
    ...(player.extraTime === null ? {} : { extraTime: player.extraTime }),
    score: hidden ? player.score - answer.points : player.score,
    rank: place?.rank ?? null,
    players: live.roster.size,
    streak: hidden ? 0 : player.streak,
    correctCount: player.correctCount - (hidden && answer.correct === true ? 1 : 0),
    next: place?.next ? { name: place.next.name, gap: place.next.gap } : null,
    ...(neighbors === null ? {} : { neighbors }),
    answer:
      answer === null
        ? null
        : {
            questionIndex: answer.questionIndex,
            response: answer.response,
            ...(hidden ? {} : { correct: answer.correct, points: answer.points, fraction: answer.fraction }),
          },
  };
}
