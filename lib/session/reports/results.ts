import { packScore } from "../../leaderboard/packed-score.ts";
import { compareRows, competitionRanks } from "../../leaderboard/ranking.ts";
import { canEarn } from "../../points/scored-indexes.ts";
import type { AnswerKey, Bar, PublicDetails, ResponseCount } from "../../quiz/kind.ts";
import { type KindName, kindOf } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import { judgedBars } from "../../quiz/moderation.ts";
import type { Response } from "../../quiz/response.ts";
import type { StoredAnswer } from "../answer-store.ts";
import { questionsAsked } from "../phases/questions-asked.ts";
import type { Player } from "../player-store.ts";
import type { Session } from "../session.ts";

/** What a session came to, computed from the stored rows alone. */
export interface Results {
  sessionId: string;
  title: string;
  pin: string;
  createdAtMs: number;
  startedAtMs: number | null;
  players: PlayerResult[];
  questions: QuestionResults[];
}

export interface PlayerResult {
  rank: number;
  playerId: string;
  name: string;
  score: number;
  correct: number;
  answered: number;
  correctTimeMs: number;
  /** One per question of the quiz, null where none was stored. */
  answers: (AnswerResult | null)[];
}

export interface AnswerResult {
  response: Response;
  correct: boolean | null;
  points: number;
  elapsedMs: number;
}

export interface QuestionResults {
  index: number;
  kind: KindName;
  prompt: string;
  /** Its texts have no marks. */
  plainText?: true;
  /** Options as the room saw them. */
  options: string[];
  /** What items may belong to, as the room saw it. */
  groups?: string[];
  /** Its right answer; null where nothing is right or wrong. */
  key: AnswerKey | null;
  /** 1 or 2; 0 for what earns none, polls among them. */
  points: number;
  /** The closest number wins: few can be right, however good the answers are. */
  closest?: true;
  /** False if the session has not come to it, or ended before. */
  asked: boolean;
  voided: boolean;
  answered: number;
  correct: number | null;
  /** Mean fair time of all answers, in milliseconds; null without answers. */
  meanTimeMs: number | null;
  bars: Bar[];
}

/** Removed players and their answers are left out. */
export function resultsOf(
  session: Session,
  players: readonly Player[],
  answers: readonly StoredAnswer[],
): Results {
  const active = players.filter((player) => player.removedAtMs === null);
  const known = new Set(active.map((player) => player.playerId));
  const counted = answers.filter((answer) => known.has(answer.playerId));
  const byPlayer = groupBy(counted, (a) => a.playerId);
  const byQuestion = groupBy(counted, (a) => a.questionIndex);
  return {
    sessionId: session.id,
    title: session.quiz.title,
    pin: session.pin,
    createdAtMs: session.createdAtMs,
    startedAtMs: session.startedAtMs,
    players: ranked(active).map(({ rank, player }) => {
      const own = new Map(
        (byPlayer.get(player.playerId) ?? []).map((answer) => [answer.questionIndex, answer]),
      );
      return {
        rank,
        playerId: player.playerId,
        name: player.name,
        score: player.score,
        correct: player.correctCount,
        answered: player.answeredCount,
        correctTimeMs: player.correctTimeMs,
        answers: session.quiz.questions.map((_, index) => answerResult(own.get(index))),
      };
    }),
    questions: session.quiz.questions.map((_, index) =>
      questionResults(session, index, byQuestion.get(index) ?? []),
    ),
  };
}

function ranked(players: readonly Player[]): { rank: number; player: Player }[] {
  const rows = players.map((player) => ({ player, ...player, packed: packScore(player) })).sort(compareRows);
  return competitionRanks(rows).map((rank, i) => ({
    rank,
    player: (rows[i] as (typeof rows)[number]).player,
  }));
}

function answerResult(answer: StoredAnswer | undefined): AnswerResult | null {
  if (!answer) return null;
  const { response, correct, points, elapsedMs } = answer;
  return { response, correct, points, elapsedMs };
}

function questionResults(session: Session, index: number, answers: readonly StoredAnswer[]): QuestionResults {
  const question = session.quiz.questions[index];
  if (!question) throw new RangeError(`The quiz has no question ${index}.`);
  const kind = kindOf(question);
  const { groups, closest }: PublicDetails = kind.details?.(question) ?? {};
  const voided = session.voided.includes(index);
  const rows = answers.map(({ response, correct }) => ({ response, count: 1, correct: Number(correct) }));
  const totalMs = answers.reduce((sum, answer) => sum + answer.elapsedMs, 0);
  return {
    index,
    kind: question.kind,
    prompt: question.prompt,
    ...(question.plainText ? { plainText: true as const } : {}),
    options: kind.options(question).map(optionName),
    ...(groups ? { groups: groups.map(({ text }) => text) } : {}),
    key: kind.key(question),
    points: canEarn(question) ? question.points : 0,
    ...(closest ? { closest } : {}),
    asked: index < questionsAsked(session),
    voided,
    answered: answers.length,
    correct: kind.scored && !voided ? answers.filter((answer) => answer.correct === true).length : null,
    meanTimeMs: answers.length === 0 ? null : Math.round(totalMs / answers.length),
    bars: judgedBars(question, kind.bars(question, grouped(rows)), session.moderation[index]),
  };
}

/** Equal responses once, with their counts. */
function grouped(rows: readonly Required<ResponseCount>[]) {
  const byText = new Map<string, Required<ResponseCount>>();
  for (const { response, count, correct } of rows) {
    const key = JSON.stringify(response);
    const row = byText.get(key);
    if (!row) byText.set(key, { response, count, correct });
    else {
      row.count += count;
      row.correct += correct;
    }
  }
  return [...byText.values()];
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
