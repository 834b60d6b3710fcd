import type { PlayerTotals } from "../../points/totals.ts";
import type {
  AnswerToCommit,
  CommitOutcome,
  CommitRules,
  ScoredPlayer,
  StoredAnswer,
} from "../../session/answer-store.ts";
import type { Player } from "../../session/player-store.ts";

/** The facts on which a group of answers is decided; `players` and `firsts` have a place for each answer of the group. */
export interface AnswerFacts<P extends Player = Player> {
  /** The same object wherever it is the same player. */
  players: (P | undefined)[];
  /** The earlier answer of the player to this question. */
  firsts: (StoredAnswer | undefined)[];
  /** By session. */
  phases: Map<string, unknown>;
  /** All answers of a player; left out while it is not known whether they are needed. */
  answersOf?(player: P): readonly StoredAnswer[];
}

export interface Decided<P extends Player = Player> {
  outcomes: CommitOutcome[];
  added: Added<P>[];
  /** Players who change an answer; decided only on facts with all of their answers. */
  changing: P[];
}

/** An answer to be stored, and its player with the totals to be written. */
export interface Added<P extends Player = Player> {
  answer: StoredAnswer;
  /** As it was before. */
  player: P;
  after: ScoredPlayer;
  /** The answer that it takes the place of. */
  replaces?: StoredAnswer;
}

/** One outcome per pending answer, in order; each sees the totals and the answers that those before it left. */
export function decideAnswers<P extends Player>(
  group: readonly AnswerToCommit[],
  rules: CommitRules,
  { players, firsts, phases, answersOf }: AnswerFacts<P>,
): Decided<P> {
  const added: Added<P>[] = [];
  const changing: P[] = [];
  /** The last addition for each player. */
  const lastOf = new Map<P, Added<P>>();

  const outcomes = group.map((pending, i): CommitOutcome => {
    const player = players[i];
    if (!player) return { stored: false, code: "not_joined" };
    if (player.removedAtMs !== null) return { stored: false, code: "player_removed" };
    const before = lastOf.get(player);
    const totalsBefore = before?.after ?? player;
    const first = (before && addedBefore(added, player, pending.questionIndex)) ?? firsts[i];
    const replaces = first !== undefined && rules.replaces?.(pending, first) === true;
    if (first && !replaces)
      return { stored: true, repeat: true, answer: first, player: scored(player, totalsBefore) };
    const code = rules.guard(pending, phases.get(pending.sessionId));
    if (code !== null) return { stored: false, code };
    if (first && !answersOf) {
      changing.push(player);
      return { stored: true, repeat: true, answer: first, player: scored(player, totalsBefore) };
    }

    const adding: Added<P> =
      first && answersOf
        ? changed(pending, { player, first, others: othersOf(answersOf(player), added, pending) }, rules)
        : newAnswer(pending, { player, totalsBefore }, rules);
    added.push(adding);
    lastOf.set(player, adding);
    return { stored: true, repeat: false, answer: adding.answer, player: adding.after };
  });
  return { outcomes, added, changing };
}

function newAnswer<P extends Player>(
  pending: AnswerToCommit,
  { player, totalsBefore }: { player: P; totalsBefore: PlayerTotals },
  rules: CommitRules,
): Added<P> {
  const { outcome, totals } = rules.grade(pending, totalsBefore);
  return { answer: storedAnswer(pending, outcome, 0), player, after: scored(player, totals) };
}

function changed<P extends Player>(
  pending: AnswerToCommit,
  { player, first, others }: { player: P; first: StoredAnswer; others: readonly StoredAnswer[] },
  { gradeChange }: CommitRules,
): Added<P> {
  if (!gradeChange) throw new Error("Rules that let an answer replace another one say how it is graded.");
  const { outcome, totals } = gradeChange(pending, others);
  const answer = storedAnswer(pending, outcome, (first.changes ?? 0) + 1);
  return { answer, player, after: scored(player, totals), replaces: first };
}

/** The player's answers to other questions, stored or added just before. */
function othersOf<P extends Player>(
  stored: readonly StoredAnswer[],
  added: readonly Added<P>[],
  { sessionId, playerId, questionIndex }: AnswerToCommit,
): StoredAnswer[] {
  const byQuestion = new Map(stored.map((answer) => [answer.questionIndex, answer]));
  for (const { answer } of added)
    if (answer.sessionId === sessionId && answer.playerId === playerId)
      byQuestion.set(answer.questionIndex, answer);
  byQuestion.delete(questionIndex);
  return [...byQuestion.values()];
}

function addedBefore<P extends Player>(added: readonly Added<P>[], player: P, questionIndex: number) {
  return added.findLast((each) => each.player === player && each.answer.questionIndex === questionIndex)
    ?.answer;
}

// Written out: copying objects by their fields' names was a fifth of a commit's time in this process.

function storedAnswer(
  { sessionId, questionIndex, playerId, response, elapsedMs, receivedAtMs }: AnswerToCommit,
  { correct, fraction, points, streak }: ReturnType<CommitRules["grade"]>["outcome"],
  changes: number,
): StoredAnswer {
  // biome-ignore format: a row of columns
  return {
    sessionId, questionIndex, playerId, response, correct, fraction, points, streak, elapsedMs, receivedAtMs,
    changes,
  };
}

function scored({ playerId, name, seq }: Player, totals: PlayerTotals): ScoredPlayer {
  const { score, correctTimeMs, correctCount, answeredCount, streak, streakIndex } = totals;
  return { playerId, name, seq, score, correctTimeMs, correctCount, answeredCount, streak, streakIndex };
}
