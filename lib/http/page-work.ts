import type { IncomingMessage } from "node:http";
import { LOCALES } from "../language/locales.ts";

/** The kind of a request to Next, which decides what it may cost and how it waits. */
export type Work =
  /** A file, a page that was made by the build, or a word on how the server is. */
  | "file"
  /** A page made for this request, or a call of the API. */
  | "page"
  /** Sent by our forms and scripts. */
  | "action"
  /** A body too large to wait for: a quiz with long texts. */
  | "large"
  /** A picture, a sound or a film. */
  | "upload";

/**
 * Milliseconds of one core, rounded up from what a common server takes: 0.7 for an action, 4 for the sign-in page. They bound what
 * one caller may ask for, so their proportions count.
 */
export const COST_MS: Record<Work, number> = { file: 1, page: 5, action: 3, large: 100, upload: 100 };

const pages = ["", "/join", "/play", "/screen", "/privacy"];
const STATIC_PAGES = new Set(
  ["", ...LOCALES.map((locale) => `/${locale}`)].flatMap((start) => pages.map((page) => start + page || "/")),
);
/** Icons, manifests and hosts' pictures too: every phone loads them. */
const FILES = /^\/(_next|icons|api\/v1\/media)\/|^(?!\/api\/).*\.[a-z0-9]{2,12}$/;
/** A balancer asks often, perhaps from the address of a flood, and must not be turned away. */
const HEALTH = new Set(["/healthz", "/readyz"]);

/** `large`: the body is longer than a small one, or does not say how long it is. */
export function workOf({ method, url = "" }: Pick<IncomingMessage, "method" | "url">, large: boolean): Work {
  const path = url.split("?", 1)[0] ?? "";
  if (method === "GET" || method === "HEAD")
    return STATIC_PAGES.has(path) || HEALTH.has(path) || FILES.test(path) ? "file" : "page";
  if (path === "/api/v1/media" && method === "POST") return "upload";
  if (large) return "large";
  return path.startsWith("/api/") ? "page" : "action";
}
