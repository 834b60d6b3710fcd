import { newId } from "#lib/kernel/ids.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import { postgresAccountStore } from "#lib/postgres/accounts/account-store.ts";
import type { Database } from "#lib/postgres/connection/client.ts";
import { quizzes } from "#lib/postgres/schema.ts";
import type { QuizDraft } from "#lib/quiz/drafts/quiz-draft.ts";

const QUESTIONS = 20;
const AT_ONCE = 200;
const SYLLABLES = ["ba", "ke", "lo", "mi", "tru", "san", "ver", "do", "pi", "gra", "ne", "hul"];

/** An account with so many quizzes of twenty questions, each with a prompt of eight words and four options. Returns its id. */
export async function fillLibrary(db: Database, count: number): Promise<string> {
  const random = seededRandom(7);
  const account = await postgresAccountStore(db).create({
    email: "a@example.org",
    name: "A",
    passwordHash: "x",
  });
  const accountId = account!.id;
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => {
      const at = from + i;
      return {
        id: newId(),
        accountId,
        quiz: quiz(random, at),
        createdAtMs: at,
        updatedAtMs: at,
        folder: at % 3 === 0 ? `Folder ${at % 40}` : null,
        tags: at % 2 === 0 ? [`tag ${at % 25}`, `tag ${(at * 7) % 90}`] : [],
      };
    });
    await db.insert(quizzes).values(rows);
  }
  return accountId;
}

function quiz(random: () => number, at: number): QuizDraft {
  const words = (length: number) => Array.from({ length }, () => word(random)).join(" ");
  return {
    title: `${words(3)} ${at}`,
    description: `common unique${at}`,
    questions: Array.from({ length: QUESTIONS }, () => ({
      kind: "single" as const,
      prompt: `${words(8)}?`,
      timeLimitMs: 20_000,
      points: 1 as const,
      options: Array.from({ length: 4 }, (_, option) => ({ text: words(2), correct: option === 0 })),
    })),
  };
}

function word(random: () => number): string {
  const length = 2 + Math.floor(random() * 3);
  return Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join("");
}
