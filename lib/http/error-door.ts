import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ERROR_REPORTS_PATH, ERROR_SCRIPT_PATH } from "../protocol/own-page.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { routeOf } from "./request-log.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

const reportSchema = z.strictObject({
  type: z.string().max(100),
  message: z.string().max(2_000),
  stack: z.string().max(8_000),
  path: z.string().max(500),
  debugIds: z.record(z.string().max(300), z.string().max(40)),
});
const BODY_MAX = 16 * 1024;
const DEBUG_IDS_MAX = 40;

/**
 * Where browsers tell of their errors: the script that does it, and what it sends. Sentry is told by this server, so that
 * it learns no address of anybody and pages need no right to speak with another site. Without SENTRY_DSN neither is there.
 */
export function withErrorDoor({ errorReports }: Pick<Runtime, "errorReports">, next: OnRequest): OnRequest {
  const script = errorReports && builtScript();
  return function onRequest(req, res) {
    const { url, method } = req;
    if (url !== ERROR_SCRIPT_PATH && url !== ERROR_REPORTS_PATH) return next(req, res);
    if (url === ERROR_SCRIPT_PATH && method === "GET" && script) {
      res.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" });
      res.end(script);
    } else if (url === ERROR_REPORTS_PATH && method === "POST" && errorReports) {
      void take(req, res, errorReports);
    } else {
      res.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
      res.end("Errors of pages are not told here.\n");
    }
  };
}

async function take(
  req: IncomingMessage,
  res: ServerResponse,
  reports: NonNullable<Runtime["errorReports"]>,
): Promise<void> {
  const text = await bodyOf(req);
  const report = text === null ? null : reportSchema.safeParse(parsed(text)).data;
  if (report) {
    const { path, debugIds, ...error } = report;
    const ids = Object.fromEntries(Object.entries(debugIds).slice(0, DEBUG_IDS_MAX));
    reports.reportBrowser({ ...error, debugIds: ids, route: routeOf(path.split("?", 1)[0] ?? "") });
  }
  res.writeHead(report ? 204 : 400, { "Cache-Control": "no-store" });
  res.end();
}

async function bodyOf(req: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > BODY_MAX) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Made by the build (scripts/build-if-stale.mjs); the development server has none. */
function builtScript(): string | null {
  try {
    return readFileSync(".next/error-reports.js", "utf8");
  } catch {
    return null;
  }
}
