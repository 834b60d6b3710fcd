import type { z } from "zod";
import type { regradeOutcomeSchema } from "#lib/api/sessions/regrade-operations.ts";
import type { ProfileName } from "#lib/points/profiles.ts";
import type { AnswerKey } from "#lib/quiz/public-shapes.ts";
import type { Response as PlayerResponse } from "#lib/quiz/response.ts";

export type RegradeOutcome = z.output<typeof regradeOutcomeSchema>;

/** One change as the API takes it. */
export interface AskedChange {
  questionIndex: number;
  void?: boolean;
  accept?: PlayerResponse;
  key?: AnswerKey;
  points?: number;
}

export interface RegradeBody {
  changes: AskedChange[];
  profile?: ProfileName;
  reason: string;
  preview?: boolean;
  expectedVersion?: number;
}

/** Rejects with a sentence for the host. */
export function regrade(sessionId: string, body: RegradeBody): Promise<RegradeOutcome> {
  return asked(`/api/v1/sessions/${sessionId}/regrades`, "POST", body);
}

export function undoRegrade(sessionId: string, id: string): Promise<RegradeOutcome> {
  return asked(`/api/v1/sessions/${sessionId}/regrades/${id}`, "DELETE");
}

async function asked(address: string, method: string, body?: object): Promise<RegradeOutcome> {
  const init = body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {};
  const response = await fetch(address, { method, cache: "no-store", ...init }).catch(() => null);
  if (!response) throw new Error(NOT_REACHED);
  const reply = (await response.json().catch(() => ({}))) as Partial<RegradeOutcome> & Refused;
  if (response.ok) return reply as RegradeOutcome;
  throw new Error(reply.problems?.[0]?.message ?? reply.detail ?? NOT_REACHED);
}

interface Refused {
  detail?: string;
  problems?: { message: string }[];
}

const NOT_REACHED = "That did not reach the server. Check the connection and press again.";
