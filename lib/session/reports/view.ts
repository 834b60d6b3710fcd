import { z } from "zod";
import { roomView, roomViewSchema } from "../../look/room-theme.ts";
import { questionAt } from "../../quiz/freeze.ts";
import { shownBars } from "../../quiz/moderation.ts";
import { type NextPictures, nextPictures } from "../../quiz/next-pictures.ts";
import { publicQuestionSchema, toPublicQuestion } from "../../quiz/public-question.ts";
import { answerKeySchema, barSchema } from "../../quiz/public-shapes.ts";
import { revealOf } from "../../quiz/reveal.ts";
import type { Phase, PhaseView, RevealPhase, TimedPhase } from "../phases/phase.ts";
import { phaseViewSchema, questionIndexOf, type TimedPhaseView } from "../phases/phase.ts";
import { countsOf } from "../phases/questions-asked.ts";
import { runningPhase } from "../phases/running-phase.ts";
import type { Session } from "../session.ts";
import { settingsSchema } from "../settings.ts";
import { stageSchema } from "../stage.ts";
import { teamSchema } from "../teams/team.ts";

/** The solution and how the room did; `result` is null for the moment until the last answers are counted. */
export const revealSchema = z.object({
  key: answerKeySchema.nullable(),
  explanation: z.string().optional(),
  voided: z.boolean(),
  result: z.object({ answered: z.int(), correct: z.int().nullable(), bars: z.array(barSchema) }).nullable(),
});

/**
 * The whole public state of a session, a few kilobytes. A client keeps the newest by `version` and ignores older;
 * `players` and `answered` may move without a new version. The key is in `reveal`, which is null before the reveal.
 */
export const viewSchema = z.object({
  version: z.int(),
  sessionId: z.string(),
  pin: z.string(),
  title: z.string(),
  language: z.string().optional().describe("What the quiz is written in, as a BCP 47 tag."),
  /** Where people join: what a screen shows and its QR code says. */
  joinUrl: z.string(),
  /** Host names of this server: a big screen that was opened at one of them sends phones there. "*" for any. */
  joinHosts: z.array(z.string()).optional(),
  phase: phaseViewSchema,
  question: publicQuestionSchema.nullable(),
  reveal: revealSchema.nullable(),
  next: z
    .object({ media: z.string().optional(), options: z.array(z.string()) })
    .optional()
    .describe(
      "During reveal, slide and standings: the pictures of the question that follows, to be loaded before its clock runs. The options' ones are in no order.",
    ),
  questions: z.int(),
  judged: z
    .int()
    .describe("Of the questions asked so far, how many have a right answer; skipped ones left out."),
  earning: z
    .int()
    .describe("Of those, how many earn points. While it is 0 there are no scores and places to show."),
  players: z.int(),
  answered: z.int(),
  locked: z.boolean(),
  rehearsal: z.literal(true).optional().describe("Its host tries the quiz out; nobody else can join."),
  teams: z.array(teamSchema).optional().describe("Where one plays in teams."),
  settings: settingsSchema.pick({
    mode: true,
    teams: true,
    profile: true,
    reveal: true,
    pace: true,
    lateJoin: true,
    phones: true,
    extraTime: true,
    sendAtClose: true,
    changeAnswers: true,
    shuffle: true,
  }),
  /** How the session looks. */
  room: roomViewSchema,
  stage: stageSchema.describe("What the host has told the big screens."),
  /** Which door answers should take: the server action, or the open socket in a large room. */
  door: z.enum(["action", "socket"]),
  traced: z.literal(true).optional().describe("Answers may say by a `traceparent` in which trace they are."),
  serverNowMs: z.number(),
});

export type Reveal = z.infer<typeof revealSchema>;
export type View = z.infer<typeof viewSchema>;

export interface ViewFacts {
  players: number;
  answered: number;
  socketAnswersAbove: number;
  joinOrigin: string;
  joinHosts?: string[];
  /** Whether this server tells spans. */
  traced?: boolean;
  nowMs: number;
}

