import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import { isModerated, withVerdict } from "../quiz/moderation.ts";
import type { Command } from "./command.ts";
import type {
  Phase,
  QuestionPhase,
  QuestionResult,
  RevealPhase,
  SlidePhase,
  StandingsPhase,
  TimedPhase,
} from "./phase.ts";
import { uncounted } from "./phase.ts";
import type { Session } from "./session.ts";

/**
 * The phase machine: one pure function. A command that does not fit the phase is a refusal and changes nothing;
 * otherwise the session comes back one version higher. Who may command is decided elsewhere.
 */
export function transition(session: Session, command: Command, nowMs: number): Result<Session, Refusal> {
  const next = nextPhase(session, command, nowMs);
  if (!next.ok) return next;
  return ok({ ...session, ...next.value, version: session.version + 1 });
}

/** How long after `closesAtMs` an answer still counts: it covers the last packet's way. Disclosed in docs/SPEC.md (SE4). */
export const GRACE_MS = 500;
/** Notice before the first question is shown, so that every device hears of it in time and sees the 3-2-1. */
export const FIRST_LEAD_MS = 3_500;
/** Notice before later questions. */
export const LEAD_MS = 500;
/** How long a session waits for an absent host before it goes on by itself, if it may. */
export const AWAY_MS = 20_000;

const HOUR_MS = 3_600_000;
/** A session nobody touches ends by itself, so that its PIN comes free. */
export const ABANDONED_MS = { lobby: 24 * HOUR_MS, waiting: 12 * HOUR_MS, podium: HOUR_MS / 2 } as const;

/** When this session wants to be looked at next, by its node's timer or by the sweep of any node; null for never. */
export function dueAtMs(session: Session): number | null {
  const { phase } = session;
  switch (phase.name) {
    case "lobby":
      return session.createdAtMs + ABANDONED_MS.lobby;
    case "question":
      return Math.max(phase.closesAtMs, phase.waitsUntilMs ?? 0) + GRACE_MS;
    case "reveal":
      if (phase.result === null) return phase.closedAtMs;
      return phase.advancesAtMs ?? phase.closedAtMs + ABANDONED_MS.waiting;
    case "standings":
    case "slide":
      return phase.advancesAtMs ?? phase.sinceMs + ABANDONED_MS.waiting;
    case "paused":
      if (phase.phase.name === "reveal" && phase.phase.result === null) return phase.phase.closedAtMs;
      return phase.pausedAtMs + ABANDONED_MS.waiting;
    case "podium":
      return phase.sinceMs + ABANDONED_MS.podium;
    case "ended":
      return null;
    default:
      return phase satisfies never;
  }
}

type Change = Partial<Pick<Session, "phase" | "locked" | "voided" | "moderation" | "startedAtMs">>;

function nextPhase(session: Session, command: Command, nowMs: number): Result<Change, Refusal> {
  const { phase } = session;
  switch (command.command) {
    case "start":
      if (phase.name !== "lobby") return notPossible(session, "start", "the session has already started");
      return begin(session, nowMs);
    case "next":
      return advance(session, nowMs);
    case "close":
      if (phase.name !== "question") return notPossible(session, "close", "no question is running");
      return ok({ phase: closed(session, phase, nowMs) });
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
      return phase.name === "ended"
        ? notPossible(session, "lock", "the session has ended")
        : ok({ locked: true });
    case "unlock":
      return phase.name === "ended"
        ? notPossible(session, "unlock", "the session has ended")
        : ok({ locked: false });
    case "finish":
      return finish(session, nowMs);
    case "moderate":
      return moderate(session, command);
    case "settle":
      return settle(session, command.index, command.result);
    case "wait":
      if (phase.name !== "reveal" && phase.name !== "standings" && phase.name !== "slide")
        return notPossible(session, "wait", "nothing is about to go on");
      return ok({ phase: { ...phase, advancesAtMs: nowMs + AWAY_MS } });
    case "waitForExtraTime":
      return waitForExtraTime(session, command, nowMs);
    case "clock":
      return onClock(session, nowMs);
    default:
      return command satisfies never;
  }
}

function begin(session: Session, nowMs: number): Result<Change, Refusal> {
  return ok({ phase: entered(session, 0, nowMs, FIRST_LEAD_MS), startedAtMs: nowMs });
}

/** The host's "next": one step on, whatever the phase. */
function advance(session: Session, nowMs: number): Result<Change, Refusal> {
  const { phase } = session;
  switch (phase.name) {
    case "lobby":
      return begin(session, nowMs);
    case "question":
      return ok({ phase: closed(session, phase, nowMs) });
    case "reveal":
      // Left uncounted, the question would stay so.
      if (uncounted(phase)) return notPossible(session, "go on", "the answers are still being counted");
      return ok({ phase: afterReveal(session, phase, nowMs) });
    case "standings":
    case "slide":
      return ok({ phase: following(session, phase.index, nowMs) });
    case "podium":
      return ok({ phase: ended(phase, nowMs) });
    case "paused":
      return notPossible(session, "next", "the session is paused; resume it first");
    case "ended":
      return notPossible(session, "next", "the session has ended");
    default:
      return phase satisfies never;
  }
}

