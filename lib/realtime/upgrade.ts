import type { IncomingHttpHeaders } from "node:http";
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
  headers: Pick<IncomingHttpHeaders, "origin" | "host" | "cookie">,
  server: { publicUrl: string; connections: number; draining: boolean },
): UpgradeVerdict {
  if (server.draining) return { accepted: false, status: "503 Service Unavailable", why: "draining" };
  const { origin, host, cookie } = headers;
  if (origin !== undefined && !isOurs(origin, host, server.publicUrl)) {
    return { accepted: false, status: "403 Forbidden", why: "bad_origin" };
  }
  if (server.connections >= CONNECTIONS_MAX) {
    return { accepted: false, status: "503 Service Unavailable", why: "overloaded" };
  }
  return { accepted: true, cookie: origin === undefined ? null : (cookie ?? null) };
}

/** The address we tell people, or the one this request came to: behind a tunnel or in a local network they differ. */
function isOurs(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol !== "http:" && page.protocol !== "https:") return false;
  return page.origin === new URL(publicUrl).origin || page.host === host?.toLowerCase();
}
