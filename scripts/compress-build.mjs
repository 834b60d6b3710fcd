import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
/** Pictures and fonts are compressed already. */
const TEXT = /\.(js|css|svg)$/;

/**
 * Puts a .br and a .gz beside every text file below `folder`, as small as they get: a build is made once, and loaded by
 * every phone in the room. lib/http/built-files.ts serves them.
 */
export async function compressBuild(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((path) => TEXT.test(path));
  for (const path of files) {
    const content = readFileSync(join(folder, path));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(join(folder, `${path}.br`), await brotli(content, { params }));
    writeFileSync(join(folder, `${path}.gz`), await zip(content, { level: 9 }));
  }
}
