import { packScore } from "../leaderboard/packed-score.ts";
import { compareRows, standingsOf } from "../leaderboard/ranking.ts";
import { countMembers, teamStandings } from "../leaderboard/team-standings.ts";
import type { AnswerStore } from "../session/answer-store.ts";
import type { Player, PlayerStore } from "../session/player-store.ts";
import type { RegradeStore } from "../session/regrade-store.ts";
import { judgedAfter, type Regrade } from "../session/regrades.ts";
import type { Session } from "../session/session.ts";
import type { SessionStore } from "../session/session-store.ts";
import { teamSettingsOf } from "../session/teams/make-teams.ts";
import { hashOf, lineOf, NO_HASH } from "./chain.ts";
import { type Entry, RECORD_FORMAT, type Receipt } from "./entries.ts";

export interface RecordSources {
  sessions: Pick<SessionStore, "get" | "steps">;
  players: Pick<PlayerStore, "list" | "get">;
  answers: Pick<AnswerStore, "ofQuestion" | "ofPlayer" | "teamSums" | "earlier">;
  regrades: Pick<RegradeStore, "list">;
}

/** So many outcomes stand in one line. */
const OUTCOMES_PER_LINE = 500;

/** Whether the session is so far along that no answer can change any more. */
export function hasRecord({ phase }: Pick<Session, "phase">): boolean {
  return phase.name === "podium" || phase.name === "ended";
}

/**
 * The record of a session that is over, line by line; one question's answers are in memory at a time. Throws where the session
 * changes meanwhile: a record without its end is none.
 */
export async function* recordLines(sources: RecordSources, session: Session): AsyncGenerator<string> {
  let hash = NO_HASH;
  let entries = 0;
  for await (const entry of recordEntries(sources, session)) {
    hash = hashOf(hash, entry);
    entries += 1;
    yield `${lineOf(entry, hash)}\n`;
  }
  const now = await sources.sessions.get(session.id);
  if ((now?.regradings ?? 0) !== (session.regradings ?? 0))
    throw new Error("The session was regraded while its record was written.");
  const end: Entry = { type: "end", entries: entries + 1 };
  yield `${lineOf(end, hashOf(hash, end))}\n`;
}

/** The hash up to `played`: what stands for all that was played. */
export async function recordRoot(sources: RecordSources, session: Session): Promise<string> {
  let hash = NO_HASH;
  for await (const entry of playedEntries(sources, session, await everybody(sources, session)))
    hash = hashOf(hash, entry);
  return hash;
}

export async function receiptOf(
  sources: RecordSources,
  session: Session,
  player: Player,
  root: string,
): Promise<Receipt> {
  const { playerId, name, joinedAtMs } = player;
  const answers = await sources.answers.ofPlayer(session.id, playerId);
  return {
    format: RECORD_FORMAT,
    sessionId: session.id,
    title: session.quiz.title,
    playerId,
    name,
    joinedAtMs,
    answers: answers.map(({ questionIndex, response, elapsedMs, receivedAtMs }) => ({
      questionIndex,
      response,
      elapsedMs,
      receivedAtMs,
    })),
    root,
  };
}

async function* recordEntries(sources: RecordSources, session: Session): AsyncGenerator<Entry> {
  const players = await everybody(sources, session);
  yield* playedEntries(sources, session, players);
  for (const { playerId, removedAtMs } of players)
    if (removedAtMs !== null) yield { type: "removed", playerId, removedAtMs };
  if (Object.keys(session.moderation).length > 0) yield { type: "moderation", of: session.moderation };
  for (const { id, atMs, by, reason, changes, profile, undone } of await sources.regrades.list(session.id))
    yield { type: "regrade", id, atMs, by, reason, changes, profile, undone };
  yield* outcomes(sources, session);
  const ranks = ranksOf(players.filter(({ removedAtMs }) => removedAtMs === null));
  for (const { playerId, score, correctTimeMs, correctCount, answeredCount, teamId } of players) {
    const rank = ranks.get(playerId) ?? null;
    const team = teamId === null ? {} : { teamId };
    yield { type: "total", playerId, rank, score, correctTimeMs, correctCount, answeredCount, ...team };
  }
  yield* teams(sources, session, players);
}

