import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { profileNames } from "#lib/points/profiles.ts";
import { canonicalJson } from "#lib/record/canonical-json.ts";
import { hashOf, lineOf, NO_HASH } from "#lib/record/chain.ts";
import { fileLines } from "#lib/record/file-lines.ts";
import { verifyReceipt, verifyRecord } from "#lib/record/verify-record.ts";
import { receiptOf, recordLines, recordRoot } from "#lib/record/write-record.ts";
import { HOST, played, SESSION } from "../played-session.ts";
import { anyQuiz } from "../quiz/arbitraries.ts";

const anyGame = fc.record({
  quiz: anyQuiz,
  seed: fc.nat(),
  profile: fc.constantFrom(...profileNames),
  skipped: fc.nat(3),
});
type Game = ReturnType<typeof played>;

const sessionOf = ({ database }: Game) => database.sessions.get(SESSION)!.session;

async function recordOf(game: Game): Promise<Buffer> {
  const lines: string[] = [];
  for await (const line of recordLines(game.stores, sessionOf(game))) lines.push(line);
  return Buffer.from(lines.join(""));
}

const verified = (record: Uint8Array) => verifyRecord(fileLines([record]));

/** The entries of a record changed, and its chain made anew: only what it says can tell. */
function rewritten(record: Buffer, change: (entry: Record<string, unknown>) => unknown): Buffer {
  let hash = NO_HASH;
  const lines = record
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => {
      const { entry } = JSON.parse(line);
      const changed = change(entry) ?? entry;
      hash = hashOf(hash, changed);
      return lineOf(changed, hash);
    });
  return Buffer.from(`${lines.join("\n")}\n`);
}

