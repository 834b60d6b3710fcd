import { ReadableStream } from "node:stream/web";
import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { hasRecord, type RecordSources, receiptOf, recordLines } from "../../record/write-record.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { call } from "../call.ts";
import { attachment } from "../files/attachment.ts";
import { operations } from "../operations.ts";
import { rootOf } from "./record-roots.ts";
import { downloadName } from "./results-files.ts";
import { ownPlayedSession, playerByPin } from "./session-access.ts";

export const getRecord = call(operations.getRecord, async ({ runtime, account, params }) => {
  const live = await ownPlayedSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { session } = live.value;
  if (!hasRecord(session)) return notYet();
  const name = downloadName({ ...session, title: session.quiz.title });
  return new Response(ReadableStream.from(bytesOf(recordLines(sourcesOf(runtime), session))) as never, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": attachment(`${name}, record`, ".ndjson"),
      "cache-control": "no-store",
    },
  });
});

export const getMyReceipt = call(operations.getMyReceipt, async ({ runtime, request, params }) => {
  const player = await playerByPin(runtime, request, params.pin);
  if (!player.ok) return player;
  const { live, playerId } = player.value;
  if (!hasRecord(live.session)) return notYet();
  const row = await runtime.players.get(live.session.id, playerId);
  if (!row || row.removedAtMs !== null) return refuse("player_removed");
  const sources = sourcesOf(runtime);
  return ok(await receiptOf(sources, live.session, row, await rootOf(sources, live.session)));
});

function sourcesOf({ sessions, players, answers, regrading }: Runtime): RecordSources {
  return { sessions, players, answers, regrades: regrading };
}

function notYet() {
  return refuse("command_not_possible", "The record is available once the winners have been announced.");
}

/** Several lines at a time: a chunk for each would cost more than the line. */
async function* bytesOf(lines: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = "";
  for await (const line of lines) {
    waiting += line;
    if (waiting.length < CHUNK) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  if (waiting !== "") yield encoder.encode(waiting);
}

const CHUNK = 64 * 1024;