async function* teams(
  sources: RecordSources,
  { id, settings, teams: all, quiz }: Session,
  players: readonly Player[],
): AsyncGenerator<Entry> {
  const chosen = teamSettingsOf(settings);
  if (!chosen) return;
  const present = players.filter(({ removedAtMs }) => removedAtMs === null);
  const sums = await sources.answers.teamSums(id, quiz.questions.length);
  const standings = teamStandings({
    teams: all,
    sums,
    scoring: chosen.score,
    members: countMembers(present),
  });
  for (const { teamId, name, rank, score, members } of standings)
    yield { type: "team", teamId, name, rank, score, members };
}

async function* playedEntries(
  sources: RecordSources,
  session: Session,
  players: readonly Player[],
): AsyncGenerator<Entry> {
  const opened = asOpened(session, await sources.regrades.list(session.id));
  // Where phones join, and how screens look, may change when all is over.
  const { joinAt: _, stage: __, room: ___, profile: ____, ...settings } = session.settings;
  yield {
    type: "session",
    format: RECORD_FORMAT,
    sessionId: session.id,
    pin: session.pin,
    quiz: opened.quiz,
    profile: opened.profile,
    settings,
    createdAtMs: session.createdAtMs,
    startedAtMs: session.startedAtMs,
  };
  for (const { version, atMs, phase, voided } of await sources.sessions.steps(session.id)) {
    if (hasRecord({ phase })) break;
    yield { type: "step", version, atMs, phase, voided };
  }
  for (const { playerId, seq, name, joinedAtMs } of players)
    yield { type: "join", playerId, seq, name, joinedAtMs };
  let given = 0;
  for (const index of session.quiz.questions.keys()) {
    for (const answer of await inOrder(sources, session, index)) {
      const { questionIndex, playerId, response, elapsedMs, receivedAtMs } = answer;
      given += 1;
      yield { type: "answer", questionIndex, playerId, response, elapsedMs, receivedAtMs };
    }
  }
  for (const each of await sources.answers.earlier(session.id)) {
    const { questionIndex, playerId, change, response, elapsedMs, receivedAtMs } = each;
    yield { type: "earlier", questionIndex, playerId, change, response, elapsedMs, receivedAtMs };
  }
  yield { type: "played", players: players.length, answers: given, skipped: [...opened.voided] };
}

async function* outcomes(sources: RecordSources, session: Session): AsyncGenerator<Entry> {
  for (const questionIndex of session.quiz.questions.keys()) {
    const of = (await inOrder(sources, session, questionIndex)).map(
      ({ playerId, correct, fraction, points, streak }) => ({ playerId, correct, fraction, points, streak }),
    );
    for (let first = 0; first < of.length; first += OUTCOMES_PER_LINE)
      yield { type: "outcomes", questionIndex, of: of.slice(first, first + OUTCOMES_PER_LINE) };
  }
}

async function inOrder({ answers }: RecordSources, session: Session, index: number) {
  return (await answers.ofQuestion(session.id, index)).toSorted(
    (a, b) => a.receivedAtMs - b.receivedAtMs || (a.playerId < b.playerId ? -1 : 1),
  );
}

async function everybody({ players }: RecordSources, { id }: Session): Promise<Player[]> {
  return (await players.list(id)).toSorted((a, b) => a.seq - b.seq);
}

/** As if every regrade had been undone. */
function asOpened(session: Session, regrades: readonly Regrade[]) {
  const undone = regrades.map((regrade) => ({
    ...regrade,
    undone: regrade.undone ?? { atMs: 0, by: regrade.by },
  }));
  const judged = judgedAfter(session, undone);
  if (!judged.ok) throw new Error(judged.problem);
  return judged.judgement;
}

export function ranksOf(
  players: readonly Pick<Player, "playerId" | "name" | "seq" | "score" | "correctTimeMs">[],
) {
  const rows = players.map((player) => ({ ...player, packed: packScore(player) })).sort(compareRows);
  return new Map(standingsOf(rows).map(({ playerId, rank }) => [playerId, rank]));
}
