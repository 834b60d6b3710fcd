import { forget, keepJson, keptKeys, readJson } from "#lib/client/storage/kept.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { parseDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { withQuestionIds } from "#lib/quiz/question-ids.ts";
import type { Version } from "./editing.ts";

/**
 * The safety net: what the server does not have yet, because it cannot be reached or somebody must decide first, also
 * lies in this browser. One copy per quiz, with the version it was written on.
 */
export interface KeptDraft {
  /** The key in the browser's storage. */
  key: string;
  keptAtMs: number;
  quiz: NamedDraft;
  /** Null in copies of old, which knew nothing of versions. */
  base: Version | null;
  unconfirmed: NamedDraft[];
}

/** False when this browser stores nothing (private window, full disk). */
export function keepDraft(quizId: string, kept: Pick<KeptDraft, "quiz" | "base" | "unconfirmed">): boolean {
  return keepJson(keyOf(quizId), { keptAtMs: Date.now(), ...kept });
}

export function readKeptDraft(quizId: string): KeptDraft | null {
  return read(keyOf(quizId));
}

/** The latest of the new quizzes that never reached the server. */
export function readLostDraft(): KeptDraft | null {
  const lost = keptKeys()
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => read(key) ?? [])
    .filter(({ base }) => base?.version === 0);
  return lost.sort((a, b) => b.keptAtMs - a.keptAtMs)[0] ?? null;
}

/** As it was kept before every quiz was on the server: under the quiz's id, or for all new ones together. */
export function readOldDraft(quizId: string | null, known: NamedDraft | null): KeptDraft | null {
  const key = `${OLD_PREFIX}${quizId ?? "new"}`;
  const old = readJson(key) as OldDraft | null;
  if (!Array.isArray(old?.draft?.questions)) return null;
  const { selected: _, questions, ...rest } = old.draft;
  const draft = parseDraft({ ...rest, questions: questions.map(({ question }) => question) });
  if (!draft.ok) return null;
  const named = withQuestionIds(draft.value.questions, known?.questions ?? [], newId);
  return {
    key,
    keptAtMs: old.keptAtMs ?? 0,
    base: null,
    unconfirmed: [],
    quiz: { ...draft.value, questions: named },
  };
}

interface OldDraft {
  keptAtMs?: number;
  draft?: { selected?: unknown; questions: { question?: object }[] };
}

export function forgetDraft(quizId: string): void {
  forgetKept(keyOf(quizId));
}

export function forgetKept(key: string): void {
  forget(key);
}

const PREFIX = "ovation.quiz.";
const OLD_PREFIX = "ovation.draft.";
const keyOf = (quizId: string) => `${PREFIX}${quizId}`;

function read(key: string): KeptDraft | null {
  const kept = readJson(key) as Partial<KeptDraft> | null;
  const quiz = parseDraft(kept?.quiz);
  if (!kept || !quiz.ok) return null;
  const { keptAtMs = 0, base = null, unconfirmed = [] } = kept;
  return { key, keptAtMs, base, unconfirmed, quiz: quiz.value as NamedDraft };
}
