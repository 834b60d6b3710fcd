import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** Ends the reading of a file with a sentence for its host. Caught in read.ts; it never leaves this folder. */
export class Unreadable extends Error {
  readonly code: "unreadable_import" | "payload_too_large";

  constructor(message: string, code: "unreadable_import" | "payload_too_large" = "unreadable_import") {
    super(message);
    this.code = code;
  }
}

export function unreadable(message: string): { ok: false; error: Refusal } {
  return refuse("unreadable_import", message);
}

/** Asked by each format before it makes questions of what it found. */
export function refuseMany(questions: number): void {
  const most = IMPORT_LIMITS.questions;
  if (questions > most)
    throw new Unreadable(
      `There are more than ${most.toLocaleString("en")} questions in it; import it in parts.`,
    );
}
