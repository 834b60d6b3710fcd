import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The reader behind /docs/try, from our own address: a page here loads nothing from anybody else. */
export const dynamic = "force-static";

const FILE = "node_modules/@scalar/api-reference/dist/browser/standalone.js";

export async function GET(): Promise<Response> {
  return new Response(await readFile(join(process.cwd(), FILE), "utf8"), {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=86400" },
  });
}
