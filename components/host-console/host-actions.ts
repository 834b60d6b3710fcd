import type { StartSessionAction } from "#components/start-session/start-dialog.tsx";
import type { NamedHint } from "#lib/api/sessions/session-hints.ts";
import type { PairedRemote } from "#lib/auth/remote-store.ts";
import type { KeyScope } from "#lib/auth/rights.ts";
import type { LibraryPlace } from "#lib/quiz/library/library-store.ts";
import type { HostCommand } from "#lib/session/phases/command.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { ActionResult, Refused } from "#lib/web/action-result.ts";

/** The server's actions as the host's pages hand them down; each page names the ones it gives (app/(host)). */
type Done<T = object> = Promise<ActionResult<T>>;

export type CommandAction = (
  sessionId: string,
  command: HostCommand,
  expectedVersion?: number,
) => Done<{ view: View }>;
export type HintsAction = (sessionId: string) => Done<{ hints: NamedHint[] }>;
export type AnswerSeatAction = (
  sessionId: string,
  answer: { id: string; verdict: "give" | "decline" },
) => Done;
export type MakeSeatCodeAction = (sessionId: string, playerId: string) => Done<{ code: string; url: string }>;
export type PairRemoteAction = (taker: { code: string; key: string }) => Done<{ sessionId: string }>;
/** Goes to the rehearsal; answers only when there is none. */
export type TryOutAction = (quizId: string) => Promise<Refused>;

export type EndSessionAction = (sessionId: string) => Done;

/** Goes to the desk; answers only when it could not. */
export type DeleteSessionAction = (sessionId: string) => Promise<Refused>;
export type DeletePlayerAction = (sessionId: string, playerId: string) => Done;

export interface KeyActions {
  /** The key is told this once. */
  make(asked: { name: string; scope: KeyScope }): Done<{ key: string }>;
  remove(id: string): Done;
}

export interface RemoteActions {
  offer(sessionId: string): Done<{ code: string; untilMs: number }>;
  paired(sessionId: string): Done<{ paired: PairedRemote[] }>;
  remove(sessionId: string, id: string): Done;
}

export interface ControlRoomActions {
  command: CommandAction;
  hints: HintsAction;
  answerSeat: AnswerSeatAction;
  makeSeatCode: MakeSeatCodeAction;
  remotes: RemoteActions;
}

export interface RehearsalActions {
  command: CommandAction;
  holdPhone(sessionId: string): Done;
  end(sessionId: string): Done;
  tryOut: TryOutAction;
}

export interface QuizCardActions {
  start: StartSessionAction;
  tryOut: TryOutAction;
  duplicate(quizId: string): Done<{ id: string }>;
  place: PlaceQuizAction;
  trash(quizId: string): Done;
}

export type PlaceQuizAction = (quizId: string, place: LibraryPlace) => Done;

export interface TrashActions {
  restore(quizId: string): Done;
  /** For good. */
  remove(quizId: string): Done;
  empty(): Done;
}
