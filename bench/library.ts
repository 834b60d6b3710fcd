/**
 * What a host's library costs the server: `npm run bench:library`. Fills 10,000 quizzes of 20 questions each into a private
 * Postgres, then times pages and searches as the desk and `GET /quizzes` ask for them. Fails above 200 ms (medians).
 *
 *   --quizzes N    how many (10,000)
 *   --seconds N    the measuring ends after so long, with fewer rounds (60)
 */
import { parseArgs } from "node:util";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { postgresLibraryStore } from "#lib/postgres/quizzes/library-store.ts";
import { createDatabase, startPostgres } from "#tests/support/programs/postgres.ts";
import { askedOf } from "./library/asked.ts";
import { fillLibrary } from "./library/fill.ts";
import { printTable } from "./report/print.ts";

const TARGET_MS = 200;
const ROUNDS = 20;

const { values } = parseArgs({
  options: { quizzes: { type: "string", default: "10000" }, seconds: { type: "string", default: "60" } },
});
const [quizzes, seconds] = [Number(values.quizzes), Number(values.seconds)];
if (!Number.isInteger(quizzes) || quizzes < 100 || !(seconds > 0)) {
  console.error("--quizzes takes a whole number from 100 on, --seconds a number above 0.");
  process.exit(1);
}

const postgres = await startPostgres();
try {
  const url = await createDatabase(postgres.url);
  await migrate(url);
  const { db, close } = await connectPostgres({ url, poolSize: 8 });
  try {
    const accountId = await timed(`filling ${quizzes} quizzes`, () => fillLibrary(db, quizzes));
    const library = postgresLibraryStore(db);
    await timed("reading them for the search", () => library.readUnread());
    await db.$client`vacuum analyze quizzes`;
    const endsAtMs = performance.now() + seconds * 1_000;
    const rows: string[][] = [["asked for", "found", "median ms", "most ms", "rounds"]];
    let slow = 0;
    for (const [name, ask] of askedOf(library, accountId)) {
      const tookMs: number[] = [];
      let found = 0;
      do {
        const startedAtMs = performance.now();
        found = await ask();
        tookMs.push(performance.now() - startedAtMs);
      } while (tookMs.length < ROUNDS && performance.now() < endsAtMs);
      const sorted = tookMs.toSorted((a, b) => a - b);
      const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
      if (median > TARGET_MS) slow += 1;
      rows.push([
        name,
        String(found),
        median.toFixed(1),
        (sorted.at(-1) ?? 0).toFixed(1),
        String(tookMs.length),
      ]);
    }
    printTable(rows);
    if (slow > 0) {
      console.error(`${slow} of these took longer than ${TARGET_MS} ms.`);
      process.exitCode = 1;
    }
  } finally {
    await close();
  }
} finally {
  await postgres.stop();
}

async function timed<T>(doing: string, work: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  const done = await work();
  console.log(`${doing}: ${((performance.now() - startedAtMs) / 1_000).toFixed(1)} s`);
  return done;
}
