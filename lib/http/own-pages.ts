import type { IncomingMessage, ServerResponse } from "node:http";
import { mismatchInWords, type OriginMismatch } from "../auth/origin-mismatch.ts";
import { isOwnPage, nodeHeaders, type OriginHeaders, stampOrigin } from "../auth/own-origin.ts";
import { REFUSALS, refuse } from "../kernel/refusal.ts";
import { OWN_PAGE_PATH } from "../protocol/own-page.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { problemReply } from "./problem.ts";
import { type Reply, sendReply } from "./reply.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;
type Deps = Pick<Runtime, "config" | "logger" | "originMismatches">;

/**
 * Before everything else: notes by which address of ours a request came, and turns away what a page of another site
 * would have us do. Often that other site is this one behind a proxy that changes Host, so the refusal, and once the log,
 * say which variable to set. Calls of the API decide by themselves: there a credential may stand in for the page.
 */
export function withOwnPages(runtime: Deps, next: OnRequest): OnRequest {
  const sayOnce = onceAbout(runtime);

  return function onRequest(req, res) {
    const headers = nodeHeaders(req);
    const url = req.url ?? "";
    if (url.split("?", 1)[0] === "/ws") return notUpgraded(sayOnce, res);
    const changes = req.method !== "GET" && req.method !== "HEAD" && req.method !== "OPTIONS";
    const foreign = changes && !url.startsWith("/api/") && isOwnPage(headers, runtime.config) === false;
    if (foreign) {
      const mismatch = runtime.originMismatches.of(headers);
      runtime.originMismatches.tell(mismatch);
      sendReply(res, wantsPage(headers) ? pageReply(mismatch) : mismatchReply(mismatch));
      return;
    }
    if (url === OWN_PAGE_PATH && req.method === "POST") {
      sendReply(res, { status: 204, headers: { "cache-control": "no-store" }, body: null });
      return;
    }
    stampOrigin(req, runtime.config);
    return next(req, res);
  };
}

function mismatchReply(mismatch: OriginMismatch): Reply {
  const reply = problemReply(refuse("bad_origin", mismatchInWords(mismatch)).error);
  return { ...reply, body: JSON.stringify({ ...JSON.parse(reply.body ?? "{}"), ...mismatch }) };
}

/** A form that was sent without a script: its reader sees what comes back. */
function wantsPage(headers: OriginHeaders): boolean {
  return headers.get("next-action") === null && (headers.get("accept") ?? "").includes("text/html");
}

function pageReply(mismatch: OriginMismatch): Reply {
  const { status } = REFUSALS.bad_origin;
  const text = escaped(mismatchInWords(mismatch));
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Opened at another address</title><body style="font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem"><h1>Nothing was sent</h1><p>${text}</p><p>If you only take part, tell the person who runs this quiz.</p>`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The live socket comes as an upgrade; as a plain request it has lost that on the way. Everything works without it, slower. */
function notUpgraded(sayOnce: () => void, res: ServerResponse): void {
  sayOnce();
  sendReply(res, {
    status: 426,
    headers: { upgrade: "websocket", connection: "Upgrade", "content-type": "text/plain; charset=utf-8" },
    body: "This is the address of the live socket.\n",
  });
}

function onceAbout({ logger }: Pick<Deps, "logger">): () => void {
  let said = false;
  return () => {
    if (said) return;
    said = true;
    logger.warn(
      "A request for the live socket came without its upgrade: a proxy before this server does not pass WebSockets on. Let it pass the headers Upgrade and Connection on /ws (docs/OPERATIONS.md). Until then screens ask again and again instead.",
    );
  };
}
