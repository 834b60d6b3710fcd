import { newId } from "../kernel/ids.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Standing } from "../leaderboard/leaderboard-store.ts";
import { packScore } from "../leaderboard/packed-score.ts";
import { compareRows, standingsOf } from "../leaderboard/ranking.ts";
import { countMembers, type TeamStanding, teamStandings, teamSums } from "../leaderboard/team-standings.ts";
import type { ProfileName } from "../points/profiles.ts";
import { recomputeAnswers } from "../points/recompute.ts";
import type { Grade } from "../quiz/kind.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import type { Response } from "../quiz/response.ts";
import type { Surroundings } from "../quiz/surroundings.ts";
import type { Counting } from "../session/counting.ts";
import type { SessionBus } from "../session/live/bus.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import { questionsOver } from "../session/phases/questions-over.ts";
import { runningPhase, unsettledQuestion } from "../session/phases/running-phase.ts";
import type { Player } from "../session/player-store.ts";
import type { RegradeStore, Rewrite, RewriteFacts, Rewritten } from "../session/regrade-store.ts";
import {
  changed,
  judgedAfter,
  judgedBy,
  judgementOf,
  type Regrade,
  type RegradeChange,
  wasOf,
} from "../session/regrades.ts";
import type { Session } from "../session/session.ts";
import { teamSettingsOf } from "../session/teams/make-teams.ts";
import { resultOf } from "./settle.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** Changes what counts in a session after the fact: previewed, applied, undone. The rules are docs/SPEC.md RG*. */
export interface Regrading {
  regrade(sessionId: string, asked: RegradeAsked): Promise<Result<RegradeOutcome, Refusal>>;
  undo(sessionId: string, regradeId: string, by: Regrade["by"]): Promise<Result<RegradeOutcome, Refusal>>;
  list(sessionId: string): Promise<Regrade[]>;
  stop(): void;
}

export interface RegradeAsked {
  changes: RegradeChange[];
  profile: ProfileName | null;
  reason: string;
  by: Regrade["by"];
  preview: boolean;
  /** Refused if the session has moved on since. */
  expectedVersion?: number | undefined;
}

export interface RegradeOutcome {
  /** Null for a preview. */
  id: string | null;
  /** The version of the session that this was decided on, or that it has now. */
  version: number;
  before: Standing[];
  after: Standing[];
  /** Where players play in teams: the teams' board. */
  teams?: { before: TeamStanding[]; after: TeamStanding[] };
  /** Whose rank or score differs, in the order of afterwards. */
  moved: { playerId: string; name: string; rank: [number, number]; score: [number, number] }[];
}

export interface RegradingDeps {
  regrades: RegradeStore;
  live: LiveSessions;
  bus: SessionBus;
  counting: Pick<Counting, "writeBoard">;
  now(): number;
  listsWith?: Surroundings["listsWith"];
  onError(error: unknown, doing: string): void;
}

export function createRegrading(deps: RegradingDeps): Regrading {
  const { regrades, live, bus, counting, now } = deps;

  /** Every node does so: the one that has regraded may have died before it wrote the board. */
  const stop = live.onEvent(({ session }, event) => {
    if (event.type !== "changed" || event.before.regradings === session.regradings) return;
    void writeBoard(session.id);
  });

  async function writeBoard(sessionId: string): Promise<void> {
    await counting.writeBoard(sessionId).catch((error) => deps.onError(error, "writing a regraded board"));
  }

  async function rewrite(
    sessionId: string,
    plan: (facts: RewriteFacts) => Result<Pick<Rewrite, "next" | "regrade">, Refusal>,
    mode: "apply" | "preview",
  ): Promise<Result<RegradeOutcome, Refusal>> {
    let earned: Earned = { before: [], after: [] };
    const rewritten = await regrades.rewrite(
      sessionId,
      (facts) => {
        const planned = plan(facts);
        if (!planned.ok) return planned;
        // A transaction that was in another's way is planned again.
        earned = { before: [], after: [] };
        return ok({ ...planned.value, ...recounted(planned.value.next, deps.listsWith, earned) });
      },
      mode,
    );
    if (!rewritten) return refuse("session_not_found");
    if (!rewritten.ok) return rewritten;
    if (mode === "apply") await tell(rewritten.value);
    return ok(outcomeOf(rewritten.value, earned, mode));
  }

  /** The board first: readers told of the new version must find it there. */
  async function tell({ session }: Rewritten): Promise<void> {
    await writeBoard(session.id);
    await live.refresh(session.id).catch((error) => deps.onError(error, "reading a regraded session"));
    bus.publish(session.id, { type: "session", version: session.version });
  }

  return {
    regrade: (sessionId, { preview, expectedVersion, ...asked }) =>
      rewrite(
        sessionId,
        ({ session, regrades: earlier }) => {
          if (expectedVersion !== undefined && expectedVersion !== session.version)
            return refuse("stale_command");
          const refusal = notNow(session, asked.changes);
          if (refusal) return refusal;
          if (earlier.length >= REGRADES_MAX)
            return refuse("command_not_possible", `A session can be regraded ${REGRADES_MAX} times.`);
          const judged = changed(judgementOf(session), asked);
          if (!judged.ok) return refuse("bad_request", judged.problem);
          const { changes, profile, reason, by } = asked;
          const regrade: Regrade = {
            id: newId(),
            sessionId,
            atMs: now(),
            by,
            reason,
            changes,
            profile,
            was: wasOf(session, changes),
            undone: null,
          };
          return ok({ next: judgedBy(session, judged.judgement), regrade });
        },
        preview ? "preview" : "apply",
      ),

    undo: (sessionId, regradeId, by) =>
      rewrite(
        sessionId,
        ({ session, regrades: all }) => {
          const found = all.find(({ id }) => id === regradeId);
          if (!found) return refuse("not_found", "There is no such regrade of this session.");
          if (found.undone) return refuse("command_not_possible", "This regrade has already been undone.");
          const refusal = notNow(session, []);
          if (refusal) return refusal;
          const regrade = { ...found, undone: { atMs: now(), by } };
          const judged = judgedAfter(
            session,
            all.map((each) => (each === found ? regrade : each)),
          );
          if (!judged.ok)
            return refuse(
              "command_not_possible",
              `A later regrade builds on this one; undo that first. ${judged.problem}`,
            );
          return ok({ next: judgedBy(session, judged.judgement), regrade });
        },
        "apply",
      ),

    list: (sessionId) => regrades.list(sessionId),
    stop,
  };
}

