import type { Logger } from "../observability/logger.ts";
import { type OriginHeaders, type OriginRules, reachedHost } from "./own-origin.ts";

/** Two addresses that should have been one: most often this server behind a proxy that changes Host. */
export interface OriginMismatch {
  answersAt: string;
  openedAt: string;
}

/** The reply to a page of another origin; it is logged once for each such page. */
export interface OriginMismatches {
  of(headers: OriginHeaders): OriginMismatch;
  tell(mismatch: OriginMismatch): void;
}

/** Any stranger may send an Origin of their own; the first few are news. */
const TOLD_MAX = 5;
/** All that browsers write in Origin; other words are typed by hand, and no news. */
const FROM_BROWSERS = /^(?:https?:\/\/[\w.:[\]-]+|null|)$/;

export function createOriginMismatches(
  rules: OriginRules,
  { publicUrl, logger }: { publicUrl: string; logger: Logger },
): OriginMismatches {
  const told = new Set<string>();
  return {
    of(headers) {
      const reached = reachedHost(headers, rules);
      return {
        answersAt: rules.publicUrl ?? (reached ? `http://${reached.slice(0, 200)}` : publicUrl),
        openedAt: (headers.get("origin") ?? "").slice(0, 200),
      };
    },
    tell(mismatch) {
      const { openedAt } = mismatch;
      if (told.size >= TOLD_MAX || told.has(openedAt) || !FROM_BROWSERS.test(openedAt)) return;
      told.add(openedAt);
      logger.warn({ ...mismatch }, mismatchInWords(mismatch));
    },
  };
}

/** For the operator. */
export function mismatchInWords({ answersAt, openedAt }: OriginMismatch): string {
  if (openedAt === "" || openedAt === "null")
    return `A page sent something without naming its address, as a page inside another page or from a file does. This server accepts such requests only from pages at ${answersAt}.`;
  const known = `This server answers at ${answersAt}, but a page of it was opened at ${openedAt}.`;
  return /^https?:/.test(openedAt)
    ? `${known} If that is its address, set PUBLIC_URL=${openedAt} and start it again.`
    : known;
}
