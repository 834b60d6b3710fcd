import { adminOperations } from "./admin/admin-operations.ts";
import { importOperations } from "./interchange/import-operations.ts";
import { mediaOperations } from "./media/media-operations.ts";
import { peopleOperations } from "./people/people-operations.ts";
import { playerOperations } from "./players/player-operations.ts";
import { seatOperations } from "./players/seat-operations.ts";
import { privacyOperations } from "./privacy/privacy-operations.ts";
import { questionOperations } from "./quizzes/question-operations.ts";
import { quizOperations } from "./quizzes/quiz-operations.ts";
import { recordOperations } from "./sessions/record-operations.ts";
import { regradeOperations } from "./sessions/regrade-operations.ts";
import { sessionOperations } from "./sessions/session-operations.ts";
import { webhookOperations } from "./webhooks/webhook-operations.ts";

/** All calls of the API, in the order of the reference. Handlers parse by them, and the OpenAPI document is made of them. */
export const operations = {
  ...quizOperations,
  ...questionOperations,
  ...importOperations,
  ...mediaOperations,
  ...sessionOperations,
  ...regradeOperations,
  ...recordOperations,
  ...playerOperations,
  ...seatOperations,
  ...peopleOperations,
  ...privacyOperations,
  ...webhookOperations,
  ...adminOperations,
} as const;

/** The refusals that any call may get. */
export const COMMON_REFUSALS = [
  ...(["bad_request", "payload_too_large", "too_many_requests"] as const),
  ...(["overloaded", "unavailable", "internal"] as const),
] as const;
