import { createHash, createHmac, hkdfSync, randomInt, randomUUID } from "node:crypto";
import { statfsSync } from "node:fs";
import { seedSamples } from "#drizzle/seeds/seed.ts";
import { createInvitations } from "../auth/invitations.ts";
import { createKnownDevices } from "../auth/known-devices.ts";
import { createNetworkMark } from "../auth/network.ts";
import { createOriginMismatches } from "../auth/origin-mismatch.ts";
import { ensureOwner, ownerOfEnvironment } from "../auth/owner.ts";
import { createPasswordLine } from "../auth/password-line.ts";
import { createPasswordResets } from "../auth/password-resets.ts";
import { createRemotes } from "../auth/remotes.ts";
import { createTokens } from "../auth/tokens.ts";
import type { Config } from "../config/config.ts";
import { authSecret } from "../config/secrets.ts";
import { systemClock } from "../kernel/clock.ts";
import { inTime } from "../kernel/deadline.ts";
import { createMailer } from "../mail/mailer.ts";
import { createEventLog } from "../observability/event-log.ts";
import { createLogOutput } from "../observability/log-output.ts";
import { createLogger } from "../observability/logger.ts";
import { watchLoop } from "../observability/loop-delay.ts";
import { createMetrics, type Metrics, type ScrapedGauges } from "../observability/metrics.ts";
import { createRecentTroubles } from "../observability/recent-troubles.ts";
import { silentMetrics } from "../observability/silent-metrics.ts";
import { TROUBLES_KEPT_MAX } from "../operator/node-facts.ts";
import { sharpPictures } from "../pictures/sharp-pictures.ts";
import type { FrozenQuestion } from "../quiz/freeze.ts";
import { narrowPictures } from "../quiz/media/narrow-pictures.ts";
import { createRehearsals } from "../rehearsal/rehearsals.ts";
import { boardEntries } from "../scoring/board-entries.ts";
import { createSession } from "../session/create-session.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import { createPinGuard } from "../session/live/pin-guard.ts";
import { createPinLookup } from "../session/live/pin-lookup.ts";
import { createPollingPresence } from "../session/live/polling-presence.ts";
import { createReplaceNames } from "../session/live/replace-names.ts";
import { createSeatDesk } from "../session/players/seat-desk.ts";
import { viewOf } from "../session/reports/view.ts";
import type { Session } from "../session/session.ts";
import { createWebhookSender } from "../webhooks/webhook-sender.ts";
import { createWebhookSecrets, signedHeaders } from "../webhooks/webhook-signature.ts";
import { sendToTarget } from "../webhooks/webhook-target.ts";
import { ownAddresses, publicUrl } from "./addresses.ts";
import { backupHead } from "./backup-head.ts";
import { askKernel } from "./default-route.ts";
import { createDomain } from "./domain.ts";
import { createEventStreams } from "./events/event-streams.ts";
import { tellOfChange, tellOfCreation } from "./events/session-events.ts";
import { createFileLine } from "./file-line.ts";
import { createLocalKey } from "./local-key.ts";
import { createNodeBeat } from "./node-beat.ts";
import { buildVersion } from "./product-version.ts";
import { onLoggedError, openReporting, traceStatement } from "./reporting.ts";
import type { Runtime } from "./runtime.ts";
import { openSpeed } from "./speed.ts";
import { stopInOrder } from "./stop-steps.ts";
import { openStorage } from "./storage.ts";
import { sweepIdempotency } from "./sweeps/idempotency-sweep.ts";
import { sweepLibrary } from "./sweeps/library-sweep.ts";
import { sweepMedia } from "./sweeps/media-sweep.ts";
import { sweepRetention } from "./sweeps/retention-sweep.ts";
import { openWordLists } from "./word-lists.ts";

/** The runtime with what only server.ts needs. */
export interface StartedRuntime extends Runtime {
  /** Set when this start made up an owner: shown once. */
  newOwner: { email: string; password: string } | null;
  /** From now on the server says it is not ready, and takes no new work. */
  beginDrain(): void;
  stop(): Promise<void>;
}

