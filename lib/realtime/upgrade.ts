import type { IncomingHttpHeaders } from "node:http";
import { isOwnPage, nodeHeaders, type OriginRules } from "../auth/own-origin.ts";
import { CONNECTIONS_MAX } from "./limits.ts";

/** Whether a request may become a live socket. `cookie` is null when cookies must not count. */
export type UpgradeVerdict =
  | { accepted: true; cookie: string | null }
  | {
      accepted: false;
      status: "403 Forbidden" | "503 Service Unavailable";
      why: "bad_origin" | "overloaded" | "draining";
    };

/**
 * A browser says which page opens the socket, and sends our cookies along whatever page that is; so only our own pages
 * may. Other clients send no Origin: they may come, but are known by tokens alone.
 */
export function judgeUpgrade(
  headers: IncomingHttpHeaders,
  server: { rules: OriginRules; connections: number; draining: boolean },
): UpgradeVerdict {
  if (server.draining) return { accepted: false, status: "503 Service Unavailable", why: "draining" };
  const { origin, cookie } = headers;
  if (origin !== undefined && !isOwnPage(nodeHeaders({ headers }), server.rules)) {
    return { accepted: false, status: "403 Forbidden", why: "bad_origin" };
  }
  if (server.connections >= CONNECTIONS_MAX) {
    return { accepted: false, status: "503 Service Unavailable", why: "overloaded" };
  }
  return { accepted: true, cookie: origin === undefined ? null : (cookie ?? null) };
}
