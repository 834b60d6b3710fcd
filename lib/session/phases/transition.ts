import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import { isModerated, withVerdict } from "../../quiz/moderation.ts";
import type { Session } from "../session.ts";
import type { StageShow } from "../stage.ts";
import { makeTeam, renameTeam } from "../teams/change-teams.ts";
import type { Command } from "./command.ts";
import { notPossible, type SessionChange } from "./command-outcome.ts";
import {
  advance,
  begin,
  close,
  endRehearsal,
  finish,
  hostSeen,
  onClock,
  openNow,
  skip,
} from "./next-phase.ts";
import type { Phase, QuestionPhase, QuestionResult, TimedPhase } from "./phase.ts";
import { AWAY_MS, closed, cut, resumed } from "./phase-starts.ts";
import { runningPhase, unsettledQuestion } from "./running-phase.ts";

/**
 * The phase machine: one pure function. A command that does not fit the phase is a refusal and changes nothing;
 * otherwise the session comes back one version higher. Who may command is decided elsewhere.
 */
export function transition(session: Session, command: Command, nowMs: number): Result<Session, Refusal> {
  const next = changeBy(session, command, nowMs);
  if (!next.ok) return next;
  return ok({ ...session, ...next.value, version: session.version + 1 });
}

function changeBy(session: Session, command: Command, nowMs: number): Result<SessionChange, Refusal> {
  const { phase } = session;
  switch (command.command) {
    case "start":
      if (phase.name !== "lobby") return notPossible(session, "start", "the session has already started");
      return begin(session, nowMs);
    case "next":
      if (isDoubled(phase, command)) return refuse("doubled_command");
      return stepped(advance(session, nowMs), nowMs);
    case "open":
      return openNow(session, nowMs);
    case "close":
      return close(session, nowMs);
    case "timeUp":
      if (phase.name !== "question" || phase.index !== command.index || phase.cutAtMs !== undefined)
        return notPossible(session, "close", "no question is running");
      return ok({ phase: cut(phase, nowMs, command.graceMs) });
    case "closeEarly":
      if (phase.name !== "question" || phase.index !== command.index || nowMs < phase.opensAtMs)
        return notPossible(session, "close", "no question is running");
      return ok({ phase: closed(session, phase, nowMs) });
    case "pause":
      return isTimed(phase)
        ? ok({ phase: { name: "paused", phase, pausedAtMs: nowMs } })
        : notPossible(session, "pause", "nothing is running that could be paused");
    case "resume":
      if (phase.name !== "paused") return notPossible(session, "resume", "the session is not paused");
      return ok({ phase: resumed(phase.phase, phase.pausedAtMs, nowMs) });
    case "addTime":
      return addTime(session, command.ms, nowMs);
    case "skip":
      return skip(session, nowMs);
    case "lock":
    case "unlock":
      if (phase.name === "podium" || phase.name === "ended")
        return notPossible(session, command.command, "nobody joins any more");
      return ok({ locked: command.command === "lock" });
    case "finish":
      return finish(session, nowMs);
    case "joinAt":
      return joinAt(session, command.origin);
    case "setReveal":
      return setReveal(session, command.reveal);
    case "setStage":
      return ok(setStage(session, command));
    case "moderate":
      return moderate(session, command);
    case "makeTeam":
      return makeTeam(session, command.name);
    case "renameTeam":
      return renameTeam(session, command);
    case "settle":
      return settle(session, command.index, command.result);
    case "wait":
      if (phase.name === "podium") return hostSeen(session, phase, nowMs);
      if (phase.name !== "reveal" && phase.name !== "standings" && phase.name !== "slide")
        return notPossible(session, "wait", "nothing is about to go on");
      return ok({ phase: { ...phase, advancesAtMs: nowMs + AWAY_MS } });
    case "endRehearsal":
      return endRehearsal(session, nowMs);
    case "waitForExtraTime":
      return waitForExtraTime(session, command, nowMs);
    case "clock":
      return onClock(session, nowMs, command.lateMs);
    default:
      return command satisfies never;
  }
}

/** Two presses by one thumb are closer than this, and two that are meant are further apart. */
const DOUBLE_PRESS_MS = 400;

function isDoubled(phase: Phase, { bareAtMs }: Extract<Command, { command: "next" }>): boolean {
  if (bareAtMs === undefined || !("nextAtMs" in phase)) return false;
  return bareAtMs - (phase.nextAtMs ?? Number.NEGATIVE_INFINITY) < DOUBLE_PRESS_MS;
}

function stepped(change: Result<SessionChange, Refusal>, nowMs: number): Result<SessionChange, Refusal> {
  if (!change.ok) return change;
  const { phase } = change.value;
  if (!phase || phase.name === "lobby" || phase.name === "paused") return change;
  return ok({ ...change.value, phase: { ...phase, nextAtMs: nowMs } });
}

