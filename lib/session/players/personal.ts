import { groupBy } from "../../kernel/group-by.ts";
import type { LeaderboardStore, Place } from "../../leaderboard/leaderboard-store.ts";
import { standingsOfEntries } from "../../leaderboard/ranking.ts";
import type { AnswerStore, StoredAnswer } from "../answer-store.ts";
import type { LiveSession } from "../live/live-session.ts";
import { neighborsIn, neighborsOf } from "../live/neighbors.ts";
import { questionIndexOf } from "../phases/phase.ts";
import { unsettledQuestion } from "../phases/running-phase.ts";
import type { Player, PlayerStore } from "../player-store.ts";
import { liveStreak, streakEnds } from "./streaks.ts";
import { totalsWithout } from "./totals-without.ts";
import type { You } from "./you.ts";

export interface PersonalDeps {
  players: PlayerStore;
  answers: AnswerStore;
  leaderboard: LeaderboardStore;
}

/**
 * The lines of some players, for resumes and reveals: one read each of rows, answers and places. Where the players are most
 * of the room, reading all of it and picking is cheaper. Unknown and removed players are left out.
 *
 * @param counted everybody's rows as they were just now, if this node has read them: places follow from them
 */
export async function personalLines(
  deps: PersonalDeps,
  live: LiveSession,
  playerIds: readonly string[],
  counted: readonly Player[] | null = null,
): Promise<Map<string, You>> {
  const share = playerIds.length / live.roster.size;
  const [loaded, places] = await Promise.all([
    share > ROWS_OF_ALL_FROM ? everybodysRows(deps, live, counted) : someRows(deps, live, playerIds),
    share > PLACES_OF_ALL_FROM
      ? everybodysPlaces(deps, live, counted)
      : deps.leaderboard.places(live.session.id, playerIds),
  ]);
  const known = await knownTotals(deps, live, playerIds);
  const lines = new Map<string, You>();
  const ends = streakEnds(live.session);
  for (const playerId of playerIds) {
    const row = loaded.get(playerId);
    if (!row || row.player.removedAtMs !== null) continue;
    const line = lineOf(live, row.player, row.answer, places.get(playerId) ?? null, ends);
    lines.set(playerId, known ? { ...line, ...known(playerId) } : line);
  }
  return lines;
}

/** A row looked up costs the database a little more than one in a walk over all of them; reading it, as much. */
const ROWS_OF_ALL_FROM = 3 / 4;
/**
 * A place looked up costs the leaderboard what four cost in a walk, and the walk alone tells everybody's neighbors, which
 * would cost more to look up than the places (docs/decisions/008).
 */
const PLACES_OF_ALL_FROM = 1 / 6;

/** From so many on, reading everybody's answers is cheaper than asking for each. */
const ALL_ANSWERS_FROM = 20;

/**
 * While a question runs whose answers may change: what the players have without it, from one read of their answers. The
 * row and the answer are two reads, between which the answer may change, and the difference would tell how it went.
 */
async function knownTotals(
  { answers }: PersonalDeps,
  { session }: LiveSession,
  playerIds: readonly string[],
): Promise<((playerId: string) => Pick<You, "score" | "correctCount">) | null> {
  const index = unsettledQuestion(session.phase);
  if (index === null || !session.settings.changeAnswers) return null;
  const read =
    playerIds.length < ALL_ANSWERS_FROM
      ? (await Promise.all(playerIds.map((id) => answers.ofPlayer(session.id, id)))).flat()
      : await answers.all(session.id);
  const given = groupBy(read, ({ playerId }) => playerId);
  return (playerId) => {
    const { score, correctCount } = totalsWithout(session, given.get(playerId) ?? [], index);
    return { score, correctCount };
  };
}

type Rows = Awaited<ReturnType<PlayerStore["load"]>>;

function someRows(
  { players }: PersonalDeps,
  { session }: LiveSession,
  playerIds: readonly string[],
): Promise<Rows> {
  return players.load(session.id, playerIds, questionIndexOf(session.phase));
}

async function everybodysRows(
  { players, answers }: PersonalDeps,
  { session, removed }: LiveSession,
  counted: readonly Player[] | null,
): Promise<Rows> {
  const index = questionIndexOf(session.phase);
  const [everybody, given] = await Promise.all([
    counted?.filter(({ playerId }) => !removed.has(playerId)) ?? players.list(session.id),
    index === null ? [] : answers.ofQuestion(session.id, index),
  ]);
  const answerOf = new Map(given.map((answer) => [answer.playerId, answer]));
  return new Map(
    everybody.map((player) => [player.playerId, { player, answer: answerOf.get(player.playerId) ?? null }]),
  );
}

async function everybodysPlaces(
  { leaderboard }: PersonalDeps,
  live: LiveSession,
  counted: readonly Player[] | null,
) {
  const standings = counted ? standingsOfEntries(counted) : await leaderboard.all(live.session.id);
  live.neighbors = { questionIndex: questionIndexOf(live.session.phase), of: neighborsIn(standings) };
  return placesOf(standings);
}

/** In the lobby all are level, so that the line of a known player needs no reads. */
export function lobbyLine({ session, roster }: LiveSession, playerId: string): You | null {
  const seat = session.phase.name === "lobby" ? roster.get(playerId) : undefined;
  if (!seat) return null;
  const { seq: _, moves: __, ...shown } = seat;
  const nothing = { score: 0, rank: 1, streak: 0, correctCount: 0, next: null, answer: null };
  return { playerId, ...shown, ...nothing, players: roster.size };
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
  ends: readonly number[],
): You {
  const { session } = live;
  const neighbors = neighborsOf(live, player.playerId);
  const unsettled = unsettledQuestion(session.phase) !== null;
  const hidden = unsettled && session.settings.reveal === "suspense" && answer !== null;
  const line: You = {
    playerId: player.playerId,
    name: player.name,
    score: hidden ? player.score - answer.points : player.score,
    rank: place?.rank ?? null,
    players: live.roster.size,
    streak: hidden ? 0 : liveStreak(player, ends),
    correctCount: player.correctCount - (hidden && answer.correct === true ? 1 : 0),
    next: place?.next ? { name: place.next.name, gap: place.next.gap } : null,
    answer: answer && shownAnswer(answer, hidden),
  };
  // Not spread: at a reveal a large room has ten thousand lines made in one go.
  if (player.avatar !== null) line.avatar = player.avatar;
  if (player.extraTime !== null) line.extraTime = player.extraTime;
  if (player.teamId !== null) line.teamId = player.teamId;
  if (neighbors !== null) line.neighbors = neighbors;
  return line;
}

function shownAnswer(answer: StoredAnswer, hidden: boolean): NonNullable<You["answer"]> {
  const { questionIndex, response, correct, points, fraction, changes } = answer;
  const shown: NonNullable<You["answer"]> = hidden
    ? { questionIndex, response }
    : { questionIndex, response, correct, points, fraction };
  if (changes) shown.changes = changes;
  return shown;
}
