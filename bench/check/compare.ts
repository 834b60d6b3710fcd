import type { ProfileName } from "#lib/points/profiles.ts";
import { recomputeAnswers } from "#lib/points/recompute.ts";
import type { PlayerTotals } from "#lib/points/totals.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import type { Response } from "#lib/quiz/response.ts";
import type { SeenAnswers, Truth } from "../stage/subject.ts";

/** A session as the database has it. */
export interface StoredRoom {
  quiz: FrozenQuiz;
  profile: ProfileName;
  voided: number[];
  players: (PlayerTotals & { playerId: string })[];
  answers: StoredRow[];
}

export interface StoredRow {
  playerId: string;
  questionIndex: number;
  response: Response;
  elapsedMs: number;
}

/** Holds what is stored against what the players were told, and stored totals against a recomputation. */
export function compare(rooms: readonly StoredRoom[], seen: readonly SeenAnswers[]): Truth {
  const truth: Truth = { stored: 0, lost: 0, doubled: 0, answersDiffering: 0, scoresDiffering: 0 };
  const acksOf = byPlayer(
    seen.flatMap(({ questionIndex, acked }) => acked.map((ack) => ({ ...ack, questionIndex }))),
  );
  for (const room of rooms) {
    const rowsOf = byPlayer(room.answers);
    truth.stored += room.answers.length;
    for (const player of room.players) {
      const found = ofPlayer(
        room,
        player,
        rowsOf.get(player.playerId) ?? [],
        acksOf.get(player.playerId) ?? [],
      );
      acksOf.delete(player.playerId);
      for (const [name, count] of Object.entries(found)) truth[name as keyof typeof found] += count;
    }
  }
  // Acknowledged to players who are not stored themselves.
  for (const acks of acksOf.values()) truth.lost += acks.length;
  return truth;
}

type Ack = SeenAnswers["acked"][number] & { questionIndex: number };

function ofPlayer(
  { quiz, profile, voided }: StoredRoom,
  totals: PlayerTotals,
  rows: readonly StoredRow[],
  acks: readonly Ack[],
): Omit<Truth, "stored"> {
  const rowOf = new Map(rows.map((row) => [row.questionIndex, row]));
  const due = recomputeAnswers({ quiz, profile, voided, answers: [...rowOf.values()] });
  const scoreAfter = (index: number) =>
    [...due.outcomes].reduce((sum, [at, { points }]) => (at <= index ? sum + points : sum), 0);
  const lost = acks.filter((ack) => !rowOf.has(ack.questionIndex)).length;
  // Stored once, and counted twice.
  const countedTwice = Math.max(0, totals.answeredCount - rowOf.size - lost);
  const toldWrong = acks.some((ack) => ack.score !== scoreAfter(ack.questionIndex));
  return {
    lost,
    doubled: rows.length - rowOf.size + countedTwice,
    answersDiffering: acks.filter(({ questionIndex, choice }) => {
      const response = rowOf.get(questionIndex)?.response;
      return response !== undefined && !("choice" in response && response.choice === choice);
    }).length,
    scoresDiffering: toldWrong || FIELDS.some((field) => totals[field] !== due.totals[field]) ? 1 : 0,
  };
}

const FIELDS = ["score", "correctTimeMs", "correctCount", "answeredCount", "streak", "streakIndex"] as const;

function byPlayer<T extends { playerId: string }>(items: readonly T[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const list = lists.get(item.playerId);
    if (list) list.push(item);
    else lists.set(item.playerId, [item]);
  }
  return lists;
}
