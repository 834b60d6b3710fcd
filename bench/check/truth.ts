import type { ProfileName } from "#lib/points/profiles.ts";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { startEmbeddedPostgres } from "#lib/postgres/embedded/embedded.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import type { SeenAnswers, Truth } from "../stage/subject.ts";
import { compare, type StoredRoom, type StoredRow } from "./compare.ts";

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