function addTime(session: Session, ms: number, nowMs: number): Result<SessionChange, Refusal> {
  const { phase } = session;
  if (phase.name === "paused" && phase.phase.name === "question") {
    const open = uncut(phase.phase);
    return ok({ phase: { ...phase, phase: { ...open, closesAtMs: open.closesAtMs + ms } } });
  }
  if (phase.name !== "question") return notPossible(session, "add time", "no question is running");
  const open = uncut(phase);
  return ok({ phase: { ...open, closesAtMs: Math.max(phase.closesAtMs, nowMs) + ms } });
}

/** With added time it is open again, as if the host had not closed it. */
function uncut({ cutAtMs: _, graceMs: __, ...open }: QuestionPhase): QuestionPhase {
  return open;
}

/** The question stays open for those who have more time; for everybody else it has closed. */
function waitForExtraTime(
  session: Session,
  { index, untilMs }: { index: number; untilMs: number },
  nowMs: number,
): Result<SessionChange, Refusal> {
  const { phase } = session;
  const due = phase.name === "question" && phase.index === index && nowMs >= phase.closesAtMs;
  if (!due || untilMs <= (phase.waitsUntilMs ?? phase.closesAtMs))
    return notPossible(session, "wait", "nobody has more time than that");
  return ok({ phase: { ...phase, waitsUntilMs: untilMs } });
}

function joinAt(session: Session, origin: string | null): Result<SessionChange, Refusal> {
  if (session.phase.name === "ended")
    return notPossible(session, "change where phones join", "the session has ended");
  const { joinAt: _, ...settings } = session.settings;
  return ok({ settings: origin === null ? settings : { ...settings, joinAt: origin } });
}

/**
 * Not while a question is shown or is being counted: half of its answers would be told at once, and the leaderboard would
 * hold some of them.
 */
function setReveal(session: Session, reveal: Session["settings"]["reveal"]): Result<SessionChange, Refusal> {
  const { phase, settings } = session;
  if (phase.name === "podium" || phase.name === "ended")
    return notPossible(session, "change when players learn how they did", "no question follows");
  if (unsettledQuestion(phase) !== null)
    return notPossible(session, "change when players learn how they did", "a question is running");
  if (settings.mode === "survey")
    return notPossible(
      session,
      "change when players learn how they did",
      "in a survey nothing is right or wrong",
    );
  if (reveal === "instant" && settings.changeAnswers)
    return notPossible(
      session,
      "tell players at once how they did",
      "they may change their answers until a question closes",
    );
  return ok({ settings: { ...settings, reveal } });
}

/** At any time, also when all is over: the race is replayed then. */
function setStage(
  { phase, settings }: Session,
  { show, lights, sound }: Extract<Command, { command: "setStage" }>,
): SessionChange {
  const stage = { ...settings.stage, ...(lights ? { lights } : {}), ...(sound ? { sound } : {}) };
  const told = { settings: { ...settings, stage } };
  if (show === undefined) return told;
  if (phase.name === "paused") return { ...told, phase: { ...phase, phase: covered(phase.phase, show) } };
  return { ...told, phase: covered(phase, show) };
}

function covered<P extends Exclude<Phase, { name: "paused" }>>(phase: P, show: StageShow | null): P {
  const { show: _, ...bare } = phase;
  return { ...bare, ...(show === null ? {} : { show }) } as P;
}

/** Shows or hides entries of a word cloud, at any time from its first entry on. */
function moderate(
  session: Session,
  { questionIndex, entries, verdict }: Extract<Command, { command: "moderate" }>,
): Result<SessionChange, Refusal> {
  const question = session.quiz.questions[questionIndex];
  if (!question || !isModerated(question))
    return notPossible(session, "moderate", `question ${questionIndex} is no word cloud`);
  if (session.phase.name === "ended") return notPossible(session, "moderate", "the session has ended");
  return ok({ moderation: withVerdict(session.moderation, questionIndex, entries, verdict) });
}

/** The count comes in, also while the host has paused. */
function settle(session: Session, index: number, result: QuestionResult): Result<SessionChange, Refusal> {
  const { phase } = session;
  const reveal = runningPhase(phase);
  if (reveal.name !== "reveal" || reveal.index !== index)
    return notPossible(session, "settle", "the question is not being revealed");
  // Every node counts; the first one's count is kept unless another one has more answers.
  if (reveal.result !== null && sameResult(reveal.result, result))
    return notPossible(session, "settle", "the question is counted already");
  const counted = { ...reveal, result };
  return ok({ phase: phase.name === "paused" ? { ...phase, phase: counted } : counted });
}

/** Field by field, since what comes back from the database has its fields in another order. */
function sameResult(a: QuestionResult, b: QuestionResult): boolean {
  return (
    a.answered === b.answered &&
    a.correct === b.correct &&
    a.bars.length === b.bars.length &&
    a.bars.every(
      ({ label, count, correct }, i) =>
        label === b.bars[i]?.label && count === b.bars[i]?.count && correct === b.bars[i]?.correct,
    )
  );
}

function isTimed(phase: Phase): phase is TimedPhase {
  return "index" in phase;
}
