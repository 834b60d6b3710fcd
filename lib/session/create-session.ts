import { newId } from "../kernel/ids.ts";
import type { Random } from "../kernel/random.ts";
import { freezeQuiz } from "../quiz/freeze.ts";
import type { Quiz } from "../quiz/quiz.ts";
import type { Session } from "./session.ts";
import type { SessionStore } from "./session-store.ts";
import type { Settings } from "./settings.ts";
import { firstTeams, teamSettingsOf } from "./teams/make-teams.ts";

export interface NewSession {
  /** The workspace. */
  accountId: string;
  madeBy?: string | undefined;
  quizId: string;
  quiz: Quiz;
  settings: Settings;
  rehearsal?: true;
}

/** Opens a session's lobby: freezes the quiz and draws a free PIN. */
export async function createSession(
  deps: { sessions: SessionStore; random: Random; now(): number },
  { accountId, madeBy, quizId, quiz, settings, rehearsal }: NewSession,
): Promise<Session> {
  const teams = teamSettingsOf(settings);
  for (let attempt = 0; attempt < PIN_ATTEMPTS; attempt++) {
    const session: Session = {
      id: newId(),
      pin: drawPin(deps.random),
      accountId,
      ...(madeBy === undefined ? {} : { madeBy }),
      quizId,
      quiz: freezeQuiz(quiz, deps.random, { ...settings.shuffle, survey: settings.mode === "survey" }),
      settings: teams ? { ...settings, teams } : settings,
      phase: { name: "lobby" },
      version: 1,
      locked: false,
      voided: [],
      moderation: {},
      teams: firstTeams(settings, quiz.language),
      ...(rehearsal ? { rehearsal } : {}),
      createdAtMs: deps.now(),
      startedAtMs: null,
    };
    if (await deps.sessions.create(session)) return session;
  }
  throw new Error(`No free PIN found in ${PIN_ATTEMPTS} draws.`);
}

/** With 100,000 sessions at once a draw is taken one time in nine; fifty misses in a row do not happen. */
const PIN_ATTEMPTS = 50;

/** Six digits, the first not 0: a leading zero gets lost when people read it out. */
function drawPin(random: Random): string {
  return String(100_000 + Math.floor(random() * 900_000));
}
