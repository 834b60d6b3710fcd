import { gradeAnswer } from "../points/grade-answer.ts";
import { scoredIndexes } from "../points/scored-indexes.ts";
import type { CommitRules, PendingAnswer } from "../session/answer-store.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import type { Phase } from "../session/phases/phase.ts";
import type { Session } from "../session/session.ts";
import { guardAnswer } from "./answer-window.ts";

/** How the intake decides and grades: by the session's frozen quiz and its settings, which never change under an open question. */
export function answerRules(live: LiveSessions): CommitRules {
  return {
    guard: (answer, phase) =>
      guardAnswer(phase as Phase, answer.receivedAtMs, answer.questionIndex, answer.extraMs) ??
      (openingMoved(phase as Phase, answer) ? "stale_command" : null),
    sessionOf: (sessionId) => live.peek(sessionId)?.session ?? null,
    grade(answer, totals) {
      const session = live.peek(answer.sessionId)?.session;
      const question = session?.quiz.questions[answer.questionIndex];
      if (!session || !question)
        throw new Error(`Session ${answer.sessionId} left memory while it takes answers.`);
      const { scoredIndexes, scoredQuestions } = scoringOf(session);
      // Without spreading: one here made the whole commit cost this process half as much again.
      return gradeAnswer({
        question,
        index: answer.questionIndex,
        response: answer.response,
        elapsedMs: answer.elapsedMs,
        profile: session.settings.profile,
        scoredIndexes,
        scoredQuestions,
        totals,
      });
    },
  };
}

/** Whether a pause that the node had not heard of has moved the opening since: then the time is to be taken anew. */
function openingMoved(phase: Phase, { opensAtMs }: PendingAnswer): boolean {
  return phase.name === "question" && opensAtMs !== undefined && phase.opensAtMs !== opensAtMs;
}

/** The same for every answer until the session changes. */
function scoringOf(session: Session): Scoring {
  let scoring = scorings.get(session);
  if (!scoring) {
    scoring = {
      scoredIndexes: scoredIndexes(session.quiz, session.voided),
      scoredQuestions: scoredIndexes(session.quiz, []).length,
    };
    scorings.set(session, scoring);
  }
  return scoring;
}

interface Scoring {
  scoredIndexes: number[];
  scoredQuestions: number;
}

const scorings = new WeakMap<Session, Scoring>();
