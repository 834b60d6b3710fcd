import { CLOSE_CODES, type CloseReason, comesBack } from "../../protocol/close-codes.ts";

/** Why a page should stop trying, as screens tell it apart. */
export type FinalReason =
  /** The page is older than the server: reload it. */
  | "outdated"
  /** Nothing runs under this PIN or id. */
  | "unknown_session"
  | "ended"
  /** No player, or one this server does not know: join again. */
  | "not_joined"
  | "removed"
  /** The seat belongs to another device now. */
  | "moved"
  | "not_allowed"
  /** This page sent what the server could not accept; a reload starts clean. */
  | "misbehaved";

const BY_CLOSE_REASON: Partial<Record<CloseReason, FinalReason>> = {
  too_many_messages: "misbehaved",
  bad_message: "misbehaved",
  unsupported_protocol: "outdated",
  unknown_session: "unknown_session",
  not_allowed: "not_allowed",
  removed: "removed",
  moved: "moved",
  signed_out: "not_allowed",
  remote_removed: "not_allowed",
};

/** The refusals that no repetition will change. All others, before the welcome, mean come back later. */
const BY_REFUSAL: Record<string, FinalReason> = {
  unsupported_protocol: "outdated",
  unknown_message: "outdated",
  unknown_pin: "unknown_session",
  session_not_found: "unknown_session",
  session_ended: "ended",
  not_joined: "not_joined",
  bad_token: "not_joined",
  player_removed: "removed",
  seat_moved: "moved",
  player_not_found: "not_joined",
  unauthenticated: "not_allowed",
  forbidden: "not_allowed",
  remote_removed: "not_allowed",
  bad_origin: "not_allowed",
  bad_request: "misbehaved",
};

/** Null if the client should come back. Codes from 4500 that a newer server invents are final too. */
export function finalReasonOfClose(code: number): { reason: FinalReason; message: string } | null {
  if (comesBack(code)) return null;
  for (const name of Object.keys(CLOSE_CODES) as CloseReason[]) {
    const entry = CLOSE_CODES[name];
    if (entry.code === code) return { reason: BY_CLOSE_REASON[name] ?? "not_allowed", message: entry.text };
  }
  return { reason: "outdated", message: CLOSE_CODES.unsupported_protocol.text };
}

export function finalReasonOfRefusal(code: string): FinalReason | null {
  return Object.hasOwn(BY_REFUSAL, code) ? BY_REFUSAL[code]! : null;
}
