import { sameJson } from "../kernel/same-json.ts";
import type { AnswerToCommit, StoredAnswer } from "../session/answer-store.ts";
import type { Settings } from "../session/settings.ts";

/**
 * Whether an answer to a question that the player has answered takes the place of what is stored (docs/SPEC.md, CHG*). The
 * same answer again is a retry. So is one that by its player's own count is no newer than the stored one: it was on its way
 * for longer, and must not undo what was sent after it.
 */
export function replacesAnswer(
  { changeAnswers }: Pick<Settings, "changeAnswers">,
  { response, change }: Pick<AnswerToCommit, "response" | "change">,
  stored: Pick<StoredAnswer, "response" | "changes">,
): boolean {
  const { changes = 0 } = stored;
  if (!changeAnswers || changes >= CHANGES_MAX || sameJson(response, stored.response)) return false;
  return change === undefined || change > changes;
}

/** More changes than this are refused; the stored answer stands. */
const CHANGES_MAX = 100;
