import { askApi } from "#lib/client/ask-api.ts";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { parseDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import type { KeptVersion } from "#lib/quiz/versions/versions.ts";
import type { Version } from "../saving/editing.ts";

/** Each throws an `Error` whose message is for the host. */

export async function readVersions(quizId: string): Promise<KeptVersion[]> {
  const { versions } = await askApi<{ versions: KeptVersion[] }>(`/quizzes/${quizId}/versions`);
  return versions;
}

export async function readVersion(quizId: string, version: number): Promise<NamedDraft> {
  const { quiz } = await askApi<{ quiz: unknown }>(`/quizzes/${quizId}/versions/${version}`);
  return draftIn(quiz);
}

/** The quiz as it is then. `onto`: the version it takes the place of. */
export async function restoreVersion(quizId: string, version: number, onto: number): Promise<Version> {
  const path = `/quizzes/${quizId}/versions/${version}/restore?expectedVersion=${onto}`;
  const reply = await askApi<{ version: number } & Record<string, unknown>>(path, { method: "POST" });
  const { id: _, version: made, problems: __, createdAtMs: ___, updatedAtMs: ____, ...quiz } = reply;
  return { version: made, quiz: draftIn(quiz) };
}

function draftIn(quiz: unknown): NamedDraft {
  const draft = parseDraft(quiz);
  if (!draft.ok) throw new Error("This page is older than the server. Reload it.");
  return draft.value as NamedDraft;
}
