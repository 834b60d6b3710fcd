import { askApi } from "#lib/client/ask-api.ts";
import { parseDraft, type QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";

export interface FoundQuestion {
  /** Tells one of the found ones from another. */
  key: string;
  quizTitle: string;
  question: QuestionDraft;
}

export interface FoundQuestions {
  questions: FoundQuestion[];
  cursor: string | null;
}

interface SentQuestion {
  quizId: string;
  quizTitle: string;
  place: number;
  question: unknown;
}

/** Questions of other quizzes. A reply may be empty and still have more behind it; then they are asked for at once. */
export async function findQuestions(
  query: string,
  { except, cursor }: { except: string; cursor: string | null },
): Promise<FoundQuestions> {
  let next = cursor;
  for (let page = 0; page < PAGES_AT_ONCE; page++) {
    const asked = new URLSearchParams({ query, except, ...(next === null ? {} : { cursor: next }) });
    const reply = await askApi<{ questions: SentQuestion[]; cursor: string | null }>(`/questions?${asked}`);
    next = reply.cursor;
    const questions = reply.questions.flatMap(readable);
    if (questions.length > 0 || next === null) return { questions, cursor: next };
  }
  return { questions: [], cursor: next };
}

const PAGES_AT_ONCE = 10;

/** Questions of a kind that only a newer server knows are left out. */
function readable({ quizId, quizTitle, place, question }: SentQuestion): FoundQuestion[] {
  const draft = parseDraft({ title: "", questions: [question] });
  const [own] = draft.ok ? draft.value.questions : [];
  if (!own) return [];
  const { id: _, ...rest } = own;
  return [{ key: `${quizId} ${place}`, quizTitle, question: rest as QuestionDraft }];
}

export interface FoundQuiz {
  id: string;
  title: string;
  questions: number;
}

export async function findQuizzes(query: string): Promise<FoundQuiz[]> {
  const asked = new URLSearchParams({ query, archived: "all", limit: "20" });
  return (await askApi<{ quizzes: FoundQuiz[] }>(`/quizzes?${asked}`)).quizzes;
}

export async function addToQuiz(quizId: string, questions: readonly QuestionDraft[]): Promise<void> {
  await askApi(`/quizzes/${quizId}/questions`, { method: "POST", body: { questions } });
}
