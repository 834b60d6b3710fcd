import { verifyRecord } from "#lib/record/verify-record.ts";
import { hasRecord, recordLines } from "#lib/record/write-record.ts";
import { memoryStores } from "#tests/support/memory-stores.ts";
import { truth, type World } from "./world.ts";

/** The record of the game, verified by itself (docs/SPEC.md REC1). */
export async function recordProblems(world: World): Promise<string[]> {
  const session = truth(world);
  if (!hasRecord(session)) return [];
  const stores = memoryStores(world.database, {
    call: async (work) => work(),
    untilCommit: async () => true,
  });
  const lines: string[] = [];
  for await (const line of recordLines(stores, session)) lines.push(line.trimEnd());
  const { problems } = await verifyRecord(lines);
  return problems.map(({ entry, problem }) => `entry ${entry} of the record: ${problem}`);
}
