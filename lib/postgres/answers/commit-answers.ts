import type { Sql } from "postgres";
import type { AnswerToCommit, CommitOutcome, CommitRules } from "../../session/answer-store.ts";
import { commitUnderLocks } from "./commit-under-locks.ts";
import { commitUnlocked } from "./commit-unlocked.ts";
import type { KnownPlayers } from "./known-players.ts";

/**
 * Commits a group of answers, each once, and pays each player once (docs/decisions/009-answers-are-stored-without-locks.md).
 * Other writers of these players or sessions are rare, so the cheap way is tried first. Where somebody
 * does (a second device, a retry through another node, the close of the question), the group goes under locks, which
 * always comes to an end.
 */
export async function commitAnswers(
  client: Sql,
  group: readonly AnswerToCommit[],
  rules: CommitRules,
  known?: KnownPlayers,
): Promise<CommitOutcome[]> {
  if (group.length === 0) return [];
  return (await commitUnlocked(client, group, rules, known)) ?? commitUnderLocks(client, group, rules);
}
