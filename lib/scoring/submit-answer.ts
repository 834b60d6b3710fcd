import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import type { Span } from "../kernel/trace.ts";
import { fairElapsedMs } from "../points/fair-time.ts";
import { checkResponse } from "../quiz/check-response.ts";
import { type Response, responseSchema } from "../quiz/response.ts";
import type { AnswerStore, AnswerToCommit } from "../session/answer-store.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import type { AnswerReceipt } from "./answer-receipt.ts";
import { type AnswerWindow, answerWindow } from "./answer-window.ts";
import type { Intake } from "./intake.ts";
import { replacesAnswer } from "./replaces-answer.ts";

/**
 * The one door for answers: server action, socket message and REST call all end here.
 *
 * The answer is checked against the node's copy of the session at the instant of receipt, stored by the intake in one
 * transaction with others, and only then acknowledged. A retry gets the first outcome back, also after the question
 * has closed. A refusal never stored anything.
 */
export type SubmitAnswer = (submission: Submission) => Promise<Result<AnswerReceipt, Refusal>>;

export interface Submission {
  sessionId: string;
  playerId: string;
  questionIndex: number;
  /** As it came from outside; checked here. */
  response: unknown;
  /** Server time of receipt. */
  receivedAtMs: number;
  /** Which of the player's answers to this question it is, from 0, by the client's count. */
  change?: number | undefined;
  /** When the player pressed, in estimated server time, as the client claims. */
  pressedAtMs?: number | undefined;
  /** The smallest round trip the server itself measured on this connection; null by REST and action. */
  minRttMs?: number | null | undefined;
  /** Where it is traced. */
  span?: Span | undefined;
}

export interface SubmitAnswerDeps {
  live: Pick<LiveSessions, "open" | "refresh">;
  intake: Intake;
  answers: AnswerStore;
  /** By how much this process may have come late to what it receives now; the window stays open for as much longer. */
  delayMs(): number;
}

/** Retries when a pause moved the opening between read and commit. */
const ATTEMPTS = 3;

export function createSubmitAnswer({ live, intake, answers, delayMs }: SubmitAnswerDeps): SubmitAnswer {
  return async function submitAnswer(submission) {
    const { sessionId, playerId, questionIndex, receivedAtMs } = submission;
    const lateMs = delayMs();
    let window = await knownWindow(sessionId);
    if (!window) return refuse("session_not_found");
    if (window.isRemoved(playerId)) return refuse("player_removed");

    const parsed = responseSchema.safeParse(submission.response);
    if (!parsed.success) {
      return refuse(
        "invalid_response",
        `An answer is one of ${SHAPES}; this is ${described(submission.response)}.`,
      );
    }

    let own = window.ofPlayer(playerId);
    let refusal = window.refusal(receivedAtMs, questionIndex, own.extraMs + lateMs);
    if (refusal) {
      const first = await firstOutcome(submission, parsed.data, window);
      if (first) return ok(first);
      // This node may have missed a notice: look at the truth before saying no.
      window = (await freshWindow(sessionId)) ?? window;
      own = window.ofPlayer(playerId);
      refusal = window.refusal(receivedAtMs, questionIndex, own.extraMs + lateMs);
      if (refusal) return refuse(refusal);
    }

    const question = window.quiz.questions[questionIndex];
    if (!question) return refuse("wrong_question");
    const response = checkResponse(question, parsed.data);
    if (!response.ok) return response;

    for (let attempt = 1; ; attempt++) {
      const { opensAtMs, closesAtMs } = window;
      const pending: AnswerToCommit = {
        sessionId,
        playerId,
        questionIndex,
        response: response.value,
        elapsedMs: fairElapsedMs({
          receivedAtMs,
          opensAtMs,
          closesAtMs: closesAtMs + own.extraMs,
          pressedAtMs: submission.pressedAtMs ?? null,
          minRttMs: submission.minRttMs ?? null,
          timeFactor: own.timeFactor,
        }),
        opensAtMs,
        receivedAtMs,
      };
      if (own.extraMs + lateMs > 0) pending.extraMs = own.extraMs + lateMs;
      if (submission.change !== undefined) pending.change = submission.change;
      if (submission.span !== undefined) pending.span = submission.span;
      const receipt = await intake.submit(pending);
      // This node has missed that the opening moved: the time is taken anew.
      if (receipt.ok || receipt.error.code !== "stale_command") return receipt;
      if (attempt === ATTEMPTS) return refuse("unavailable");
      window = (await freshWindow(sessionId)) ?? window;
      own = window.ofPlayer(playerId);
    }
  };

  /** By this node's copy. Null if there is no such session. */
  async function knownWindow(sessionId: string): Promise<AnswerWindow | null> {
    const found = await live.open(sessionId);
    return found && answerWindow(found);
  }

  /** By the database. */
  async function freshWindow(sessionId: string): Promise<AnswerWindow | null> {
    const found = await live.refresh(sessionId);
    return found && answerWindow(found);
  }

  /** What stands, if this is a retry; an answer that was to replace it has come too late. */
  async function firstOutcome(
    { sessionId, playerId, questionIndex, change }: Submission,
    sent: Response,
    { quiz, changeAnswers }: AnswerWindow,
  ): Promise<AnswerReceipt | null> {
    const stored = (await answers.ofPlayer(sessionId, playerId)).filter(
      (a) => a.questionIndex <= questionIndex,
    );
    const answer = stored.find((a) => a.questionIndex === questionIndex);
    if (!answer) return null;
    const question = quiz.questions[questionIndex];
    const response = question ? checkResponse(question, sent) : null;
    const again = response?.ok && { response: response.value, ...(change === undefined ? {} : { change }) };
    if (again && replacesAnswer({ changeAnswers }, again, answer)) return null;
    const score = stored.reduce((sum, a) => sum + a.points, 0);
    let window = await knownWindow(sessionId);
    // The host may have changed it before this question, and this node not heard of it.
    if (window && !window.suspense) window = await freshWindow(sessionId);
    return {
      repeat: true,
      answer,
      score,
      streak: answer.streak,
      rank: null,
      suspense: window?.suspense ?? true,
    };
  }
}

/** "{choice}, {choices}, …" */
const SHAPES = responseSchema.options.map((option) => `{${Object.keys(option.shape).join(", ")}}`).join(", ");

function described(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