/** Wires the server: stores, speed layer, domain, owner. Rejects with a sentence when something it needs is not there. */
export async function createRuntime(config: Config): Promise<StartedRuntime> {
  const clock = systemClock;
  const now = () => clock.now();
  const metrics =
    config.metricsPort === null && config.metricsToken === null ? silentMetrics() : createMetrics();
  const { traces, errorReports } = await openReporting(config, metrics);
  const logFormat = config.logFormat ?? (process.stdout.isTTY ? "text" : "json");
  const troubles = createRecentTroubles(() => clock.now(), TROUBLES_KEPT_MAX);
  const output = createLogOutput(process.stdout, (dropped) =>
    logger.warn({ count: dropped }, "Lines of this log were dropped: what takes them was too slow or full"),
  );
  const logger = createLogger(
    { ...config, logFormat },
    output,
    onLoggedError(errorReports, traces),
    troubles.add,
  );
  const events = createEventLog(logger);
  const storage = await openStorage(config, logger, (call, tookMs, failed) => {
    metrics.storeCall(call, tookMs, failed);
    const span = traces ? traceStatement(traces, { call, tookMs, failed }) : null;
    if (tookMs < config.slowCallMs) return;
    const outcome = failed ? "failure" : "success";
    events.tell("slow-statement", `The database was slow: ${call}`, {
      ...{ statement: call, tookMs, outcome },
      traceId: span?.traceId,
    });
  });
  const {
    sessions,
    players,
    answers,
    regrades,
    quizzes,
    media,
    accounts,
    library,
    idempotency,
    webhooks,
    retention,
  } = storage;
  const bootId = randomUUID();
  const speed = await openSpeed(config, {
    loadEntries: (sessionId) => boardEntries({ sessions, players, answers }, sessionId),
    nodeId: bootId,
    logger,
    metrics,
  }).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  const { leaderboard, bus, presence, limiter, near } = speed;
  const loop = watchLoop(() => performance.now());
  const logError = (error: unknown, doing = "working") =>
    logger.error({ err: error }, `Failed while ${doing}`);

  const wordLists = openWordLists();
  const webhookSecret = createWebhookSecrets(authSecret(config));
  const webhookSender = createWebhookSender({
    store: webhooks,
    now,
    random: () => randomInt(2 ** 31) / 2 ** 31,
    onError: (error) => logError(error, "telling webhooks"),
    send({ id, url, payload, salt }, timeoutMs) {
      const headers = {
        "content-type": "application/json",
        "user-agent": "Ovation-Webhooks/1",
        ...signedHeaders({ id, payload, secret: webhookSecret(salt) }, now()),
      };
      const rules = { allowPrivate: config.webhooksAllowPrivate, timeoutMs };
      return sendToTarget(url, { headers, body: payload, rules });
    },
  });
  const domain = createDomain({
    sessions,
    players,
    answers,
    regrades,
    leaderboard,
    bus,
    presence,
    clock,
    listsWith: wordLists.listsWith,
    delayMs: loop.delayMs,
    closeGraceMs: config.closeGraceMs,
    onError: logError,
    onGroup: ({ items }) => metrics.answerGroup(items),
    onStep(before, after) {
      countStep(metrics, before, after);
      tellOfChange(events, before, after);
      if (before.startedAtMs !== after.startedAtMs || after.phase.name === "ended") webhookSender.poke();
    },
    onOverdue: metrics.sessionsOverdue,
    // The embedded database has one connection: a second group in flight would only wait for the first.
    maxInFlight: storage.embedded ? 1 : 2,
    traces,
  });
  const { live, intake, conductor } = domain;
  live.onEvent((_, event) => {
    if (event.type === "joined") webhookSender.poke();
  });
  live.onOpen(({ session }) => {
    if (!session.quiz.questions.some(forgivesSlips)) return;
    wordLists.load().catch((error) => logError(error, "reading the word lists"));
  });
  const polling = createPollingPresence(presence);
  await askKernel();
  const addresses = ownAddresses(config, now);
  const networkMark = createNetworkMark(authSecret(config));
  const pictures = sharpPictures();
  const files = createFileLine();
  const robotSecret = Buffer.from(hkdfSync("sha256", authSecret(config), "ovation", "robot", 32));
  const robotKey = (sessionId: string, name: string) =>
    createHmac("sha256", robotSecret).update(`${sessionId} ${name}`).digest("base64url");
  const rehearsals = createRehearsals({
    live,
    presence,
    clock,
    robotKey,
    joinSession: domain.joinSession,
    submitAnswer: domain.submitAnswer,
    endRehearsal: conductor.endRehearsal,
    onError: logError,
  });
  const view: Runtime["view"] = ({ session, roster, answered }) =>
    viewOf(session, {
      players: roster.size,
      answered: answered.size,
      socketAnswersAbove: config.socketAnswersAbove,
      joinOrigin: addresses.joinOrigin(),
      joinHosts: addresses.hosts(),
      traced: traces !== null,
      nowMs: now(),
    });
  const eventStreams = createEventStreams({ live, leaderboard, clock, logger, view });
  const beat = createNodeBeat({
    id: bootId,
    store: storage.nodes,
    version: buildVersion(),
    now,
    lateMs: loop.delayMs,
    parts: () => ({
      database: stateOf(!databaseLate()),
      writes: { ...stateOf(storage.writeTrouble() === null), why: storage.writeTrouble() },
      boards: speed.redis() === "unused" ? UNUSED : stateOf(!leaderboard.degraded()),
      notices: speed.redis() === "unused" ? UNUSED : stateOf(bus.healthy()),
    }),
    queues: () => ({
      answers: intake.waiting(),
      storeCalls: storage.pool().calls,
      eventStreams: eventStreams.size,
    }),
    pool: () => ({ size: storage.pool().size, connections: storage.pool().connections }),
    troubles: troubles.list,
    disk: () => (storage.embedded ? (diskOf(config.dataDir).disk ?? null) : null),
    draining: () => draining,
    onDrain(asked) {
      if (stopping) return;
      draining = asked;
      eventStreams.rest(asked);
      if (asked) events.tell("server-draining", "An operator drains this server: it takes no new work");
      else events.tell("server-started", "An operator takes the drain back: the server takes work again");
    },
    onError: (error) => logger.warn({ err: error }, "This server could not say that it is there"),
  });
  const databaseLate = () => now() - conductor.sweptAtMs() >= DATABASE_LATE_MS;
  let draining = false;
  let stopping = false;

  const passwordLine = createPasswordLine();
  const mailer = config.mail
    ? createMailer({ ...config.mail, onError: (error) => logError(error, "sending a mail") })
    : null;
  const owner = await ensureOwner({ accounts, config });
  if (owner.created) await seedSamples({ quizzes, media }, owner.account.workspaceId);
  if (config.redis && !config.authSecret)
    logger.warn(
      "AUTH_SECRET is not set: nodes that share a database need the same one, or players' tokens work on one node only",
    );
  const operatorWorkspace = owner.account?.workspaceId ?? (await storage.overview.firstWorkspace());
  const localKey = storage.embedded
    ? createLocalKey(config, async () => {
        const people = operatorWorkspace === null ? [] : await storage.people.people(operatorWorkspace);
        const first = people.find(({ role }) => role === "owner");
        return first && operatorWorkspace !== null
          ? {
              ...{ id: first.id, email: first.email, name: first.name, role: first.role },
              workspaceId: operatorWorkspace,
              scope: "admin",
            }
          : null;
      })
    : null;
  metrics.onScrape(() => ({
    ...scraped(live, intake.waiting()),
    logLinesDropped: output.dropped(),
    redisDegraded: speed.redis() === "down",
    databaseLate: databaseLate(),
    writesRefused: storage.writeTrouble() !== null,
    pool: storage.pool(),
    ...(storage.embedded ? diskOf(config.dataDir) : {}),
  }));
  conductor.start();
  const librarySweep = sweepLibrary(library, now, (error) => logError(error, "sweeping the library"));
  const mediaSweep = sweepMedia(media, now, (error) => logError(error, "removing unused media"));
  const keySweep = sweepIdempotency(idempotency, now, (error) => logError(error, "removing old keys"));

  const retentionSweep = sweepRetention(
    {
      store: retention,
      deletion: domain.deletion,
      replaceNames: createReplaceNames({ retention, players, leaderboard, bus, clock, onError: logError }),
    },
    now,
    (error) => logError(error, "deleting what is not kept longer"),
  );

  return {
    bootId,
    config,
    publicUrl: publicUrl(config),
    addresses,
    originMismatches: createOriginMismatches(config, { publicUrl: publicUrl(config), logger }),
    clock,
    logger,
    metrics,
    events,
    traces,
    errorReports,
    accounts: localKey?.accept(accounts) ?? accounts,
    idempotency,
    tokens: createTokens(authSecret(config)),
    networkMark,
    limiter,
    devices: createKnownDevices(authSecret(config)),
    passwordLine,
    invitations: createInvitations({ people: storage.people, limiter, line: passwordLine, clock }),
    passwordResets: createPasswordResets({
      ...{ resets: storage.resets, accounts, limiter, line: passwordLine, clock },
      isSetByEnvironment: (email) => ownerOfEnvironment(config) === email,
    }),
    mailer,
    people: storage.people,
    remotes: createRemotes({ store: storage.remotes, bus, limiter, clock }),
    quizzes,
    library,
    media,
    pictures,
    files,
    narrowPictures: narrowPictures({ media, maker: pictures }),
    sessions,
    players,
    answers,
    leaderboard,
    live,
    pins: createPinGuard({
      live,
      near,
      limiter,
      clock,
      pins: createPinLookup({ live, sessions }),
      onMiss: metrics.pinFailure,
      onHold: (network) => logger.warn({ network }, "Too many wrong PINs from one network; it has to wait"),
    }),
    bus,
    presence,
    polling,
    conductor,
    deletion: domain.deletion,
    retention,
    sweepRetention: retentionSweep.poke,
    regrading: domain.regrading,
    rehearsals,
    robotKey,
    async createSession(input) {
      const random = () => randomInt(2 ** 31) / 2 ** 31;
      const session = await createSession({ sessions, random, now }, input);
      if (!session.rehearsal) metrics.sessionStep("opened");
      tellOfCreation(events, session);
      return session;
    },
    joinSession: domain.joinSession,
    submitAnswer: domain.submitAnswer,
    seats: createSeatDesk({
      players,
      presence,
      bus,
      limiter,
      clock,
      networkMark,
      onMoved: ({ sessionId, playerId }) =>
        events.tell("seat-moved", "A player's seat went to another device", { sessionId, playerId }),
      hash: (secret) => createHash("sha256").update(secret).digest("base64url"),
      random: () => randomInt(2 ** 31) / 2 ** 31,
    }),
    view,
    eventStreams,
    beat,
    nodes: storage.nodes,
    overview: storage.overview,
    operatorWorkspace,
    backUp: () => storage.backUp(backupHead(config, now())),
    webhooks,
    webhookSender,
    webhookSecret,
    databaseLate,
    writeTrouble: storage.writeTrouble,
    async readiness() {
      const postgres = (await storage.reachable()) ? "ok" : "down";
      const writes = storage.writeTrouble() ?? "ok";
      const ready = postgres === "ok" && writes === "ok" && !draining;
      return { ready, draining, postgres, writes, redis: speed.redis() };
    },
    newOwner:
      owner.created && owner.password ? { email: owner.account.email, password: owner.password } : null,
    beginDrain() {
      draining = true;
      stopping = true;
      rehearsals.stop();
      eventStreams.drain();
    },
    async stop() {
      rehearsals.stop();
      polling.close();
      mediaSweep.stop();
      keySweep.stop();
      mailer?.close();
      const swept = Promise.all([librarySweep.stop(), retentionSweep.stop()]);
      localKey?.forget();
      loop.stop();
      await stopInOrder(logger, [
        { doing: "saying goodbye to other servers", run: () => beat.stop(), withinMs: 1_000 },
        { doing: "leaving files unfinished", run: () => files.close(), withinMs: 1_000 },
        { doing: "ending the timers of sessions", run: () => conductor.stop(), withinMs: 2_000 },
        { doing: "storing the last answers", run: () => intake.written(), withinMs: 5_000 },
        { doing: "telling webhooks", run: () => webhookSender.stop(), withinMs: 2_000 },
        { doing: "ending the sweeps", run: () => swept, withinMs: 2_000 },
        { doing: "leaving Redis", run: () => speed.close(), withinMs: 4_000 },
        { doing: "closing the database", run: () => storage.close(), withinMs: 6_000 },
        { doing: "sending the last spans", run: () => traces?.stop(), withinMs: 2_000 },
        { doing: "sending the last error reports", run: () => errorReports?.flush(), withinMs: 2_000 },
      ]);
      events.tell("server-stopped", "The server has stopped");
      events.stop();
      await inTime(output.written(), LAST_LINES_MS);
    },
  };
}

