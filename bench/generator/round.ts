import type { RoundRecord } from "./protocol.ts";

/** What this process sees of one question, kept in flat arrays: one place per player, NaN for "not yet". */
export interface Round {
  record: RoundRecord;
  /** By room: by number of answers on a board, when each player first saw such a board. */
  boards: Map<number, Float64Array>[];
  boardsComplete: number;
  sent: number;
  acked: number;
  refused: number;
  told: number;
}

export function newRound(rooms: readonly { pin: string; players: readonly unknown[] }[]): Round {
  const players = rooms.reduce((sum, room) => sum + room.players.length, 0);
  const never = () => new Float64Array(players).fill(Number.NaN);
  return {
    record: {
      rooms: rooms.map((room) => ({
        pin: room.pin,
        players: room.players.length,
        opensAtMs: Number.NaN,
        boards: [],
      })),
      dueAtMs: never(),
      sentAtMs: never(),
      ackedAtMs: never(),
      choices: new Int8Array(players).fill(-1),
      scores: new Int32Array(players).fill(-1),
      playerIds: [],
      viewAtMs: never(),
      revealAtMs: never(),
      youAtMs: never(),
      refusals: {},
    },
    boards: rooms.map(() => new Map()),
    boardsComplete: 0,
    sent: 0,
    acked: 0,
    refused: 0,
    told: 0,
  };
}

export function finishedRecord({ record, boards }: Round, playerIds: readonly string[]): RoundRecord {
  boards.forEach((ofRoom, room) => {
    const list = [...ofRoom].map(([answered, seenAtMs]) => ({ answered, seenAtMs }));
    (record.rooms[room] as { boards: typeof list }).boards = list.sort((a, b) => a.answered - b.answered);
  });
  return { ...record, playerIds: [...playerIds] };
}
