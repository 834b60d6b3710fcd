import { afterAll, beforeAll, describe } from "vitest";
import { connectPostgres } from "#lib/postgres/connection/client.ts";
import { EMBEDDED_POOL_SIZE, startEmbeddedPostgres } from "#lib/postgres/embedded/embedded.ts";
import { migrate } from "#lib/postgres/migrate.ts";
import { removeFolder, temporaryFolder } from "#tests/support/folders.ts";
import { freshDatabase } from "#tests/support/programs/database.ts";
import { accountStoreSuite } from "./account-store-suite.ts";
import { answerStoreSuite } from "./answer-store-suite.ts";
import { idempotencyStoreSuite } from "./idempotency-store-suite.ts";
import { libraryStoreSuite } from "./library-store-suite.ts";
import { mediaStoreSuite } from "./media-store-suite.ts";
import { peopleStoreSuite } from "./people-store-suite.ts";
import { playerStoreSuite } from "./player-store-suite.ts";
import { quizStoreSuite } from "./quiz-store-suite.ts";
import { regradeStoreSuite } from "./regrade-store-suite.ts";
import { remoteStoreSuite } from "./remote-store-suite.ts";
import { resetStoreSuite } from "./reset-store-suite.ts";
import { retentionStoreSuite } from "./retention-store-suite.ts";
import { sessionStoreSuite } from "./session-store-suite.ts";
import { type StoreContext, storeContext } from "./store-context.ts";
import { webhookStoreSuite } from "./webhook-store-suite.ts";

/** Every store suite on every database that Ovation runs on. */
const DATABASES = {
  Postgres: async () => ({ url: await freshDatabase(), poolSize: 10, stop: async () => {} }),
  "the embedded database": async () => {
    const dataDir = temporaryFolder("embedded");
    const embedded = await startEmbeddedPostgres({ dataDir });
    const stop = async () => {
      await embedded.stop();
      await removeFolder(dataDir);
    };
    return { url: embedded.url, poolSize: EMBEDDED_POOL_SIZE, stop };
  },
};

describe.each(Object.entries(DATABASES))("on %s", (_, start) => {
  let context: StoreContext;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const database = await start();
    await migrate(database.url);
    const { db, close } = await connectPostgres(database);
    context = storeContext(db);
    stop = async () => {
      await close();
      await database.stop();
    };
  });
  afterAll(() => stop());

  describe("accounts", () => accountStoreSuite(() => context));
  describe("people", () => peopleStoreSuite(() => context));
  describe("remotes", () => remoteStoreSuite(() => context));
  describe("webhooks", () => webhookStoreSuite(() => context));
  describe("idempotency keys", () => idempotencyStoreSuite(() => context));
  describe("quizzes", () => quizStoreSuite(() => context));
  describe("the library", () => libraryStoreSuite(() => context));
  describe("media", () => mediaStoreSuite(() => context));
  describe("sessions", () => sessionStoreSuite(() => context));
  describe("players", () => playerStoreSuite(() => context));
  describe("answers", () => answerStoreSuite(() => context));
  describe("regrades", () => regradeStoreSuite(() => context));
  describe("links for a new password", () => resetStoreSuite(() => context));
  describe("what is kept how long", () => retentionStoreSuite(() => context));
});
