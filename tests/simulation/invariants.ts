import { packScore } from "#lib/leaderboard/packed-score.ts";
import { compareRows, standingsOf } from "#lib/leaderboard/ranking.ts";
import { recomputeAnswers } from "#lib/points/recompute.ts";
import { canEarn } from "#lib/points/scored-indexes.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { graceOf } from "#lib/session/phases/due.ts";
import type { Phase, QuestionPhase } from "#lib/session/phases/phase.ts";
import type { Session } from "#lib/session/session.ts";
import { teamBoard } from "#lib/session/teams/team-board.ts";
import { answerKey, playerKey, totalsOf } from "#tests/support/memory-stores.ts";
import { truth, type World } from "./world.ts";

/** What must hold once all is quiet, whatever happened before. Returns what does not. */
export async function violationsOf(world: World): Promise<string[]> {
  return [
    ...world.violations,
    ...lostAcks(world),
    ...outOfTime(world),
    ...brokenChains(world),
    ...wrongTotals(world),
    ...wrongSteps(world),
    ...hastyCloses(world),
    ...(await wrongCopies(world)),
    ...(await wrongTeams(world)),
  ];
}

/** Every acknowledged join and answer is stored, as it was acknowledged. */
function lostAcks({ database, players, sessionId }: World): string[] {
  return players.flatMap((player) => {
    const { name, playerId, acks } = player;
    if (playerId === null) return [];
    if (!database.players.has(playerKey(sessionId, playerId)))
      return [`the acknowledged join of ${name} is lost`];
    return acks.flatMap(({ questionIndex, receipt }) => {
      const stored = database.answers.get(answerKey(sessionId, questionIndex, playerId));
      if (!stored) return [`the acknowledged answer of ${name} to question ${questionIndex} is lost`];
      const kept = [stored, ...earlierOf(database, questionIndex, playerId)];
      const acknowledged = JSON.stringify(receipt.answer.response);
      const same = kept.some(({ response }) => JSON.stringify(response) === acknowledged);
      return same
        ? []
        : [`${name} was acknowledged another answer to question ${questionIndex} than is stored`];
    });
  });
}

function earlierOf({ earlier }: World["database"], questionIndex: number, playerId: string) {
  return earlier.filter((answer) => answer.questionIndex === questionIndex && answer.playerId === playerId);
}

/** What was changed is kept, each version once, and only where the host allows it. */
function brokenChains(world: World): string[] {
  const { database } = world;
  const { changeAnswers } = truth(world).settings;
  return [...database.answers.values()].flatMap(({ playerId, questionIndex, changes = 0 }) => {
    const chain = earlierOf(database, questionIndex, playerId).map(({ change }) => change);
    const whole = chain.length === changes && chain.every((change, i) => change === i);
    return whole && (changeAnswers || changes === 0)
      ? []
      : [`${playerId} changed question ${questionIndex} ${changes} times, and ${chain} is kept`];
  });
}

/** Nothing is stored that was received before the opening, in a pause, or after the close. */
function outOfTime(world: World): string[] {
  const { answers, earlier } = world.database;
  return [...answers.values(), ...earlier].flatMap(({ playerId, questionIndex, receivedAtMs }) => {
    const open = windowsOf(world, questionIndex).some(
      ({ fromMs, untilMs }) => receivedAtMs >= fromMs && receivedAtMs <= untilMs,
    );
    const lateMs = receivedAtMs - (windowsOf(world, questionIndex).at(-1)?.untilMs ?? 0);
    return open
      ? []
      : [`${playerId} has an answer to question ${questionIndex} from ${lateMs} ms after its window`];
  });
}