/** Each keeps what it changed so that it can be undone, so their number per session is bounded. */
const REGRADES_MAX = 200;

/**
 * Nothing is regraded while a question is open or being counted: answers that are on their way would be graded by what no
 * longer counts.
 */
function notNow(session: Session, changes: readonly RegradeChange[]): { ok: false; error: Refusal } | null {
  if (unsettledQuestion(session.phase) !== null)
    return refuse(
      "question_running",
      "A question is open or being counted. What counts can be changed once it is revealed.",
    );
  const over = questionsOver(session);
  const ahead = changes.find(({ questionIndex }) => questionIndex >= over);
  if (!ahead) return null;
  const place = ahead.questionIndex + 1;
  return ahead.questionIndex >= session.quiz.questions.length
    ? refuse("bad_request", `There is no question ${place}: the quiz has ${session.quiz.questions.length}.`)
    : refuse("command_not_possible", `Question ${place} has not been asked, so there is nothing to regrade.`);
}

/** How every answer of a session counts by what it says now: the same as when it was given. */
function recounted(
  next: Session,
  listsWith: Surroundings["listsWith"] | undefined,
  earned: Earned,
): Pick<Rewrite, "needsResponses" | "recompute" | "recount"> {
  const { quiz, voided, settings } = next;
  const around = surroundingsOf(quiz, listsWith);
  const needsResponses = quiz.questions.flatMap((question, index) =>
    kindOf(question).settle?.(question, []) && !voided.includes(index) ? [index] : [],
  );
  const running = runningPhase(next.phase);
  const reveal = running.name === "reveal" && running.result !== null ? running : null;
  return {
    needsResponses,
    recompute(responses) {
      const decide = new Map<number, (response: Response) => Grade>();
      for (const index of needsResponses) {
        const question = quiz.questions[index];
        const settled = question && kindOf(question).settle?.(question, responses.get(index) ?? []);
        if (settled) decide.set(index, settled);
      }
      const inTeams = teamSettingsOf(settings) !== null;
      return (answers) => {
        const counted = recomputeAnswers({
          quiz,
          voided,
          around,
          profile: settings.profile,
          answers: answers.map(({ questionIndex, response, elapsedMs }) => ({
            questionIndex,
            response,
            elapsedMs,
            settledGrade: decide.get(questionIndex)?.(response),
          })),
        });
        if (inTeams)
          for (const { playerId, questionIndex, points } of answers) {
            earned.before.push({ playerId, questionIndex, points });
            const now = counted.outcomes.get(questionIndex)?.points ?? points;
            earned.after.push({ playerId, questionIndex, points: now });
          }
        return counted;
      };
    },
    recount: reveal && {
      index: reveal.index,
      result: (rows) => resultOf(next, reveal.index, rows),
      withResult(session, result) {
        const { phase } = session;
        const counted = { ...reveal, result };
        return { ...session, phase: phase.name === "paused" ? { ...phase, phase: counted } : counted };
      },
    },
  };
}

/** What each answer earned, for the teams' board; kept only where there are teams. */
interface Earned {
  before: { playerId: string; questionIndex: number; points: number }[];
  after: { playerId: string; questionIndex: number; points: number }[];
}

function outcomeOf(
  { before, session, regrade, players }: Rewritten,
  earned: Earned,
  mode: "apply" | "preview",
): RegradeOutcome {
  const was = rankedBy(players.map((player) => player.before));
  const is = rankedBy(players.map((player) => player.after));
  const earlier = new Map(was.map((standing) => [standing.playerId, standing]));
  return {
    id: mode === "apply" ? regrade.id : null,
    version: mode === "apply" ? session.version : before.version,
    before: was,
    after: is,
    ...teamsOf(session, players, earned),
    moved: is.flatMap(({ playerId, name, rank, score }) => {
      const from = earlier.get(playerId);
      if (!from || (from.rank === rank && from.score === score)) return [];
      return [{ playerId, name, rank: [from.rank, rank], score: [from.score, score] }];
    }),
  };
}

function rankedBy(players: readonly Player[]): Standing[] {
  return standingsOf(players.map((player) => ({ ...player, packed: packScore(player) })).sort(compareRows));
}

function teamsOf(
  { settings, teams }: Session,
  players: Rewritten["players"],
  earned: Earned,
): Pick<RegradeOutcome, "teams"> {
  const chosen = teamSettingsOf(settings);
  if (!chosen) return {};
  const members = countMembers(players.map((player) => player.before));
  const teamOf = new Map(players.map((player) => [player.before.playerId, player.before.teamId]));
  const standings = (answers: Earned["before"]) =>
    teamStandings({ teams, members, sums: teamSums(answers, teamOf), scoring: chosen.score });
  return { teams: { before: standings(earned.before), after: standings(earned.after) } };
}