/** Skipping a running question voids it; after the question it only leaves out what would still be shown. */
function skip(session: Session, nowMs: number): Result<Change, Refusal> {
  const phase = session.phase.name === "paused" ? session.phase.phase : session.phase;
  if (phase.name === "question") {
    const voided = [...new Set([...session.voided, phase.index])].sort((a, b) => a - b);
    return ok({
      voided,
      phase: {
        ...closed(session, phase, nowMs),
        ...{ closedAtMs: lastOpenMs(session, nowMs), advancesAtMs: nowMs, leadsTo: "question" },
      },
    });
  }
  if (phase.name === "reveal" && phase.result === null)
    return ok({ phase: { ...phase, advancesAtMs: nowMs, leadsTo: "question" } });
  if (phase.name === "reveal" || phase.name === "standings" || phase.name === "slide")
    return ok({ phase: following(session, phase.index, nowMs) });
  return notPossible(session, "skip", "there is no question to skip");
}

function finish(session: Session, nowMs: number): Result<Change, Refusal> {
  const phase = session.phase.name === "paused" ? session.phase.phase : session.phase;
  switch (phase.name) {
    case "lobby":
    case "podium":
      return ok({ phase: ended(phase, nowMs) });
    case "question":
      return ok({
        phase: {
          ...closed(session, phase, nowMs),
          ...{ closedAtMs: lastOpenMs(session, nowMs), advancesAtMs: nowMs, leadsTo: "podium" },
        },
      });
    case "reveal":
      if (phase.result === null) return ok({ phase: { ...phase, advancesAtMs: nowMs, leadsTo: "podium" } });
      return ok({ phase: podium(phase.index, nowMs) });
    case "standings":
    case "slide":
      return ok({ phase: podium(phase.index, nowMs) });
    case "ended":
      return notPossible(session, "finish", "the session has ended");
    default:
      return phase satisfies never;
  }
}

/** A question that ends while it is paused took its last answers when the pause began. */
function lastOpenMs({ phase }: Session, nowMs: number): number {
  return phase.name === "paused" ? phase.pausedAtMs : nowMs;
}

function addTime(session: Session, ms: number, nowMs: number): Result<Change, Refusal> {
  const { phase } = session;
  if (phase.name === "paused" && phase.phase.name === "question") {
    return ok({ phase: { ...phase, phase: { ...phase.phase, closesAtMs: phase.phase.closesAtMs + ms } } });
  }
  if (phase.name !== "question") return notPossible(session, "add time", "no question is running");
  return ok({ phase: { ...phase, closesAtMs: Math.max(phase.closesAtMs, nowMs) + ms } });
}

/** The question stays open for those who have more time; for everybody else it has closed. */
function waitForExtraTime(
  session: Session,
  { index, untilMs }: { index: number; untilMs: number },
  nowMs: number,
): Result<Change, Refusal> {
  const { phase } = session;
  const due = phase.name === "question" && phase.index === index && nowMs >= phase.closesAtMs;
  if (!due || untilMs <= (phase.waitsUntilMs ?? phase.closesAtMs))
    return notPossible(session, "wait", "nobody has more time than that");
  return ok({ phase: { ...phase, waitsUntilMs: untilMs } });
}

/** Does what is due by now; refuses when nothing is, so that only one of several racing timers acts. */
function onClock(session: Session, nowMs: number): Result<Change, Refusal> {
  const { phase } = session;
  const due = dueAtMs(session);
  if (due === null || nowMs < due) return notPossible(session, "go on", "nothing is due");
  switch (phase.name) {
    case "question":
      return ok({ phase: { ...closed(session, phase, nowMs), closedAtMs: due } });
    case "reveal":
      if (uncounted(phase)) return notPossible(session, "go on", "the answers are still being counted");
      if (phase.advancesAtMs === null) return ok({ phase: ended(phase, nowMs) });
      return ok({ phase: afterReveal(session, phase, nowMs) });
    case "standings":
    case "slide":
      if (phase.advancesAtMs === null) return ok({ phase: ended(phase, nowMs) });
      return ok({ phase: following(session, phase.index, nowMs) });
    case "paused":
      if (uncounted(phase)) return notPossible(session, "go on", "the answers are still being counted");
      return ok({ phase: ended(phase, nowMs) });
    case "lobby":
    case "podium":
      return ok({ phase: ended(phase, nowMs) });
    case "ended":
      return notPossible(session, "go on", "the session has ended");
    default:
      return phase satisfies never;
  }
}

/** What the room may see of a word cloud, decided at any time from its first entry on. */
function moderate(
  session: Session,
  { questionIndex, entries, verdict }: Extract<Command, { command: "moderate" }>,
): Result<Change, Refusal> {
  const question = session.quiz.questions[questionIndex];
  if (!question || !isModerated(question))
    return notPossible(session, "moderate", `question ${questionIndex} is no word cloud`);
  if (session.phase.name === "ended") return notPossible(session, "moderate", "the session has ended");
  return ok({ moderation: withVerdict(session.moderation, questionIndex, entries, verdict) });
}

