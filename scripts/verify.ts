/**
 * `npm run verify -- FILE [--receipt RECEIPT]`: whether a session's record is what it says. It needs no database and asks no
 * server: every score and place is computed anew from the answers in the file. Exit code 0 where all holds, 1 where something
 * does not, 2 where the files cannot be read.
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { receiptSchema } from "#lib/record/entries.ts";
import { fileLines } from "#lib/record/file-lines.ts";
import { verifyReceipt, verifyRecord } from "#lib/record/verify-record.ts";
import { openWordLists } from "#lib/runtime/word-lists.ts";

const SHOWN_MAX = 20;

const { values, positionals } = parseArgs({
  options: { receipt: { type: "string" } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined || positionals.length > 1) fail("Usage: npm run verify -- FILE [--receipt RECEIPT]");
if (!(await stat(file).catch(() => null))?.isFile()) fail(`There is no file ${file}.`);

const { entries, root, problems, standings, read } = await verifyRecord(
  fileLines(createReadStream(file)),
  openWordLists().listsWith,
);
for (const { entry, problem } of problems.slice(0, SHOWN_MAX)) console.error(`Entry ${entry}: ${problem}`);
if (problems.length > SHOWN_MAX) console.error(`and ${problems.length - SHOWN_MAX} more`);
if (problems.length > 0 || !read) {
  console.error("The record does not hold.");
  process.exit(1);
}
console.log(`The record holds: ${entries} entries, every score recomputed. Root ${root}`);
for (const { rank, name, score } of standings.slice(0, 10))
  console.log(`${String(rank).padStart(4)}. ${name}  ${score}`);
if (values.receipt !== undefined) {
  const receipt = receiptSchema.safeParse(await readJson(values.receipt));
  if (!receipt.success) fail(`${values.receipt} is no receipt.`);
  const differs = verifyReceipt(read, receipt.data);
  for (const problem of differs) console.error(problem);
  if (differs.length > 0) {
    console.error("The receipt does not fit the record.");
    process.exit(1);
  }
  console.log(`The receipt of ${receipt.data.name} fits: ${receipt.data.answers.length} answers.`);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    return fail(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