const UNUSED = { state: "unused", why: null } as const;

function stateOf(well: boolean): { state: "ok" | "degraded"; why: null } {
  return { state: well ? "ok" : "degraded", why: null };
}

function forgivesSlips(question: FrozenQuestion): boolean {
  return question.kind === "text" && question.typoTolerance;
}

/** How long readers of the log get for its last lines. */
const LAST_LINES_MS = 1_000;

/** The conductor asks the database every second; an answer that is this late is missed by people, too. */
const DATABASE_LATE_MS = 4_000;

function countStep(metrics: Metrics, before: Session, after: Session): void {
  if (after.rehearsal) return;
  if (before.startedAtMs === null && after.startedAtMs !== null) metrics.sessionStep("started");
  if (before.phase.name !== "ended" && after.phase.name === "ended") metrics.sessionStep("ended");
}

/** Nothing where it cannot be asked: one figure must not cost all others. */
function diskOf(folder: string): Pick<ScrapedGauges, "disk"> {
  try {
    const { bsize, blocks, bavail } = statfsSync(folder);
    return { disk: { sizeBytes: bsize * blocks, freeBytes: bsize * bavail } };
  } catch {
    return {};
  }
}

function scraped(live: LiveSessions, answerQueue: number): ScrapedGauges {
  const sessions: Record<string, number> = {};
  let players = 0;
  for (const { session, roster } of live.all()) {
    if (session.rehearsal) continue;
    sessions[session.phase.name] = (sessions[session.phase.name] ?? 0) + 1;
    players += roster.size;
  }
  return { sessions, players, answerQueue };
}
