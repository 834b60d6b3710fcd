import { gradeAnswer } from "../points/grade-answer.ts";
import { scoredIndexes } from "../points/scored-indexes.ts";
import { gradeResponse } from "../quiz/grade-response.ts";
import type { Surroundings } from "../quiz/surroundings.ts";
import type { AnswerToCommit, CommitRules } from "../session/answer-store.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import type { Phase } from "../session/phases/phase.ts";
import type { Session } from "../session/session.ts";
import { guardAnswer } from "./answer-window.ts";
import { gradeAgain } from "./grade-again.ts";
import { replacesAnswer } from "./replaces-answer.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** How the intake decides and grades: by the session's frozen quiz and its settings, which nothing changes under an open question. */
export function answerRules(live: LiveSessions, listsWith?: Surroundings["listsWith"]): CommitRules {
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
      const { scoredIndexes, scoredQuestions, around } = scoringOf(session, listsWith);
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
        around,
      });
    },
    replaces(answer, stored) {
      const session = live.peek(answer.sessionId)?.session;
      return session !== undefined && replacesAnswer(session.settings, answer, stored);
    },
    gradeChange(answer, others) {
      const session = live.peek(answer.sessionId)?.session;
      const question = session?.quiz.questions[answer.questionIndex];
      if (!session || !question)
        throw new Error(`Session ${answer.sessionId} left memory while it takes answers.`);
      const grade = gradeResponse(question, answer.response, scoringOf(session, listsWith).around);
      return gradeAgain(session, [...others, { ...answer, ...grade }], answer.questionIndex, grade);
    },
  };
}

/** Whether a pause that the node had not heard of has moved the opening since: then the time is to be taken anew. */
function openingMoved(phase: Phase, { opensAtMs }: AnswerToCommit): boolean {
  return phase.name === "question" && opensAtMs !== undefined && phase.opensAtMs !== opensAtMs;
}

/** The same for every answer until the session changes. */
function scoringOf(session: Session, listsWith: Surroundings["listsWith"] | undefined): Scoring {
  let scoring = scorings.get(session);
  if (!scoring) {
    scoring = {
      scoredIndexes: scoredIndexes(session.quiz, session.voided),
      scoredQuestions: scoredIndexes(session.quiz, []).length,
      around: surroundingsOf(session.quiz, listsWith),
    };
    scorings.set(session, scoring);
  }
  return scoring;
}

interface Scoring {
  scoredIndexes: number[];
  scoredQuestions: number;
  around: Surroundings;
}

const scorings = new WeakMap<Session, Scoring>();
