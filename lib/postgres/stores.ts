import type { AccountStore } from "../auth/account-store.ts";
import type { IdempotencyStore } from "../auth/idempotency-store.ts";
import type { PeopleStore } from "../auth/people-store.ts";
import type { RemoteStore } from "../auth/remote-store.ts";
import type { ResetStore } from "../auth/reset-store.ts";
import type { LibraryStore } from "../quiz/library/library-store.ts";
import type { MediaStore } from "../quiz/media/media-store.ts";
import type { QuizStore } from "../quiz/quiz-store.ts";
import type { AnswerStore } from "../session/answer-store.ts";
import type { PlayerStore } from "../session/player-store.ts";
import type { RegradeStore } from "../session/regrade-store.ts";
import type { RetentionStore } from "../session/retention-store.ts";
import type { SessionStore } from "../session/session-store.ts";
import type { WebhookStore } from "../webhooks/webhook-store.ts";

/** Every port that Postgres serves. */
export interface Stores {
  quizzes: QuizStore;
  library: LibraryStore;
  media: MediaStore;
  sessions: SessionStore;
  players: PlayerStore;
  answers: AnswerStore;
  regrades: RegradeStore;
  accounts: AccountStore;
  people: PeopleStore;
  remotes: RemoteStore;
  idempotency: IdempotencyStore;
  webhooks: WebhookStore;
  retention: RetentionStore;
  resets: ResetStore;
}
