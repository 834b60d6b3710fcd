import type { ExportName } from "#lib/interchange/export-names.ts";
import type { Lost } from "#lib/interchange/write/written.ts";
import { type Failure, failureOf, unreachable } from "../failure.ts";

type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** The parts of the quiz that this format cannot carry. Never rejects. */
export function readLost(quizId: string, format: ExportName): Promise<Answer<Lost[]>> {
  return ask(quizId, { format, lost: "true" }, async (response) => {
    const { lost } = (await response.json()) as { lost: Lost[] };
    return lost;
  });
}

/** The file and its name. Never rejects. */
export function readExport(
  quizId: string,
  format: ExportName,
): Promise<Answer<{ file: Blob; name: string }>> {
  return ask(quizId, { format }, async (response) => ({
    file: await response.blob(),
    name: fileName(response.headers.get("content-disposition")) ?? `quiz.${format}`,
  }));
}

async function ask<T>(
  quizId: string,
  query: Record<string, string>,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1/quizzes/${quizId}/export?${new URLSearchParams(query)}`);
    if (response.ok) return { ok: true, value: await read(response) };
    return { ok: false, failure: failureOf((await response.json()) as { code?: string; detail?: string }) };
  } catch {
    return { ok: false, failure: unreachable() };
  }
}

/** As RFC 5987 writes names of any script. */
export function fileName(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  try {
    return encoded === undefined ? null : decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
