import { newId } from "#lib/kernel/ids.ts";
import { NO_TOTALS } from "#lib/points/totals.ts";
import { postgresAccountStore } from "#lib/postgres/accounts/account-store.ts";
import { postgresPeopleStore } from "#lib/postgres/accounts/people-store.ts";
import { postgresRemoteStore } from "#lib/postgres/accounts/remote-store.ts";
import { postgresResetStore } from "#lib/postgres/accounts/reset-store.ts";
import { postgresAnswerStore } from "#lib/postgres/answers/answer-store.ts";
import { postgresRegradeStore } from "#lib/postgres/answers/regrade-store.ts";
import type { Database } from "#lib/postgres/connection/client.ts";
import { postgresIdempotencyStore } from "#lib/postgres/idempotency-store.ts";
import { postgresPlayerStore } from "#lib/postgres/players/player-store.ts";
import { postgresLibraryStore } from "#lib/postgres/quizzes/library-store.ts";
import { postgresMediaStore } from "#lib/postgres/quizzes/media-store.ts";
import { postgresQuizStore } from "#lib/postgres/quizzes/quiz-store.ts";
import { postgresRetentionStore } from "#lib/postgres/sessions/retention-store.ts";
import { postgresSessionStore } from "#lib/postgres/sessions/session-store.ts";
import { postgresWebhookStore } from "#lib/postgres/webhook-store.ts";
import { type Quiz, quizSchema } from "#lib/quiz/quiz.ts";
import { replacesAnswer } from "#lib/scoring/replaces-answer.ts";
import type { AnswerToCommit, CommitRules } from "#lib/session/answer-store.ts";
import type { NewPlayer, Player } from "#lib/session/player-store.ts";
import type { Session } from "#lib/session/session.ts";
import { settingsSchema } from "#lib/session/settings.ts";

/** What every store suite works with: the stores on one database, and short ways to put things into it. */
export type StoreContext = ReturnType<typeof storeContext>;

export function storeContext(db: Database) {
  const stores = {
    accounts: postgresAccountStore(db),
    people: postgresPeopleStore(db),
    remotes: postgresRemoteStore(db),
    idempotency: postgresIdempotencyStore(db),
    webhooks: postgresWebhookStore(db),
    quizzes: postgresQuizStore(db),
    library: postgresLibraryStore(db),
    media: postgresMediaStore(db),
    sessions: postgresSessionStore(db),
    players: postgresPlayerStore(db),
    answers: postgresAnswerStore(db),
    regrades: postgresRegradeStore(db),
    retention: postgresRetentionStore(db),
    resets: postgresResetStore(db),
  };

  async function newAccount(): Promise<string> {
    const account = await stores.accounts.create({
      email: `${newId()}@example.org`,
      name: "Ada",
      passwordHash: "x",
    });
    return account!.id;
  }

  async function newSession(changes: Partial<Session> = {}): Promise<Session> {
    const session: Session = {
      id: newId(),
      pin: newPin(),
      accountId: changes.accountId ?? (await newAccount()),
      quizId: null,
      quiz: QUIZ as Session["quiz"],
      settings: settingsSchema.parse({}),
      phase: OPEN,
      version: 1,
      locked: false,
      voided: [],
      moderation: {},
      teams: [],
      createdAtMs: 1_000,
      startedAtMs: null,
      ...changes,
    };
    if (!(await stores.sessions.create(session))) throw new Error("the PIN is in use");
    return session;
  }

  async function newPlayers(sessionId: string, count: number): Promise<Player[]> {
    const outcomes = await stores.players.join(
      Array.from({ length: count }, (_, i) => newPlayer(sessionId, { name: `Player ${i}` })),
    );
    return outcomes.map((outcome) => {
      if (typeof outcome === "string") throw new Error(outcome);
      return outcome.player;
    });
  }

  return { db, ...stores, newAccount, newSession, newPlayers };
}

let pins = 100_000;
export const newPin = () => String(pins++);

export const OPEN = {
  name: "question",
  index: 0,
  shownAtMs: 0,
  opensAtMs: 1_000,
  closesAtMs: 21_000,
} as const;

export const QUIZ: Quiz = quizSchema.parse({
  title: "Capitals",
  questions: [
    { kind: "single", prompt: "Of France?", options: [{ text: "Paris", correct: true }, { text: "Lyon" }] },
    { kind: "single", prompt: "Of Peru?", options: [{ text: "Lima", correct: true }, { text: "Cusco" }] },
  ],
});

export function newPlayer(sessionId: string, changes: Partial<NewPlayer> = {}): NewPlayer {
  const name = changes.name ?? `Player ${newId()}`;
  return {
    sessionId,
    playerId: newId(),
    name,
    nameKey: name.toLowerCase(),
    joinKey: null,
    avatar: null,
    network: null,
    team: { kind: "none" },
    maxPlayers: 20_000,
    joinedAtMs: 2_000,
    ...changes,
  };
}

export function answerOf(
  player: Pick<Player, "sessionId" | "playerId">,
  changes: Partial<AnswerToCommit> = {},
): AnswerToCommit {
  const { sessionId, playerId } = player;
  return {
    sessionId,
    playerId,
    questionIndex: 0,
    response: { choice: 0 },
    elapsedMs: 1_500,
    receivedAtMs: 2_500,
    ...changes,
  };
}

/** Rules plain enough to check by head: choice 0 is right and worth 1,000 points; anything but a question is closed. */
export const RULES: CommitRules = {
  guard: (_, phase) => ((phase as Session["phase"]).name === "question" ? null : "question_closed"),
  grade({ response, elapsedMs, questionIndex }, totals) {
    const correct = "choice" in response && response.choice === 0;
    const points = correct ? 1_000 : 0;
    const streak = correct ? totals.streak + 1 : 0;
    return {
      outcome: { correct, fraction: correct ? 1 : 0, points, streak },
      totals: {
        score: totals.score + points,
        correctTimeMs: totals.correctTimeMs + (correct ? elapsedMs : 0),
        correctCount: totals.correctCount + (correct ? 1 : 0),
        answeredCount: totals.answeredCount + 1,
        streak,
        streakIndex: correct ? questionIndex : null,
      },
    };
  },
};

/** The same, where another answer takes the place of the first. */
export const CHANGING: CommitRules = {
  ...RULES,
  replaces: (answer, stored) => replacesAnswer({ changeAnswers: true }, answer, stored),
  gradeChange(answer, others) {
    const totals = others.reduce((before, other) => RULES.grade(other, before).totals, NO_TOTALS);
    return RULES.grade(answer, totals);
  },
};
