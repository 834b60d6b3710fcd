import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { Logger } from "../observability/logger.ts";
import { memoryNodeStore } from "../operator/memory-node-store.ts";
import type { NodeStore } from "../operator/node-store.ts";
import type { OverviewStore } from "../operator/overview-store.ts";
import { postgresAccountStore } from "../postgres/accounts/account-store.ts";
import { postgresPeopleStore } from "../postgres/accounts/people-store.ts";
import { postgresRemoteStore } from "../postgres/accounts/remote-store.ts";
import { postgresResetStore } from "../postgres/accounts/reset-store.ts";
import { postgresAnswerStore } from "../postgres/answers/answer-store.ts";
import { postgresRegradeStore } from "../postgres/answers/regrade-store.ts";
import { type BackUp, backUpBeside, backUpWithin } from "../postgres/backup/back-up.ts";
import { connectPostgres } from "../postgres/connection/client.ts";
import { probeWrite } from "../postgres/connection/probe-write.ts";
import { claimDataDir } from "../postgres/embedded/data-dir-lock.ts";
import { EMBEDDED_POOL_SIZE, startEmbeddedPostgres } from "../postgres/embedded/embedded.ts";
import { postgresIdempotencyStore } from "../postgres/idempotency-store.ts";
import { migrate } from "../postgres/migrate.ts";
import { postgresNodeStore } from "../postgres/operator/node-store.ts";
import { postgresOverviewStore } from "../postgres/operator/overview-store.ts";
import { postgresPlayerStore } from "../postgres/players/player-store.ts";
import { postgresLibraryStore } from "../postgres/quizzes/library-store.ts";
import { postgresMediaStore } from "../postgres/quizzes/media-store.ts";
import { postgresQuizStore } from "../postgres/quizzes/quiz-store.ts";
import { postgresRetentionStore } from "../postgres/sessions/retention-store.ts";
import { postgresSessionStore } from "../postgres/sessions/session-store.ts";
import type { Stores } from "../postgres/stores.ts";
import { postgresWebhookStore } from "../postgres/webhook-store.ts";
import { withPossibleIds } from "../postgres/wrappers/possible-ids.ts";
import { type OnStoreCall, timedStores } from "../postgres/wrappers/timed-stores.ts";
import { type WriteTrouble, watchWrites } from "../postgres/wrappers/write-watch.ts";
import { cachedMedia } from "../quiz/media/cached-media.ts";
import { mendable } from "./start-failure.ts";

/** The truth: Postgres, the one of DATABASE_URL or the embedded one. The same driver, the same code. */
export interface Storage extends Stores {
  embedded: boolean;
  /** Who else uses this database. */
  nodes: NodeStore;
  overview: OverviewStore;
  backUp: BackUp;
  reachable(): Promise<boolean>;
  pool(): PoolState;
  /** Why the last write was refused; null while writes are stored. */
  writeTrouble(): WriteTrouble | null;
  close(): Promise<void>;
}

export interface PoolState {
  /** Connections this node may have, and those that stand. */
  size: number;
  connections: number;
  /** Calls of stores under way. */
  calls: number;
}

const POOL_SIZE = 8;
const REACHABLE_MS = 2_000;

export async function openStorage(config: Config, logger: Logger, onCall: OnStoreCall): Promise<Storage> {
  const lock = config.databaseUrl ? null : await mendable("data_dir", claimDataDir(config.dataDir));
  const embedded = config.databaseUrl
    ? null
    : await mendable(
        "embedded_failed",
        startEmbeddedPostgres({
          dataDir: config.dataDir,
          logger,
          // Without its database the server can only say no; a supervisor starts it anew.
          onLost: () => process.exit(1),
        }),
      );
  const url = config.databaseUrl ?? embedded?.url ?? "";
  // Connecting comes first: it says what is wrong with an address, in a sentence.
  const poolSize = embedded ? EMBEDDED_POOL_SIZE : POOL_SIZE;
  const { db, connections, close } = await mendable(
    "unreachable",
    connectPostgres({
      url,
      poolSize,
      onNotice: (message) => logger.debug({ message }, "Notice from Postgres"),
    }),
  );
  await migrate(url);

  const timed = timedStores(
    {
      quizzes: postgresQuizStore(db),
      library: postgresLibraryStore(db),
      sessions: postgresSessionStore(db),
      players: postgresPlayerStore(db),
      media: postgresMediaStore(db),
      answers: postgresAnswerStore(db),
      regrades: postgresRegradeStore(db),
      accounts: postgresAccountStore(db),
      people: postgresPeopleStore(db),
      remotes: postgresRemoteStore(db),
      idempotency: postgresIdempotencyStore(db),
      webhooks: postgresWebhookStore(db),
      retention: postgresRetentionStore(db),
      resets: postgresResetStore(db),
    },
    onCall,
  );
  const { trouble, stop, ...stores } = watchWrites(
    { ...timed.stores, ...withPossibleIds(timed.stores), media: cachedMedia(timed.stores.media) },
    {
      probe: (thoroughly) => probeWrite(db, thoroughly),
      now: () => performance.now(),
      onChange(found, error) {
        if (found)
          logger.error(
            { action: "degraded", part: "database writes", err: error, reason: found },
            "The database refuses what it should store",
          );
        else logger.warn({ action: "recovered", part: "database writes" }, "The database stores again");
      },
    },
  );

  return {
    embedded: embedded !== null,
    ...stores,
    nodes: embedded ? memoryNodeStore(() => performance.now()) : postgresNodeStore(db),
    overview: postgresOverviewStore(db),
    backUp: embedded ? backUpWithin(db.$client, join(config.dataDir, "backup.tmp")) : backUpBeside(url),
    pool: () => ({ size: poolSize, connections: connections(), calls: timed.underWay() }),
    writeTrouble: trouble,
    async reachable() {
      const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), REACHABLE_MS).unref());
      const answer = db.$client`select 1`.then(
        () => true,
        () => false,
      );
      return Promise.race([answer, timeout]);
    },
    async close() {
      stop();
      await close();
      await embedded?.stop();
      lock?.release();
    },
  };
}
