import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress, brotliDecompressSync } from "node:zlib";

/**
 * The word lists that forgiving slips goes by, from lib/runtime/words: sorted words, one a line. They stay as bytes, not
 * five megabytes for all, and a word is found by halving, so the answer is exact.
 */
const LISTS = [
  { name: "en", bits: 0b11 },
  { name: "en-us", bits: 0b01 },
  { name: "en-gb", bits: 0b10 },
  { name: "de", bits: 1 << 2 },
  { name: "es", bits: 1 << 3 },
  { name: "fr", bits: 1 << 4 },
  { name: "vi", bits: 1 << 5 },
  { name: "ar", bits: 1 << 6 },
] as const;

export interface WordLists {
  /** Which lists hold the normalized word, a bit for each: American and British English are two. */
  listsWith(word: string): number;
  /** Unpacks the lists beside other work; asked before, `listsWith` does it at once. Safe to repeat. */
  load(): Promise<void>;
}

export function openWordLists(): WordLists {
  let lists: List[] | null = null;
  let loading: Promise<void> | null = null;

  async function loadAll(): Promise<void> {
    const loaded = await Promise.all(
      LISTS.map(async ({ name, bits }) => ({ bytes: await unpack(await readFile(fileOf(name))), bits })),
    );
    lists ??= loaded;
  }

  return {
    listsWith(word) {
      lists ??= LISTS.map(({ name, bits }) => ({
        bytes: brotliDecompressSync(readFileSync(fileOf(name))),
        bits,
      }));
      const wanted = Buffer.from(word);
      return lists.reduce((found, { bytes, bits }) => (holds(bytes, wanted) ? found | bits : found), 0);
    },
    load() {
      loading ??= loadAll();
      return loading;
    },
  };
}

interface List {
  bytes: Buffer;
  bits: number;
}

const unpack = promisify(brotliDecompress);

function fileOf(name: string): URL {
  return new URL(`./words/${name}.txt.br`, import.meta.url);
}

const NEWLINE = 10;

function holds(list: Buffer, word: Buffer): boolean {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const start = middle === 0 ? 0 : list.lastIndexOf(NEWLINE, middle - 1) + 1;
    const newline = list.indexOf(NEWLINE, middle);
    const end = newline < 0 ? list.length : newline;
    const order = list.compare(word, 0, word.length, start, end);
    if (order === 0) return true;
    if (order < 0) from = end + 1;
    else to = start;
  }
  return false;
}
