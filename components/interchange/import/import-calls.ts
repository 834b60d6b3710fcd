import { saveQuiz } from "#components/quiz-editor/saving/quiz-calls.ts";
import type { ReadImport } from "#lib/interchange/read/shapes.ts";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import type { QuizDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { type Failure, failureOf, SIGNED_OUT, unreachable } from "../failure.ts";
import type { ChosenFile } from "./chosen-file.ts";

type Read = { ok: true; found: ReadImport } | { ok: false; failure: Failure };

/** Reads the file and stores nothing. Never rejects. */
export async function readSource({ name, body, pasted }: ChosenFile, format: string): Promise<Read> {
  const query = new URLSearchParams({ dryRun: "true", format, ...(pasted ? {} : { filename: name }) });
  try {
    const response = await fetch(`/api/v1/quizzes/import?${query}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body,
    });
    const reply = (await response.json()) as ReadImport & { code?: string; detail?: string };
    return response.ok ? { ok: true, found: reply } : { ok: false, failure: failureOf(reply) };
  } catch {
    return { ok: false, failure: unreachable() };
  }
}

/**
 * Stores the quizzes, each under its own id, so that a second press after a lost reply makes nothing twice. When one
 * fails, those that were made just now are taken back: an import is whole or not at all.
 */
export async function storeQuizzes(
  quizzes: readonly { id: string; quiz: QuizDraft }[],
): Promise<Failure | null> {
  const made: string[] = [];
  for (const { id, quiz } of quizzes) {
    const failure = await storeQuiz(id, quiz);
    if (failure) {
      await Promise.all(made.map(takeBack));
      return failure;
    }
    made.push(id);
  }
  return null;
}

async function storeQuiz(id: string, draft: QuizDraft): Promise<Failure | null> {
  // The server names the questions.
  const quiz = draft as NamedDraft;
  const first = await saveQuiz(id, { quiz, version: 0 });
  const reply = first.name === "behind" ? await saveQuiz(id, { quiz, version: first.theirs.version }) : first;
  switch (reply.name) {
    case "stored":
      return null;
    case "signedOut":
      return SIGNED_OUT;
    case "unreachable":
      return unreachable();
    case "refused":
      return { message: reply.message };
    default:
      return { message: "This quiz was changed in another window. Try again." };
  }
}

async function takeBack(id: string): Promise<void> {
  try {
    await fetch(`/api/v1/quizzes/${id}`, { method: "DELETE", keepalive: true });
  } catch {
    // It is made by then; the next press finds it and writes the same again.
  }
}
