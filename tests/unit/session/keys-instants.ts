import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import type { Command } from "#lib/session/phases/command.ts";
import { uncounted } from "#lib/session/phases/running-phase.ts";
import { transition } from "#lib/session/phases/transition.ts";
import type { Session } from "#lib/session/session.ts";
import { lobby, RESULT, settled, T0 } from "./commanded.ts";

/** A session at one instant, as a host may find it. */
export interface Instant {
  session: Session;
  nowMs: number;
}

const READING_MS = 10_000;
const SHOWN_MS = T0 + 3_500;
const OPEN_MS = SHOWN_MS + READING_MS;
const CLOSES_MS = OPEN_MS + 20_000;

/**
 * Every instant of every phase, under the names of docs/KEYS.md. The quiz: a question, a slide, a question; for the reveals
 * of polls, the same with polls in place of the questions.
 */
export function instants(before: Session): Record<string, Instant> {
  const start = before.phase.name === "lobby" ? before : { ...before, phase: { name: "lobby" as const } };
  const announced = after(start, T0, { command: "start" });
  const waiting = after(announced, CLOSES_MS + 500, {
    command: "waitForExtraTime",
    index: 0,
    untilMs: CLOSES_MS + 20_000,
  });
  const counting = after(announced, OPEN_MS + 5_000, { command: "close" });
  const revealed = after(counting, OPEN_MS + 5_100, settled(0));
  const standings = after(revealed, OPEN_MS + 10_000, { command: "next" });
  const poll: Session = { ...revealed, quiz: ofThree(POLL).quiz };
  const lastPoll: Session = {
    ...poll,
    phase: { name: "reveal", index: 2, closedAtMs: OPEN_MS, advancesAtMs: null, result: RESULT },
  };
  const inSurvey = (session: Session): Session => ({
    ...session,
    settings: { ...session.settings, mode: "survey", reveal: "suspense" },
  });
  const slide = after(standings, OPEN_MS + 20_000, { command: "next" });
  const last: Session = {
    ...standings,
    phase: { name: "standings", index: 2, sinceMs: OPEN_MS, advancesAtMs: null },
  };
  const podium = after(last, OPEN_MS + 60_000, { command: "next" });
  const ended = after(podium, OPEN_MS + 90_000, { command: "next" });
  const paused = (session: Session, nowMs: number) => ({
    session: after(session, nowMs, { command: "pause" }),
    nowMs: nowMs + 5_000,
  });
  return {
    lobby: { session: start, nowMs: T0 },
    "3-2-1": { session: announced, nowMs: T0 + 1_000 },
    reading: { session: announced, nowMs: SHOWN_MS + 1_000 },
    open: { session: announced, nowMs: OPEN_MS + 1_000 },
    "time is up": { session: announced, nowMs: CLOSES_MS + 200 },
    "others have more time": { session: waiting, nowMs: CLOSES_MS + 5_000 },
    counting: { session: counting, nowMs: OPEN_MS + 5_050 },
    reveal: { session: revealed, nowMs: OPEN_MS + 8_000 },
    "reveal of a poll": { session: poll, nowMs: OPEN_MS + 8_000 },
    "reveal of a last poll": { session: lastPoll, nowMs: OPEN_MS + 8_000 },
    "reveal in a survey": { session: inSurvey(poll), nowMs: OPEN_MS + 8_000 },
    "last reveal of a survey": { session: inSurvey(lastPoll), nowMs: OPEN_MS + 8_000 },
    standings: { session: standings, nowMs: OPEN_MS + 15_000 },
    "last standings": { session: last, nowMs: OPEN_MS + 15_000 },
    slide: { session: slide, nowMs: OPEN_MS + 25_000 },
    "paused in the 3-2-1": paused(announced, T0 + 1_000),
    "paused while reading": paused(announced, SHOWN_MS + 1_000),
    "paused while open": paused(announced, OPEN_MS + 1_000),
    "paused while counting": paused(counting, OPEN_MS + 5_050),
    "paused at the reveal": paused(revealed, OPEN_MS + 8_000),
    "paused at the reveal of a poll": paused(poll, OPEN_MS + 8_000),
    "paused at the last reveal of a survey": paused(inSurvey(lastPoll), OPEN_MS + 8_000),
    "paused at the standings": paused(standings, OPEN_MS + 15_000),
    "paused at a slide": paused(slide, OPEN_MS + 25_000),
    "podium, being told": { session: podium, nowMs: OPEN_MS + 60_500 },
    "podium, told": { session: podium, nowMs: OPEN_MS + 85_000 },
    ended: { session: ended, nowMs: OPEN_MS + 95_000 },
  };
}

/** A lobby of that quiz. */
const QUESTION = { kind: "truefalse", correct: true, timeLimitMs: 20_000 };
const POLL = { kind: "poll", options: [{ text: "Tea" }, { text: "Coffee" }], timeLimitMs: 20_000 };

export function ofThree(question: object = QUESTION) {
  const quiz = parseQuiz({
    title: "Three",
    questions: [
      { ...question, prompt: "One" },
      { kind: "slide", prompt: "Two", text: "Read this." },
      { ...question, prompt: "Three" },
    ],
  });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
  return { ...lobby({ readingMs: READING_MS }), quiz: freezeQuiz(quiz.value, seededRandom(1)) };
}

/** What a command does, in the words of docs/KEYS.md: where the session stands once all is counted. */
export function effectOf({ session, nowMs }: Instant, command: Command): string {
  // The answers of a closed question are counted before anything goes on from there (SIM3).
  const counted = command.command === "next" && uncounted(session.phase);
  const from = counted ? after(session, nowMs, settled(0)) : session;
  const done = transition(from, command, nowMs);
  if (!done.ok) return "–";
  const { phase, voided } = done.value;
  if (command.command === "lock" || command.command === "unlock") return `${command.command}s`;
  if (command.command === "setReveal") return "changes";
  if (phase.name === "reveal" && phase.leadsTo)
    return `${phase.leadsTo === "podium" ? "podium" : "next"}${voided.length > session.voided.length ? ", void" : ""}`;
  if (phase.name === session.phase.name && "index" in phase && "index" in session.phase) {
    if (phase.index > session.phase.index) return "next";
    return command.command === "open" ? "opens" : "more time";
  }
  switch (phase.name) {
    case "paused":
      return session.phase.name === "paused" ? "more time" : "pauses";
    case "question":
    case "slide":
      return session.phase.name === "paused" && command.command === "resume" ? "goes on" : "next";
    case "ended":
      return "ends";
    default:
      return session.phase.name === "paused" && command.command === "resume" ? "goes on" : phase.name;
  }
}

function after(session: Session, nowMs: number, command: Command): Session {
  const next = transition(session, command, nowMs);
  if (!next.ok) throw new Error(`${command.command}: ${next.error.message}`);
  return next.value;
}