/** The count comes in, also while the host has paused. */
function settle(session: Session, index: number, result: QuestionResult): Result<Change, Refusal> {
  const { phase } = session;
  const reveal = phase.name === "paused" ? phase.phase : phase;
  if (reveal.name !== "reveal" || reveal.index !== index)
    return notPossible(session, "settle", "the question is not being revealed");
  // Every node counts; the first one's count stands unless another's has more in it.
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
    a.bars.every(({ label, count }, i) => label === b.bars[i]?.label && count === b.bars[i]?.count)
  );
}

/** A question is announced ahead, so that all devices open it together; a slide stands at once. */
function entered(session: Session, index: number, nowMs: number, leadMs: number): QuestionPhase | SlidePhase {
  const entry = session.quiz.questions[index];
  if (entry?.kind !== "slide") return question(session, index, nowMs + leadMs);
  const advancesAtMs = entry.autoAdvance
    ? nowMs + entry.timeLimitMs
    : advancesAt(session, nowMs, entry.timeLimitMs);
  return { name: "slide", index, sinceMs: nowMs, advancesAtMs };
}

/** Whether the clock goes on from here only while no host is there to do it. */
export function waitsForHost({ settings, phase, quiz }: Session): boolean {
  if (settings.pace !== "host") return false;
  if (phase.name === "reveal") return phase.leadsTo === undefined;
  if (phase.name !== "slide") return phase.name === "standings";
  const slide = quiz.questions[phase.index];
  return slide?.kind !== "slide" || !slide.autoAdvance;
}

function question(session: Session, index: number, shownAtMs: number): QuestionPhase {
  const opensAtMs = shownAtMs + session.settings.readingMs;
  const limitMs = session.quiz.questions[index]?.timeLimitMs ?? 0;
  return { name: "question", index, shownAtMs, opensAtMs, closesAtMs: opensAtMs + limitMs };
}

function closed(session: Session, phase: QuestionPhase, nowMs: number): RevealPhase {
  return {
    name: "reveal",
    index: phase.index,
    closedAtMs: nowMs,
    advancesAtMs: advancesAt(session, nowMs, session.settings.revealMs),
    result: null,
    ...(phase.pauses ? { pauses: phase.pauses } : {}),
  };
}

function afterReveal(session: Session, phase: RevealPhase, nowMs: number): Phase {
  if (phase.leadsTo === "podium") return podium(phase.index, nowMs);
  if (phase.leadsTo === "question") return following(session, phase.index, nowMs);
  const standings: StandingsPhase = {
    name: "standings",
    index: phase.index,
    sinceMs: nowMs,
    advancesAtMs: advancesAt(session, nowMs, session.settings.standingsMs),
  };
  return standings;
}

function following(session: Session, index: number, nowMs: number): Phase {
  if (index + 1 >= session.quiz.questions.length) return podium(index, nowMs);
  return entered(session, index + 1, nowMs, LEAD_MS);
}

function podium(lastIndex: number, nowMs: number): Phase {
  return { name: "podium", sinceMs: nowMs, asked: lastIndex + 1 };
}

function ended(before: Phase, nowMs: number): Phase {
  const running = before.name === "paused" ? before.phase : before;
  const asked = running.name === "podium" ? running.asked : "index" in running ? running.index + 1 : 0;
  return { name: "ended", endedAtMs: nowMs, ...(asked === undefined ? {} : { asked }) };
}

/** When the clock moves on by itself: soon with pace "auto", after a wait for the host with away "advance", or never. */
function advancesAt(session: Session, nowMs: number, standsMs: number): number | null {
  if (session.settings.pace === "auto") return nowMs + standsMs;
  return session.settings.away === "advance" ? nowMs + Math.max(AWAY_MS, standsMs) : null;
}

function resumed(phase: TimedPhase, pausedAtMs: number, nowMs: number): TimedPhase {
  const byMs = nowMs - pausedAtMs;
  switch (phase.name) {
    case "question":
      return {
        ...phase,
        shownAtMs: phase.shownAtMs + byMs,
        opensAtMs: phase.opensAtMs + byMs,
        closesAtMs: phase.closesAtMs + byMs,
        ...(phase.waitsUntilMs === undefined ? {} : { waitsUntilMs: phase.waitsUntilMs + byMs }),
        pauses: [...(phase.pauses ?? []), { fromMs: pausedAtMs, untilMs: nowMs }],
      };
    case "reveal":
    case "standings":
    case "slide":
      return { ...phase, advancesAtMs: phase.advancesAtMs === null ? null : phase.advancesAtMs + byMs };
    default:
      return phase satisfies never;
  }
}

function isTimed(phase: Phase): phase is TimedPhase {
  return "index" in phase;
}

function notPossible(session: Session, what: string, why: string) {
  return refuse("command_not_possible", `Cannot ${what} now: ${why} (phase: ${session.phase.name}).`);
}
