import type { RoundRecord } from "../generator/protocol.ts";

/** What a round looked like from the players' side, in milliseconds; one sample per player unless said otherwise. */
export interface RoundSamples {
  ack: number[];
  /** From a player's own ack to the first board at the same player that counts the answer. */
  boardSeen: number[];
  /** Arrival of the question, after its first arrival in the room. */
  openingSkew: number[];
  /** How many players got the question only after it had opened. */
  openedLate: number;
  /** One per room: from the first sight of the reveal to the last personal line. */
  reveal: number[];
  /** How long after its instant an answer was sent: the generator's own slowness. */
  late: number[];
}

export function samplesOf(records: readonly RoundRecord[]): RoundSamples {
  const samples: RoundSamples = {
    ack: [],
    boardSeen: [],
    openingSkew: [],
    openedLate: 0,
    reveal: [],
    late: [],
  };
  for (const record of records) {
    record.sentAtMs.forEach((sentAtMs, i) => {
      push(samples.late, sentAtMs - at(record.dueAtMs, i));
      push(samples.ack, at(record.ackedAtMs, i) - sentAtMs);
    });
  }
  for (const parts of partsByRoom(records).values()) {
    const views = parts.flatMap((part) => known(part.slice(part.record.viewAtMs)));
    const firstViewAtMs = smallest(views);
    for (const atMs of views) push(samples.openingSkew, atMs - firstViewAtMs);
    const opensAtMs = parts[0]?.opensAtMs ?? Number.NaN;
    samples.openedLate += views.filter((atMs) => atMs > opensAtMs).length;
    const reveals = parts.flatMap((part) => known(part.slice(part.record.revealAtMs)));
    const lines = parts.flatMap((part) => known(part.slice(part.record.youAtMs)));
    if (lines.length > 0) samples.reveal.push(-smallest(lines.map((atMs) => -atMs)) - smallest(reveals));
    pushBoardSeen(samples.boardSeen, parts);
  }
  return samples;
}

/** One process's share of a room. */
interface Part {
  record: RoundRecord;
  boards: RoundRecord["rooms"][number]["boards"];
  opensAtMs: number;
  slice(values: Float64Array): Float64Array;
}

function partsByRoom(records: readonly RoundRecord[]): Map<string, Part[]> {
  const byRoom = new Map<string, Part[]>();
  for (const record of records) {
    let from = 0;
    for (const { pin, players, boards, opensAtMs } of record.rooms) {
      const start = from;
      const part: Part = {
        record,
        boards,
        opensAtMs,
        slice: (values) => values.subarray(start, start + players),
      };
      byRoom.set(pin, [...(byRoom.get(pin) ?? []), part]);
      from += players;
    }
  }
  return byRoom;
}

/**
 * Answers are counted in the order of their acks, so a player whose ack was the k-th of the room is on the first board
 * that counts k answers.
 */
function pushBoardSeen(into: number[], parts: readonly Part[]): void {
  const acks = Float64Array.from(parts.flatMap((part) => known(part.slice(part.record.ackedAtMs)))).sort();
  for (const { record, boards, slice } of parts) {
    slice(record.ackedAtMs).forEach((ackedAtMs, seat) => {
      if (Number.isNaN(ackedAtMs)) return;
      const place = countUpTo(acks, ackedAtMs);
      const board = boards.find(
        ({ answered, seenAtMs }) => answered >= place && !Number.isNaN(seenAtMs[seat]),
      );
      if (board) into.push(Math.max(0, at(board.seenAtMs, seat) - ackedAtMs));
    });
  }
}

/** How many of the sorted values are not above the limit. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(sorted, middle) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function known(values: Float64Array): number[] {
  return [...values].filter((value) => !Number.isNaN(value));
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? Number.NaN;
}

function push(into: number[], value: number): void {
  if (!Number.isNaN(value)) into.push(value);
}
