import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

const PREFIX = "/_next/static/";
/** Smallest first. Browsers name `br` only where the connection is encrypted, or to this machine. */
const ENCODINGS = [
  { token: /\bbr\b/, name: "br", ending: ".br" },
  { token: /\bgzip\b/, name: "gzip", ending: ".gz" },
];
const FONT = "font/woff2";
const TYPES: Record<string, string> = {
  js: "application/javascript; charset=UTF-8",
  css: "text/css; charset=UTF-8",
  svg: "image/svg+xml",
  woff2: FONT,
};

/**
 * Answers requests for scripts, styles and typefaces with what the build compressed ahead (scripts/compress-build.mjs), from memory:
 * Next would compress them anew for every phone in the room, and larger. All else goes on to `next`.
 */
export function withBuiltFiles(folder: string, next: OnRequest): OnRequest {
  const known = new Set(filesIn(folder));
  const contents = new Map<string, Promise<Buffer>>();

  function contentOf(file: string): Promise<Buffer> {
    let content = contents.get(file);
    if (!content) {
      content = readFile(join(folder, file));
      contents.set(file, content);
      // Out of file descriptors for a moment, for example: the next phone gets another try.
      content.catch(() => contents.delete(file));
    }
    return content;
  }

  return async function onRequest(req, res) {
    const { url = "", method } = req;
    if (method !== "GET" || !url.startsWith(PREFIX)) return next(req, res);
    const path = url.slice(PREFIX.length).split("?", 1)[0] ?? "";
    const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
    const accepted = String(req.headers["accept-encoding"] ?? "");
    const encoding = ENCODINGS.find(({ token, ending }) => token.test(accepted) && known.has(path + ending));
    // A typeface is compressed in itself.
    const plain = type === FONT && known.has(path);
    if (!type || !(encoding || plain)) return next(req, res);
    const content = await contentOf(path + (encoding?.ending ?? "")).catch(() => null);
    if (!content) return next(req, res);
    res.writeHead(200, {
      "Content-Type": type,
      ...(encoding ? { "Content-Encoding": encoding.name } : {}),
      "Content-Length": content.length,
      // Their names change with their contents.
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    });
    res.end(content);
  };
}

/** Nothing else can be asked for, whatever a path says. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String);
  } catch {
    return []; // built by other means: then Next serves them
  }
}
