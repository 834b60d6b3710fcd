import type { StoredAnswer } from "../../session/answer-store.ts";
import type { Results } from "../../session/reports/results.ts";
import type { CallRequest } from "../call-request.ts";
import { attachment } from "../files/attachment.ts";
import { csv } from "../files/csv.ts";
import { answersTable, playersTable } from "./results-tables.ts";

export function resultsCsv(results: Results): string {
  const { header, rows } = playersTable(results);
  return csv([header, ...rows]);
}

export function answersCsv(results: Results, answers: readonly StoredAnswer[]): string {
  const { header, rows } = answersTable(results, answers);
  return csv([header, ...rows]);
}

/**
 * What a session's files are called: its quiz, the day it was played (UTC) and its PIN, so that no two sessions have the
 * same: `Capitals, 2026-03-14, 123456`.
 */
export function downloadName({
  title,
  pin,
  startedAtMs,
  createdAtMs,
}: Pick<Results, "title" | "pin" | "startedAtMs" | "createdAtMs">): string {
  const day = new Date(startedAtMs ?? createdAtMs).toISOString().slice(0, 10);
  return `${[...title].slice(0, TITLE_MAX).join("").trim() || "results"}, ${day}, ${pin}`;
}

/** Sent as a file to keep, under this name. */
export function csvDownload(text: string, name: string): Response {
  return download(text, "text/csv; charset=utf-8", attachment(name, ".csv"));
}

export function xlsxDownload(bytes: Uint8Array, name: string): Response {
  return download(new Uint8Array(bytes), XLSX, attachment(name, ".xlsx"));
}

function download(body: BodyInit, type: string, disposition: string): Response {
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": disposition, "cache-control": "no-store" },
  });
}

/** File systems take 255 bytes, and a character may be four. */
const TITLE_MAX = 40;

export type ResultsFormat = "json" | "csv" | "xlsx";

/** The format asked for: by `format`, else by `Accept`, else JSON. */
export function wantedFormat(
  request: Pick<CallRequest, "headers">,
  format: ResultsFormat | undefined,
): ResultsFormat {
  if (format !== undefined) return format;
  const accepted = request.headers.get("accept") ?? "";
  if (/\btext\/csv\b/i.test(accepted)) return "csv";
  return accepted.toLowerCase().includes(XLSX) ? "xlsx" : "json";
}

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