/** Builds the view of a session. The only function that makes what phones get (docs/SPEC.md, SEC2). */
export function viewOf(session: Session, facts: ViewFacts): View {
  const { phase, quiz } = session;
  const index = questionIndexOf(phase);
  return {
    version: session.version,
    sessionId: session.id,
    pin: session.pin,
    title: quiz.title,
    ...(quiz.language === undefined ? {} : { language: quiz.language }),
    joinUrl: joinUrl(session, facts.joinOrigin),
    // The host's choice applies on every screen.
    ...(session.settings.joinAt === undefined && facts.joinHosts?.length
      ? { joinHosts: facts.joinHosts }
      : {}),
    phase: phaseView(phase),
    question: index === null ? null : toPublicQuestion(quiz, index),
    reveal: revealView(session),
    ...nextView(session),
    questions: quiz.questions.length,
    ...countsOf(session),
    players: facts.players,
    answered: facts.answered,
    locked: session.locked,
    ...(session.rehearsal ? { rehearsal: true as const } : {}),
    ...(session.settings.mode === "teams" ? { teams: session.teams } : {}),
    settings: {
      mode: session.settings.mode,
      ...(session.settings.mode === "teams" ? { teams: session.settings.teams } : {}),
      profile: session.settings.profile,
      reveal: session.settings.reveal,
      pace: session.settings.pace,
      lateJoin: session.settings.lateJoin,
      phones: session.settings.phones,
      extraTime: session.settings.extraTime,
      sendAtClose: session.settings.sendAtClose,
      changeAnswers: session.settings.changeAnswers,
      shuffle: session.settings.shuffle,
    },
    room: roomView(session.settings.room),
    stage: { ...session.settings.stage, show: runningPhase(phase).show ?? null },
    door: facts.players > facts.socketAnswersAbove ? "socket" : "action",
    ...(facts.traced ? { traced: true as const } : {}),
    serverNowMs: facts.nowMs,
  };
}

export function joinUrl({ settings, pin }: Pick<Session, "settings" | "pin">, joinOrigin: string): string {
  return `${settings.joinAt ?? joinOrigin}/join?pin=${pin}`;
}

function phaseView(phase: Phase): PhaseView {
  if (phase.name === "paused") return { ...phase, phase: timedView(phase.phase) };
  if (
    phase.name === "question" ||
    phase.name === "reveal" ||
    phase.name === "standings" ||
    phase.name === "slide"
  )
    return timedView(phase);
  if (phase.name === "lobby") return { name: "lobby" };
  if (phase.name === "podium") {
    const { sinceMs, asked } = phase;
    return { name: "podium", sinceMs, ...(asked === undefined ? {} : { asked }) };
  }
  const { nextAtMs: _, show: __, ...rest } = phase;
  return rest;
}

function timedView(phase: TimedPhase): TimedPhaseView {
  if (phase.name === "question") {
    const { pauses: _, nextAtMs: __, show: ___, graceMs: ____, ...rest } = phase;
    return rest;
  }
  if (phase.name !== "reveal") {
    const { nextAtMs: _, show: __, ...rest } = phase;
    return rest;
  }
  if (phase.unopened) return timedView(phase.unopened);
  const { name, index, closedAtMs, advancesAtMs, result } = phase;
  return { name, index, closedAtMs, advancesAtMs, settled: result !== null };
}

function revealView(session: Session): Reveal | null {
  const phase = runningPhase(session.phase);
  return phase.name === "reveal" && !phase.unopened
    ? revealedQuestion(session, phase.index, phase.result)
    : null;
}

/** Between questions, when the network has time. In the lobby nothing is told yet: the first question's are loaded during the 3-2-1. */
function nextView({ quiz, phase }: Session): { next?: NextPictures } {
  const running = runningPhase(phase);
  const between =
    running.name === "standings" ||
    running.name === "slide" ||
    (running.name === "reveal" && !running.unopened);
  const next = between ? nextPictures(quiz, running.index + 1) : undefined;
  return next ? { next } : {};
}

/** The solution of a question. Only for a question that is over; the caller checks that. */
export function revealedQuestion(session: Session, index: number, result: RevealPhase["result"]): Reveal {
  const { key, explanation } = revealOf(session.quiz, index);
  return {
    key,
    ...(explanation === undefined ? {} : { explanation }),
    voided: session.voided.includes(index),
    result: result && {
      ...result,
      bars: shownBars(questionAt(session.quiz, index), result.bars, session.moderation[index]),
    },
  };
}
