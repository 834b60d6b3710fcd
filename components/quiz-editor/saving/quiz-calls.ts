import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { parseDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import type { Problem } from "#lib/quiz/problems.ts";
import type { Version } from "./editing.ts";

/**
 * Saving by the API rather than by a server action: a page whose server was built anew meanwhile still saves, nothing
 * waits in line behind it, and a save under way outlives the page it was sent from.
 */
export type SaveReply =
  | { name: "stored"; version: number }
  | { name: "behind"; theirs: Version }
  | { name: "unreachable" }
  | { name: "signedOut" }
  | { name: "gone" }
  | { name: "refused"; message: string };

/** Never rejects. Version 0 makes a new quiz. */
export async function saveQuiz(quizId: string, { quiz, version }: Version): Promise<SaveReply> {
  const body = JSON.stringify({ ...quiz, expectedVersion: version });
  const reply = await ask(quizId, "/draft", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body,
    keepalive: body.length <= KEEPALIVE_MAX,
  });
  if ("name" in reply) return reply;
  if (reply.status === 200) return { name: "stored", version: reply.body.version ?? version };
  return reply.body.code === "stale_quiz" ? readQuiz(quizId) : refusal(reply);
}

/** The version the server has by now. */
export async function readQuiz(quizId: string): Promise<SaveReply> {
  const reply = await ask(quizId, "", {});
  if ("name" in reply) return reply;
  if (reply.status !== 200) return refusal(reply);
  const { id: _, version, problems: __, createdAtMs: ___, updatedAtMs: ____, ...quiz } = reply.body;
  const draft = parseDraft(quiz);
  if (!draft.ok || version === undefined) return { name: "refused", message: "Reload the page." };
  return { name: "behind", theirs: { version, quiz: draft.value as NamedDraft } };
}

/** Browsers send no more than this for a page that is gone, counted in bytes; most letters have at most three. */
const KEEPALIVE_MAX = 20_000;

interface Reply {
  status: number;
  body: Record<string, unknown> & {
    version?: number;
    code?: string;
    detail?: string;
    problems?: Problem[];
  };
}

async function ask(
  quizId: string,
  path: string,
  init: RequestInit,
): Promise<Reply | { name: "unreachable" }> {
  try {
    const response = await fetch(`/api/v1/quizzes/${quizId}${path}`, init);
    return { status: response.status, body: (await response.json()) as Reply["body"] };
  } catch {
    // No network, or a proxy's own page in place of the server.
    return { name: "unreachable" };
  }
}

function refusal({ body }: Reply): SaveReply {
  switch (body.code) {
    case "unauthenticated":
      return { name: "signedOut" };
    case "quiz_not_found":
      return { name: "gone" };
    case "draining":
    case "unavailable":
      return { name: "unreachable" };
    default:
      return { name: "refused", message: sentence(body) };
  }
}

/** A value that can never be stored, with its place. */
function sentence({ detail, problems }: Reply["body"]): string {
  const [first] = problems ?? [];
  if (!first) return detail ?? "The server did not accept it.";
  const place = /^questions\[(\d+)\]/.exec(first.path)?.[1];
  return place === undefined ? first.message : `Question ${Number(place) + 1}: ${first.message}`;
}
