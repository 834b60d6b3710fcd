import type { z } from "zod";
import type { regradeOutcomeSchema } from "#lib/api/sessions/regrade-operations.ts";
import { askApi } from "#lib/client/ask-api.ts";
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
  return askApi(`/sessions/${sessionId}/regrades`, { method: "POST", body });
}

export function undoRegrade(sessionId: string, id: string): Promise<RegradeOutcome> {
  return askApi(`/sessions/${sessionId}/regrades/${id}`, { method: "DELETE" });
}
