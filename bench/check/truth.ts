import { connectPostgres } from "#lib/postgres/client.ts";
import { startEmbeddedPostgres } from "#lib/postgres/embedded.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import type { Response } from "#lib/quiz/response.ts";
import type { ProfileName } from "#lib/scoring/profiles.ts";
import { recomputeTotals } from "#lib/scoring/recompute.ts";
import type { PlayerTotals } from "#lib/scoring/totals.ts";
import type { SeenAnswers, Truth } from "../stage/subject.ts";

/** Reads the database itself, past the server, and holds it against what the players were told and what is due to them. */
export async function checkAnswers(
  databaseUrl: string,
  rooms: readonly { sessionId: string }[],
  seen: readonly SeenAnswers[],
): Promise<Truth> {
  const { db, close } = await connectPostgres({ url: databaseUrl, poolSize: 1 });
  try {
    const stored: StoredRoom[] = [];
    for (const { sessionId } of rooms) stored.push(await readRoom(db.$client, sessionId));
    return compare(stored, seen);
  } finally {
    await close();
  }
}

/** The same for a server that ran embedded, and has stopped. */
export async function checkEmbedded(
  dataDir: string,
  rooms: readonly { sessionId: string }[],
  seen: readonly SeenAnswers[],
): Promise<Truth> {
  const { url, stop } = await startEmbeddedPostgres({ dataDir });
  try {
    return await checkAnswers(url, rooms, seen);
  } finally {
    await stop();
  }
}

interface StoredRoom {
  quiz: FrozenQuiz;
  profile: ProfileName;
  voided: number[];
  players: (PlayerTotals & { playerId: string })[];
  answers: StoredRow[];
}

interface StoredRow {
  playerId: string;
  questionIndex: number;
  response: Response;
  elapsedMs: number;
}

async function readRoom(
  client: Awaited<ReturnType<typeof connectPostgres>>["db"]["$client"],
  sessionId: string,
): Promise<StoredRoom> {
  const [session] = await client<
    { quiz: FrozenQuiz; settings: { profile: ProfileName }; voided: number[] }[]
  >`
    select quiz, settings, voided from sessions where id = ${sessionId}`;
  if (!session) throw new Error(`session ${sessionId} is not in the database`);
  const players = await client<StoredRoom["players"]>`
    select player_id as "playerId", score, correct_time_ms as "correctTimeMs", correct_count as "correctCount",
      answered_count as "answeredCount", streak, streak_index as "streakIndex"
    from players where session_id = ${sessionId}`;
  const answers = await client<StoredRow[]>`
    select player_id as "playerId", question_index as "questionIndex", response, elapsed_ms as "elapsedMs"
    from answers where session_id = ${sessionId}`;
  return { quiz: session.quiz, profile: session.settings.profile, voided: session.voided, players, answers };
}

function compare(rooms: readonly StoredRoom[], seen: readonly SeenAnswers[]): Truth {
  const truth: Truth = { stored: 0, lost: 0, doubled: 0, scoresDiffering: 0 };
  const keys = new Set<string>();
  /** By player: the score after their last answer. */
  const due = new Map<string, number>();
  for (const { quiz, profile, voided, players, answers } of rooms) {
    const ofPlayer = new Map<string, StoredRow[]>();
    for (const answer of answers) {
      truth.stored += 1;
      const key = answerKey(answer.questionIndex, answer.playerId);
      if (keys.has(key)) truth.doubled += 1;
      keys.add(key);
      ofPlayer.set(answer.playerId, [...(ofPlayer.get(answer.playerId) ?? []), answer]);
    }
    for (const { playerId, ...totals } of players) {
      const given = ofPlayer.get(playerId) ?? [];
      const recomputed = recomputeTotals({ quiz, profile, voided, answers: given });
      due.set(playerId, recomputed.score);
      if (totals.answeredCount !== given.length) truth.doubled += 1;
      else if (FIELDS.some((field) => totals[field] !== recomputed[field])) truth.scoresDiffering += 1;
    }
  }
  const told = new Map<string, number>();
  for (const { questionIndex, acked } of seen.toSorted((a, b) => a.questionIndex - b.questionIndex)) {
    for (const { playerId, score } of acked) {
      if (!keys.has(answerKey(questionIndex, playerId))) truth.lost += 1;
      told.set(playerId, score);
    }
  }
  const lastQuestion = Math.max(-1, ...seen.map(({ questionIndex }) => questionIndex));
  const toldLast = seen.find(({ questionIndex }) => questionIndex === lastQuestion)?.acked ?? [];
  for (const { playerId } of toldLast)
    if (told.get(playerId) !== due.get(playerId)) truth.scoresDiffering += 1;
  return truth;
}

const FIELDS = ["score", "correctTimeMs", "correctCount", "answeredCount", "streak", "streakIndex"] as const;

function answerKey(questionIndex: number, playerId: string): string {
  return `${questionIndex}/${playerId}`;
}
