import { importOperations } from "./import-operations.ts";
import { mediaOperations } from "./media-operations.ts";
import { playerOperations } from "./player-operations.ts";
import { quizOperations } from "./quiz-operations.ts";
import { seatOperations } from "./seat-operations.ts";
import { sessionOperations } from "./session-operations.ts";

/** All calls of the API, in the order of the reference. Handlers parse by them, and the OpenAPI document is made of them. */
export const operations = {
  ...quizOperations,
  ...importOperations,
  ...mediaOperations,
  ...sessionOperations,
  ...playerOperations,
  ...seatOperations,
} as const;

/** What any call may be refused with. */
export const COMMON_REFUSALS = ["bad_request", "payload_too_large", "unavailable", "internal"] as const;
