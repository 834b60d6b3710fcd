import { setTimeout as sleep } from "node:timers/promises";
import type { RoundRecord } from "../generator/protocol.ts";
import { instantMs } from "../measure/instant.ts";
import { type CpuSeconds, cpuBetween, cpuSeconds } from "../measure/processes.ts";
import type { Room } from "../stage/subject.ts";
import { type Act, allPids } from "./scenario.ts";
import { forEachOf, until } from "./waiting.ts";

/** What one question in all rooms cost, and what the generators saw of it. */
export interface Played {
  questionIndex: number;
  records: RoundRecord[];
  /** From the announcement to the last board with all answers at the last socket. */
  answering: CpuSeconds;
  /** From the close to the last personal line; null where there is no reveal. */
  revealing: CpuSeconds | null;
  /** From the word to close until the last personal line, in milliseconds; NaN where there is none. */
  closingMs: number;
  frames: number;
  bytes: number;
  /** The same until the last personal line. */
  bytesInAll: number;
  sent: number;
  acked: number;
  refused: number;
}

/** Rooms told to go on at the same time; a host has only one. */
const COMMANDS_AT_ONCE = 16;
const REST_WITHIN_MS = 60_000;
const REVEAL_WITHIN_MS = 20_000;

export async function playQuestion(act: Act, rooms: readonly Room[], questionIndex: number): Promise<Played> {
  const { fleet, players, door } = act;
  const spreadMs = act.seconds * 1_000;
  await fleet.round({ do: "round", spreadMs, door });
  const framesBefore = fleet.progress();
  const atAnnouncement = cpuSeconds(allPids(act));
  act.doing(`question ${questionIndex + 1}`);
  await act.span("answering", async () => {
    const opensAtMs = await forEachOf(rooms, COMMANDS_AT_ONCE, (room) => room.open());
    await sleep(Math.max(0, Math.max(...opensAtMs) - Date.now()));
    const complete = await until(() => {
      const { acked, refused, boardsComplete } = fleet.progress();
      return acked + refused >= players && (boardsComplete >= players || refused > 0);
    }, spreadMs + REST_WITHIN_MS);
    if (!complete) act.note(`question ${questionIndex + 1}: not every ack and board came in time`);
  });
  const afterAnswers = cpuSeconds(allPids(act));
  const framesAfter = fleet.progress();
  const closedAtMs = instantMs();
  const revealing = await reveal(act, rooms);
  const records = await fleet.collect();
  const { sent, acked, refused, bytes } = fleet.progress();
  return {
    questionIndex,
    records,
    answering: cpuBetween(atAnnouncement, afterAnswers),
    revealing,
    closingMs: lastLineAtMs(records) - closedAtMs,
    frames: framesAfter.frames - framesBefore.frames,
    bytes: framesAfter.bytes - framesBefore.bytes,
    bytesInAll: bytes - framesBefore.bytes,
    sent,
    acked,
    refused,
  };
}

async function reveal(act: Act, rooms: readonly Room[]): Promise<CpuSeconds | null> {
  const closers = rooms.flatMap((room) => (room.reveal ? [room.reveal] : []));
  if (closers.length === 0) return null;
  const before = cpuSeconds(allPids(act));
  act.doing("reveal");
  await act.span("revealing", async () => {
    await forEachOf(closers, COMMANDS_AT_ONCE, (close) => close());
    const told = await until(() => act.fleet.progress().told >= act.players, REVEAL_WITHIN_MS);
    if (!told) act.note("not everybody's own line came in time");
  });
  return cpuBetween(before, cpuSeconds(allPids(act)));
}

/** NaN without any. */
function lastLineAtMs(records: readonly RoundRecord[]): number {
  let last = Number.NaN;
  for (const { youAtMs } of records)
    for (const atMs of youAtMs) if (Number.isNaN(last) || atMs > last) last = atMs;
  return last;
}
