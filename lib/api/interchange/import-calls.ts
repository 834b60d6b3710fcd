import { filesNamed, withOwnFiles } from "../../interchange/read/formats/own-files.ts";
import { IMPORT_LIMITS } from "../../interchange/read/limits.ts";
import { tableTemplate } from "../../interchange/table-template.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/result.ts";
import { createQuizzes } from "../../quiz/drafts/save-quiz.ts";
import { call } from "../call.ts";
import { csv } from "../files/csv.ts";
import { operations } from "../operations.ts";
import { csvDownload } from "../sessions/results-files.ts";
import { withImportedMedia } from "./import-media.ts";

export const importQuizzes = call(
  operations.importQuizzes,
  async ({ runtime, request, account, query: { dryRun, format = "auto", filename } }) => {
    const bytes = await request.bytes(IMPORT_LIMITS.bytes);
    if (bytes === null)
      return refuse("payload_too_large", `A file can have at most ${IMPORT_LIMITS.bytes / 1024 / 1024} MB.`);
    const read = await runtime.files.read({ bytes, filename, format });
    if (!read.ok) return read;
    const { media, ...all } = read.value;
    // Media in the file become the host's own.
    const owned = await runtime.media.owned(account.workspaceId, filesNamed(all));
    const found = withOwnFiles(all, new Set([...owned, ...media.keys()]));
    if (dryRun === "true") return ok(found);
    const drafts = found.quizzes.map(({ quiz }) => quiz).filter(({ questions }) => questions.length > 0);
    if (drafts.length === 0)
      return refuse(
        "unreadable_import",
        "None of the questions in this file can be imported.",
        problemsOf(found.quizzes),
      );
    const whole = await withImportedMedia(runtime, account.workspaceId, drafts, media);
    if (!whole.ok) return whole;
    const stored = await createQuizzes(runtime, account.workspaceId, whole.value, account.id);
    return ok({ ...found, ids: stored.map(({ id }) => id) });
  },
);

export const importTemplate = call(operations.importTemplate, async () =>
  csvDownload(csv(tableTemplate), "Quiz template"),
);

const PROBLEMS_MAX = 50;

/** Why no row was taken over, as any refusal tells it. */
function problemsOf(quizzes: readonly { rows: readonly { row: number; messages: readonly string[] }[] }[]) {
  return quizzes
    .flatMap(({ rows }) => rows)
    .slice(0, PROBLEMS_MAX)
    .map(({ row, messages }) => ({ path: `row ${row}`, message: messages.join(" ") }));
}