describe("a session's record", () => {
  test("[REC1] [REC2] holds by itself, with regrades and their undoing, and its standings are the session's", async () => {
    await fc.assert(
      fc.asyncProperty(anyGame, async ({ quiz, seed, profile, skipped }) => {
        const game = played(quiz, seed, profile, skipped < quiz.questions.length ? [skipped] : []);
        const root = await recordRoot(game.stores, sessionOf(game));
        const draw = seededRandom(seed);
        for (let i = 0; i < 3; i++) {
          const questionIndex = Math.floor(draw() * quiz.questions.length);
          const change = draw() < 0.5 ? { void: draw() < 0.5 } : { points: 2 as const };
          const other = draw() < 0.3 ? "accuracy" : null;
          const done = await game.regrading.regrade(SESSION, {
            changes: [{ questionIndex, ...change }],
            profile: other,
            reason: "Why",
            by: HOST,
            preview: false,
          });
          if (done.ok && draw() < 0.4) await game.regrading.undo(SESSION, done.value.id!, HOST);
        }
        const verdict = await verified(await recordOf(game));
        expect(verdict.problems).toEqual([]);
        expect(verdict.root).toBe(root);
        expect(verdict.standings.map(({ name, score }) => [name, score]).sort()).toEqual(
          game.scores().sort(),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("[REC3] whichever byte of a record is changed, it is found, and named by its entry", async () => {
    await fc.assert(
      fc.asyncProperty(anyGame, fc.nat(), fc.nat(7), async ({ quiz, seed, profile }, where, bit) => {
        const record = await recordOf(played(quiz, seed, profile, [], 2));
        const at = where % record.length;
        const flipped = Buffer.from(record);
        flipped[at] = flipped[at]! ^ (1 << bit);
        const { problems } = await verified(flipped);
        expect(problems).toHaveLength(1);
        const line = record.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
        // Of a line's end that is gone, the next entry tells; of what is no UTF-8, the piece that it came in.
        expect(problems[0]!.entry).toBeLessThanOrEqual(line + 1);
      }),
      { numRuns: 1_000 },
    );
  });

  test("[REC3] lines that are missing, doubled, moved or cut off are found", async () => {
    const game = played(QUIZ, 11, "classic");
    const lines = (await recordOf(game)).toString().trimEnd().split("\n");
    const read = async (some: string[]) => (await verified(Buffer.from(`${some.join("\n")}\n`))).problems;
    expect(await read(lines)).toEqual([]);
    for (let i = 0; i < lines.length; i++) {
      expect(await read(lines.toSpliced(i, 1))).not.toEqual([]);
      expect(await read(lines.toSpliced(i, 0, lines[i]!))).not.toEqual([]);
      expect(await read(lines.slice(0, i))).not.toEqual([]);
    }
    expect(await read([...lines, lines.at(-1)!])).toMatchObject([{ entry: lines.length + 1 }]);
    expect((await verified(Buffer.from(lines.join("\n")))).problems).toMatchObject([{ entry: lines.length }]);
    expect((await verified(Buffer.alloc(0))).problems).toMatchObject([{ entry: 1 }]);
  });

  test("[REC2] a chain made anew over another score, answer, place or time does not help", async () => {
    const record = await recordOf(played(QUIZ, 12, "classic"));
    const problems = async (change: (entry: Record<string, unknown>) => unknown) =>
      (await verified(rewritten(record, change))).problems;
    const of = (type: string, fields: object) => (entry: Record<string, unknown>) =>
      entry.type === type ? { ...entry, ...fields } : entry;
    expect(await problems((entry) => entry)).toEqual([]);
    expect(await problems(of("total", { score: 99_999 }))).not.toEqual([]);
    expect(await problems(of("total", { rank: 7 }))).not.toEqual([]);
    expect(await problems(of("answer", { elapsedMs: 200 }))).not.toEqual([]);
    expect(await problems(of("answer", { receivedAtMs: 99_999_999 }))).not.toEqual([]);
    expect(await problems(of("answer", { playerId: "player 1" }))).not.toEqual([]);
    expect(await problems(of("played", { answers: 1 }))).not.toEqual([]);
    expect(await problems(of("session", { profile: "linear" }))).not.toEqual([]);
    expect(await problems(of("join", { playerId: "somebody" }))).not.toEqual([]);
    expect(await problems(of("step", { type: "nonsense" }))).not.toEqual([]);
  });

  test("[REC4] a receipt fits the record it was taken of, also after a regrade; one that was changed does not", async () => {
    const game = played(QUIZ, 13, "classic");
    const session = sessionOf(game);
    const player = game.database.players.values().next().value!;
    const root = await recordRoot(game.stores, session);
    const receipt = await receiptOf(game.stores, session, player, root);
    await game.regrading.regrade(SESSION, {
      changes: [{ questionIndex: 0, void: true }],
      profile: null,
      reason: "Why",
      by: HOST,
      preview: false,
    });
    const { read } = await verified(await recordOf(game));
    expect(verifyReceipt(read!, receipt)).toEqual([]);
    const [first, ...rest] = receipt.answers;
    expect(verifyReceipt(read!, { ...receipt, sessionId: "other" })).toHaveLength(1);
    expect(verifyReceipt(read!, { ...receipt, playerId: "nobody" })).toHaveLength(1);
    expect(verifyReceipt(read!, { ...receipt, name: "Eve" })).toHaveLength(1);
    expect(verifyReceipt(read!, { ...receipt, answers: rest })).toHaveLength(1);
    expect(
      verifyReceipt(read!, { ...receipt, answers: [{ ...first!, elapsedMs: 1 }, ...rest] }),
    ).toHaveLength(1);
    expect(verifyReceipt(read!, { ...receipt, root: NO_HASH })).toHaveLength(1);
  });

  test("[REC1] the same value is the same text, whatever the order of its fields", () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: "ß\n", 2: 0.1 })).toBe(
      '{"2":0.1,"a":"ß\\n","b":[1,{"c":null}]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe("npm run verify", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "record-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [
      "node_modules/tsx/dist/cli.mjs",
      "scripts/verify.ts",
      ...args,
    ]).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
    );

  test("[REC5] says in a process of its own whether a file holds, at which entry it does not, and whether a receipt fits", async () => {
    const game = played(QUIZ, 14, "classic");
    const [file, bad, paper] = ["record", "bad", "receipt"].map((name) => join(folder, name));
    const record = await recordOf(game);
    await writeFile(file!, record);
    const session = sessionOf(game);
    const player = game.database.players.values().next().value!;
    const receipt = await receiptOf(game.stores, session, player, await recordRoot(game.stores, session));
    await writeFile(paper!, JSON.stringify(receipt));
    const [held, flipped, none] = await Promise.all([
      run(file!, "--receipt", paper!),
      writeFile(bad!, record.toString().replace('"elapsedMs":', '"elapsedMs":1')).then(() => run(bad!)),
      run(join(folder, "nothing")),
    ]);
    expect(held).toEqual({
      code: 0,
      text: expect.stringMatching(/^The record holds: [\s\S]*The receipt of player 1 fits/),
    });
    expect(flipped).toEqual({ code: 1, text: expect.stringMatching(/^Entry \d+: The hash does not follow/) });
    expect(none).toEqual({ code: 2, text: expect.stringMatching(/^There is no file/) });
  });
});

const [QUIZ] = fc.sample(
  anyQuiz.filter(({ questions }) => questions.length >= 3 && questions[0]!.kind !== "slide"),
  { numRuns: 1, seed: 5 },
) as [Parameters<typeof played>[0]];