/** From its opening, or the resuming, to the instant at which the next version took effect, or the end of the grace. */
function windowsOf({ database: { history } }: World, index: number): { fromMs: number; untilMs: number }[] {
  return history.flatMap(({ session: { phase } }, i) => {
    if (phase.name !== "question" || phase.index !== index) return [];
    const before = history[i - 1]?.session.phase;
    const resumedAtMs =
      before?.name === "paused" && before.phase.name === "question"
        ? phase.opensAtMs - before.phase.opensAtMs + before.pausedAtMs
        : 0;
    const nextAtMs = history[i + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    return [
      {
        fromMs: Math.max(phase.opensAtMs, resumedAtMs),
        untilMs: Math.min(nextAtMs, phase.closesAtMs + graceOf(phase)),
      },
    ];
  });
}

/** Totals and outcomes are what the answers alone come to. */
function wrongTotals(world: World): string[] {
  const { database, sessionId } = world;
  const { quiz, settings, voided } = truth(world);
  const answers = [...database.answers.values()];
  const settled = settledQuestions(world);
  const decide = new Map(
    quiz.questions.map((question, index) => {
      const responses = answers.filter((a) => a.questionIndex === index).map((a) => a.response);
      const decided = settled.has(index) && !voided.includes(index);
      return [index, decided ? kindOf(question).settle?.(question, responses) : null];
    }),
  );
  return [...database.players.values()].flatMap((player) => {
    const own = answers.filter((answer) => answer.playerId === player.playerId);
    const expected = recomputeAnswers({
      quiz,
      voided,
      profile: settings.profile,
      answers: own.map(({ questionIndex, response, elapsedMs }) => ({
        questionIndex,
        response,
        elapsedMs,
        settledGrade: decide.get(questionIndex)?.(response),
      })),
    });
    const stored = database.players.get(playerKey(sessionId, player.playerId))!;
    const problems: string[] = [];
    if (JSON.stringify(totalsOf(stored)) !== JSON.stringify(expected.totals))
      problems.push(
        `${player.name} has ${JSON.stringify(totalsOf(stored))}, the answers come to ${JSON.stringify(expected.totals)}`,
      );
    for (const { questionIndex, points, correct } of own) {
      const outcome = expected.outcomes.get(questionIndex) ?? { points: 0, correct: null };
      if (outcome.points !== points || outcome.correct !== correct)
        problems.push(
          `${player.name} got ${points} (${correct}) for question ${questionIndex}, not ${outcome.points} (${outcome.correct})`,
        );
    }
    return problems;
  });
}

function settledQuestions({ database: { history } }: World): Set<number> {
  return new Set(
    history.flatMap(({ session: { phase } }) => {
      const inner = phase.name === "paused" ? phase.phase : phase;
      return inner.name === "reveal" && inner.result !== null ? [inner.index] : [];
    }),
  );
}

/** Versions count up by one and phases follow each other as the machine allows; no question is left uncounted. */
function wrongSteps({ database: { history } }: World): string[] {
  return history.slice(1).flatMap(({ session }, i) => {
    const before = history[i]!.session;
    const problems: string[] = [];
    if (session.version !== before.version + 1)
      problems.push(`version ${session.version} follows ${before.version}`);
    if (!mayFollow(before, session)) {
      problems.push(`${described(session.phase)} follows ${described(before.phase)}`);
    }
    return problems;
  });
}

function mayFollow(before: Session, after: Session): boolean {
  const [from, to] = [inner(before.phase), inner(after.phase)];
  // What counts is changed in every phase in which nothing is being decided, and moves none.
  if (before.regradings !== after.regradings) return described(before.phase) === described(after.phase);
  if (to.name === "ended") return from.name !== "ended" && !isUncounted(from);
  if (from.name === "lobby")
    return to.name === "lobby" || ((to.name === "question" || to.name === "slide") && to.index === 0);
  if (from.name === "podium") return to.name === "podium";
  if (from.name === "ended") return false;
  if (to.name === "lobby") return false;
  if (to.name === "podium") return from.name !== "question" && !isUncounted(from);
  if (from.name === to.name && from.index === to.index) return true;
  const asked = after.quiz.questions[to.index];
  if (to.name === "standings" && (!asked || !canEarn(asked))) return false;
  // Where a question may follow, a slide may.
  const shown = to.name === "slide" ? "question" : to.name;
  const step = `${from.name} ${shown} ${to.index - from.index}`;
  return (
    [
      ...["question reveal 0", "reveal standings 0", "standings question 1", "reveal question 1"],
      "slide question 1",
    ].includes(step) && !isUncounted(from)
  );
}

function isUncounted(phase: ReturnType<typeof inner>): boolean {
  return phase.name === "reveal" && phase.result === null;
}

/** Every node's teams' board is what the stored answers come to, worked out player by player. */
async function wrongTeams(world: World): Promise<string[]> {
  if (!world.teams) return [];
  const { database, nodes, sessionId } = world;
  const { settings, teams, quiz } = truth(world);
  const present = [...database.players.values()].filter((player) => player.removedAtMs === null);
  const expected = teams.map(({ teamId }) => {
    const members = present.filter((player) => player.teamId === teamId);
    const score = quiz.questions.reduce((total, _, index) => {
      const points = members.flatMap(({ playerId }) => {
        const answer = database.answers.get(answerKey(sessionId, index, playerId));
        return answer ? [answer.points] : [];
      });
      const sum = points.reduce((a, b) => a + b, 0);
      return total + (settings.teams?.score === "sum" ? sum : points.length > 0 ? sum / points.length : 0);
    }, 0);
    return `${teamId}: ${Math.round(score)} of ${members.length}`;
  });
  const problems = present.flatMap(({ name, teamId }) =>
    teams.some((team) => team.teamId === teamId) ? [] : [`${name} is in no team`],
  );
  for (const node of nodes) {
    const live = await node.live.open(sessionId);
    const board = live ? await teamBoard(node.stores, live) : null;
    const shown = board?.map(({ teamId, score, members }) => `${teamId}: ${score} of ${members}`);
    if (shown?.sort().join(", ") !== expected.sort().join(", "))
      problems.push(`the teams' board shows ${shown?.join(", ")}, not ${expected.join(", ")}`);
  }
  return problems;
}

function inner(phase: Phase) {
  return phase.name === "paused" ? phase.phase : phase;
}

function described(phase: Phase): string {
  const it = inner(phase);
  const paused = phase.name === "paused" ? "paused " : "";
  return paused + it.name + ("index" in it ? ` ${it.index}` : "") + (isUncounted(it) ? ", not counted," : "");
}

/** A question that closed by itself before its time had the answers of all who were connected all along. */
function hastyCloses(world: World): string[] {
  const { history, answers } = world.database;
  return history.slice(1).flatMap(({ session, atMs }, i) => {
    const before = history[i]!.session.phase;
    const { phase } = session;
    if (before.name !== "question" || phase.name !== "reveal") return [];
    if (phase.closedAtMs >= before.closesAtMs + graceOf(before)) return [];
    if (world.hostCommands.some((c) => c.fromMs <= atMs && c.untilMs >= phase.closedAtMs)) return [];
    if (session.settings.changeAnswers)
      return [`question ${before.index} closed early though its answers could still be changed`];
    return world.players.flatMap(({ name, playerId, connectedSinceMs, kicked }) => {
      if (playerId === null || connectedSinceMs === null || kicked) return [];
      if (
        connectedSinceMs > before.opensAtMs ||
        answers.has(answerKey(world.sessionId, before.index, playerId))
      )
        return [];
      return [
        `question ${before.index} closed early without ${name}, ${early(before, phase.closedAtMs)} ms early`,
      ];
    });
  });
}

function early(phase: QuestionPhase, closedAtMs: number): number {
  return phase.closesAtMs - closedAtMs;
}

/** Boards and the nodes' copies show the truth. */
async function wrongCopies(world: World): Promise<string[]> {
  const { database, sessionId, nodes } = world;
  const active = [...database.players.values()].filter((player) => player.removedAtMs === null);
  const rows = active.map((player) => ({ ...player, packed: packScore(player) })).sort(compareRows);
  const expected = JSON.stringify(standingsOf(rows));
  const problems: string[] = [];
  for (const node of nodes) {
    const board = JSON.stringify(await node.leaderboard.all(sessionId));
    if (board !== expected) problems.push(`a board shows ${board}, not ${expected}`);
    const live = node.live.peek(sessionId);
    if (!live) continue;
    if (live.session.version !== truth(world).version)
      problems.push(`a node believes in version ${live.session.version} of ${truth(world).version}`);
    const roster = [...live.roster.keys()].sort().join(" ");
    if (
      roster !==
      active
        .map((player) => player.playerId)
        .sort()
        .join(" ")
    )
      problems.push(`a node's roster has ${live.roster.size} of ${active.length} players, or others`);
  }
  return problems;
}
