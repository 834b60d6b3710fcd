import type { Refusal } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { ownRoomFiles } from "../look/room-files.ts";
import { quizToPlay } from "../quiz/drafts/save-quiz.ts";
import type { Session } from "../session/session.ts";
import type { Settings } from "../session/settings.ts";
import type { Runtime } from "./runtime.ts";

/** Opens a session of a quiz of this workspace, for the dashboard and the API: its lobby is there, and players can join. */
export async function startSession(
  runtime: Pick<Runtime, "quizzes" | "media" | "createSession">,
  accountId: string,
  { quizId, from = 0, ...how }: Opening,
): Promise<Result<Session, Refusal>> {
  const playable = await quizToPlay(runtime, accountId, quizId);
  if (!playable.ok) return playable;
  const look = await ownRoomFiles(runtime.media, accountId, how.settings.room);
  if (!look.ok) return look;
  const { id, quiz } = playable.value;
  const rest = { ...quiz, questions: quiz.questions.slice(Math.min(from, quiz.questions.length - 1)) };
  return ok(await runtime.createSession({ accountId, quizId: id, quiz: rest, ...how }));
}

interface Opening {
  quizId: string;
  settings: Settings;
  /** The host who opens it. */
  madeBy?: string;
  rehearsal?: true;
  /** The question it begins with, from 0; those before it are left out. */
  from?: number;
}
