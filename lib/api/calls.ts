import * as admin from "./admin/admin-calls.ts";
import type { Answerable } from "./call.ts";
import * as exports from "./interchange/export-calls.ts";
import * as imports from "./interchange/import-calls.ts";
import * as media from "./media/media-calls.ts";
import { parameterNames } from "./operation.ts";
import type { operations } from "./operations.ts";
import * as people from "./people/people-calls.ts";
import * as players from "./players/player-calls.ts";
import * as seats from "./players/seat-calls.ts";
import * as privacy from "./privacy/privacy-calls.ts";
import * as questions from "./quizzes/question-calls.ts";
import * as quizzes from "./quizzes/quiz-calls.ts";
import * as records from "./sessions/record-calls.ts";
import * as regrades from "./sessions/regrade-calls.ts";
import * as results from "./sessions/results-calls.ts";
import * as sessions from "./sessions/session-calls.ts";
import * as webhooks from "./webhooks/webhook-calls.ts";

/** Every call of the API with its handler. One that is missing fails the types, with its name. */
export const calls = {
  ...quizzes,
  ...questions,
  ...imports,
  ...exports,
  ...media,
  ...sessions,
  ...results,
  ...regrades,
  ...records,
  ...players,
  ...seats,
  ...people,
  ...privacy,
  ...webhooks,
  ...admin,
} satisfies Record<keyof typeof operations, Answerable>;

/** A call that somebody asked for, with what its path says. */
export interface AskedCall {
  call: Answerable;
  params: Record<string, string>;
}

/**
 * Finds the call behind a method and a path, among those given. Without one: the methods that the path does take, none
 * where nothing is there.
 */
export function callFinder(among: readonly Answerable[]) {
  const entries = among.map((call) => ({ call, pattern: patternOf(call.operation.path) }));
  return function findCall(method: string, path: string): AskedCall | { allowed: string[] } {
    const allowed: string[] = [];
    for (const { call, pattern } of entries) {
      const found = pattern.exec(path);
      if (!found) continue;
      if (call.operation.method === method) return { call, params: paramsOf(call, found) };
      allowed.push(call.operation.method);
    }
    return { allowed };
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, "([^/]+)")}$`);
}

/** Escapes that cannot be read were refused before (lib/http/plain-requests.ts). */
function paramsOf({ operation }: Answerable, found: RegExpExecArray): Record<string, string> {
  const values = found.slice(1).map((value) => decodeURIComponent(value));
  return Object.fromEntries(parameterNames(operation.path).map((name, i) => [name, values[i] ?? ""]));
}
