import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import type { Question } from "../../quiz/kinds/registry.ts";
import { questionSchema } from "../../quiz/kinds/registry.ts";
import type { MediaStore } from "../../quiz/media/media-store.ts";
import { plainMessage, problemsOf } from "../../quiz/problems.ts";

/** A quiz as it is stored, finished or not, and where the files that it shows are. */
export interface QuizToWrite {
  quiz: QuizDraft;
  media: MediaFiles;
}

export type MediaFiles = Pick<MediaStore, "size" | "piece">;

/** Something of the quiz that is not in the file, or not as it was. */
export interface Lost {
  /** Which question, from 1 as the editor counts them; null for the quiz. */
  question: number | null;
  /** A sentence for the host. */
  what: string;
}

export interface Written {
  /** Whole, or piece by piece where it may be large. */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  lost: Lost[];
}

export interface Numbered<Q = Question> {
  number: number;
  question: Q;
}

/** The questions that can be played; of each other one, what it still lacks. */
export function finishedQuestions({ questions }: QuizDraft): { finished: Numbered[]; lost: Lost[] } {
  const finished: Numbered[] = [];
  const lost: Lost[] = [];
  for (const [at, draft] of questions.entries()) {
    const parsed = questionSchema.safeParse(draft, { error: plainMessage });
    if (parsed.success) finished.push({ number: at + 1, question: parsed.data });
    else
      lost.push({
        question: at + 1,
        what: `Left out, since it is not finished: ${problemsOf(parsed.error)[0]?.message ?? ""}`,
      });
  }
  return { finished, lost };
}

/** Writes each question, or null where the format has nothing like it; `tell` is called with what is lost of it. */
export function writeEach<Part>(
  questions: readonly Numbered[],
  write: (question: Question, tell: (what: string) => void, number: number) => Part | null,
): { parts: Part[]; lost: Lost[] } {
  const lost: Lost[] = [];
  const parts = questions.flatMap(({ number, question }) => {
    const part = write(question, (what) => lost.push({ question: number, what }), number);
    return part === null ? [] : [part];
  });
  return { parts, lost };
}

/** The title, or a name for a quiz that has none yet. */
export function titleOf({ title }: Pick<QuizDraft, "title">): string {
  return title.trim() || "Quiz";
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
