import type { Readable } from "node:stream";
import type { Invitations } from "../auth/invitations.ts";
import type { KnownDevices } from "../auth/known-devices.ts";
import type { NetworkMark } from "../auth/network.ts";
import type { OriginMismatches } from "../auth/origin-mismatch.ts";
import type { PasswordLine } from "../auth/password-line.ts";
import type { PasswordResets } from "../auth/password-resets.ts";
import type { Remotes } from "../auth/remotes.ts";
import type { Tokens } from "../auth/tokens.ts";
import type { Config } from "../config/config.ts";
import type { Clock } from "../kernel/clock.ts";
import type { LeaderboardStore } from "../leaderboard/leaderboard-store.ts";
import type { AttemptLimiter } from "../limits/limiter.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { ErrorReports } from "../observability/error-reports.ts";
import type { EventLog } from "../observability/event-log.ts";
import type { Logger } from "../observability/logger.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { ServerTraces } from "../observability/traces.ts";
import type { NodeStore } from "../operator/node-store.ts";
import type { OverviewStore } from "../operator/overview-store.ts";
import type { Stores } from "../postgres/stores.ts";
import type { WriteTrouble } from "../postgres/wrappers/write-watch.ts";
import type { NarrowPictures } from "../quiz/media/narrow-pictures.ts";
import type { PictureMaker } from "../quiz/media/picture-maker.ts";
import type { Rehearsals } from "../rehearsal/rehearsals.ts";
import type { Regrading } from "../scoring/regrading.ts";
import type { SubmitAnswer } from "../scoring/submit-answer.ts";
import type { NewSession } from "../session/create-session.ts";
import type { SessionBus } from "../session/live/bus.ts";
import type { Conductor } from "../session/live/conductor.ts";
import type { Deletion } from "../session/live/deletion.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import type { LiveSessions } from "../session/live/live-sessions.ts";
import type { PinGuard } from "../session/live/pin-guard.ts";
import type { PollingPresence } from "../session/live/polling-presence.ts";
import type { Presence } from "../session/live/presence.ts";
import type { JoinSession } from "../session/players/join-session.ts";
import type { SeatDesk } from "../session/players/seat-desk.ts";
import type { View } from "../session/reports/view.ts";
import type { RetentionStore } from "../session/retention-store.ts";
import type { Session } from "../session/session.ts";
import type { WebhookSender } from "../webhooks/webhook-sender.ts";
import type { OwnAddresses } from "./addresses.ts";
import type { EventStreams } from "./events/event-streams.ts";
import type { FileLine } from "./file-line.ts";
import type { NodeBeat } from "./node-beat.ts";

/**
 * The running server, as its parts see it. Made once by create.ts for server.ts; Next code, which lives in another
 * module graph, gets the same object from current.ts.
 */
export interface Runtime extends Omit<Stores, "regrades" | "remotes" | "resets"> {
  /** New at every start of the process. */
  bootId: string;
  config: Config;
  /** The address people use to reach this server, without a trailing slash. */
  publicUrl: string;
  /** The same for phones: without PUBLIC_URL, this machine's addresses on its networks. */
  addresses: OwnAddresses;
  /** The reply to pages opened at an address that this server does not know as its own. */
  originMismatches: OriginMismatches;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** Writes events to the log, one line each. */
  events: EventLog;
  /** Null unless OTEL_EXPORTER_OTLP_ENDPOINT is set. */
  traces: ServerTraces | null;
  /** Null unless SENTRY_DSN is set. */
  errorReports: ErrorReports | null;

  invitations: Invitations;
  passwordResets: PasswordResets;
  /** Null where no mail server is set. */
  mailer: Mailer | null;
  tokens: Tokens;
  networkMark: NetworkMark;
  limiter: AttemptLimiter;
  devices: KnownDevices;
  passwordLine: PasswordLine;
  remotes: Remotes;

  pictures: PictureMaker;
  /** Reads quizzes from files of other systems, and writes workbooks. */
  files: FileLine;
  narrowPictures: NarrowPictures;
  leaderboard: LeaderboardStore & { degraded(): boolean };

  live: LiveSessions;
  pins: PinGuard;
  bus: SessionBus;
  presence: Presence;
  /** Counts players who play without a socket as present while they poll. */
  polling: PollingPresence;
  conductor: Conductor;
  deletion: Deletion;
  retention: RetentionStore;
  /** Does at once what is due by what workspaces keep. */
  sweepRetention(): void;
  regrading: Regrading;
  rehearsals: Rehearsals;
  /** The join key of a player that a rehearsal brings along. */
  robotKey(sessionId: string, name: string): string;

  createSession(input: NewSession): Promise<Session>;
  joinSession: JoinSession;
  submitAnswer: SubmitAnswer;
  seats: SeatDesk;
  /** The public view of a session, as of now. */
  view(live: LiveSession): View;

  /** Whether the database has not answered for so long that people miss it. */
  databaseLate(): boolean;
  /** Why the database refuses what it should store; null while it stores. */
  writeTrouble(): WriteTrouble | null;
  /** Whether the server can do its work: Postgres reachable and storing, and not shutting down. Redis down is ready but degraded. */
  readiness(): Promise<Readiness>;
  webhookSender: WebhookSender;
  /** The secret of a webhook, from its salt. */
  webhookSecret(salt: string): string;
  /** The readers of server-sent events on this node. */
  eventStreams: EventStreams;

  /** What this node tells its operator, and the nodes that share its database. */
  beat: NodeBeat;
  nodes: NodeStore;
  overview: OverviewStore;
  /** Whose owners look after the server itself; null only before there is any account. */
  operatorWorkspace: string | null;
  /** A backup of everything, while the game goes on. */
  backUp(): Promise<Readable>;
}

export interface Readiness {
  ready: boolean;
  draining: boolean;
  postgres: "ok" | "down";
  /** Whether the last write was stored, and if not, what kept it from being. */
  writes: "ok" | WriteTrouble;
  redis: "ok" | "down" | "unused";
}
