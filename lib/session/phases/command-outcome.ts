import { refuse } from "../../kernel/refusal.ts";
import type { Session } from "../session.ts";

/** The changes a command makes to a session. */
export type SessionChange = Partial<
  Pick<Session, "phase" | "settings" | "locked" | "voided" | "moderation" | "teams" | "startedAtMs">
>;

export function notPossible(session: Session, what: string, why: string) {
  return refuse("command_not_possible", `Cannot ${what} now: ${why} (phase: ${session.phase.name}).`);
}
