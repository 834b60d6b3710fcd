import { refuse } from "../../kernel/refusal.ts";
import type { Session } from "../session.ts";

/** What a command makes of a session. */
export type Change = Partial<
  Pick<Session, "phase" | "settings" | "locked" | "voided" | "moderation" | "teams" | "startedAtMs">
>;

export function notPossible(session: Session, what: string, why: string) {
  return refuse("command_not_possible", `Cannot ${what} now: ${why} (phase: ${session.phase.name}).`);
}
