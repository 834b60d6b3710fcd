import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { KeyScope, Role } from "../auth/rights.ts";
import type { NodeFacts } from "../operator/node-facts.ts";
import type { QuizDraft } from "../quiz/drafts/quiz-draft.ts";
import type { FrozenQuiz } from "../quiz/freeze.ts";
import type { Moderation } from "../quiz/moderation.ts";
import type { Problem } from "../quiz/problems.ts";
import type { Response } from "../quiz/response.ts";
import type { Phase } from "../session/phases/phase.ts";
import type { Regrade } from "../session/regrades.ts";
import type { Settings } from "../session/settings.ts";
import type { Team } from "../session/teams/team.ts";
import type { WebhookEvent } from "../webhooks/webhook-store.ts";

/** Instants are server milliseconds since the epoch, as everywhere in Ovation. */
const instant = (name: string) => bigint(name, { mode: "number" });

/** Written by `array_to_tsvector` alone, so that no parser of Postgres decides what a word is. */
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/**
 * Who may sign in. Quizzes, files and sessions belong to a workspace, which is known by the account that founded it: their
 * `account_id` names that one, and `made_by` the host who made them (docs/decisions/043).
 */
export const accounts = pgTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    /** In lower case. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    createdAtMs: instant("created_at_ms").notNull(),
    /** Null for the account that founded its own. */
    workspaceId: text("workspace_id"),
    role: text("role").$type<Role>().notNull().default("owner"),
    /** Since when it cannot sign in any more; its row stays, as what it made does. */
    removedAtMs: instant("removed_at_ms"),
  },
  (table) => [index("accounts_workspace").on(table.workspaceId)],
);

/** Links by which somebody gets an account in a workspace, each once (lib/auth/invitations.ts). */
export const invitations = pgTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    secretHash: text("secret_hash").notNull(),
    /** The invited email in lower case; null if anybody with the link may accept. */
    email: text("email"),
    role: text("role").$type<Role>().notNull(),
    invitedBy: text("invited_by").notNull(),
    createdAtMs: instant("created_at_ms").notNull(),
    expiresAtMs: instant("expires_at_ms").notNull(),
    usedAtMs: instant("used_at_ms"),
    revokedAtMs: instant("revoked_at_ms"),
  },
  (table) => [index("invitations_workspace").on(table.workspaceId)],
);

/** Links by which somebody chooses a new password, one for each account (lib/auth/password-resets.ts). */
export const passwordResets = pgTable("password_resets", {
  id: text("id").primaryKey(),
  accountId: text("account_id")
    .notNull()
    .unique()
    .references(() => accounts.id, { onDelete: "cascade" }),
  secretHash: text("secret_hash").notNull(),
  expiresAtMs: instant("expires_at_ms").notNull(),
  usedAtMs: instant("used_at_ms"),
});

export const signIns = pgTable(
  "sign_ins",
  {
    tokenHash: text("token_hash").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    expiresAtMs: instant("expires_at_ms").notNull(),
    /** "iPhone, Safari"; null for sign-ins from before devices were listed. */
    device: text("device"),
    createdAtMs: instant("created_at_ms"),
    /** To within an hour. */
    usedAtMs: instant("used_at_ms"),
  },
  (table) => [index("sign_ins_account").on(table.accountId)],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    keyHash: text("key_hash").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    label: text("label").notNull(),
    createdAtMs: instant("created_at_ms").notNull(),
    /** Those from before there were scopes may do everything, as they always could. */
    scope: text("scope").$type<KeyScope>().notNull().default("admin"),
    /** Its first characters, so that one knows it again. */
    hint: text("hint"),
    /** To within a minute. */
    usedAtMs: instant("used_at_ms"),
  },
  (table) => [index("api_keys_account").on(table.accountId)],
);

/** The reply to a request with an Idempotency-Key (lib/auth/idempotency-store.ts); no status while it is under way. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    claimedAtMs: instant("claimed_at_ms").notNull(),
    status: integer("status"),
    body: text("body"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.key] }),
    index("idempotency_keys_age").on(table.accountId, table.claimedAtMs),
  ],
);

/**
 * The servers that share this database, by their boot (lib/operator/node-store.ts). Instants are the database's, so that no
 * two clocks are compared.
 */
export const nodes = pgTable("nodes", {
  id: text("id").primaryKey(),
  beatAtMs: instant("beat_at_ms").notNull(),
  /** Since when an operator wants it empty. */
  drainAskedAtMs: instant("drain_asked_at_ms"),
  facts: jsonb("facts").$type<NodeFacts>().notNull(),
});

/** Addresses that hosts want told of what happens (lib/webhooks). */
export const webhooks = pgTable(
  "webhooks",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    url: text("url").notNull(),
    description: text("description").notNull(),
    events: text("events").array().notNull().$type<WebhookEvent[]>(),
    active: boolean("active").notNull(),
    salt: text("salt").notNull(),
    createdAtMs: instant("created_at_ms").notNull(),
  },
  (table) => [index("webhooks_account").on(table.accountId)],
);

/** Deliveries of webhooks and their outcome. Each event has one row for each webhook. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: text("id").primaryKey(),
    webhookId: text("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    event: text("event").notNull(),
    /** The session or the player it is about. */
    subject: text("subject").notNull(),
    payload: text("payload").notNull(),
    state: text("state").notNull().$type<"pending" | "delivered" | "failed">(),
    attempts: integer("attempts").notNull(),
    /** When it is sent next, or when its present lease ends; null once settled. */
    nextAtMs: instant("next_at_ms"),
    status: integer("status"),
    error: text("error"),
    createdAtMs: instant("created_at_ms").notNull(),
    attemptedAtMs: instant("attempted_at_ms"),
  },
  (table) => [
    unique("webhook_deliveries_once").on(table.webhookId, table.event, table.subject),
    index("webhook_deliveries_due").on(table.nextAtMs).where(sql`next_at_ms is not null`),
    index("webhook_deliveries_age").on(table.createdAtMs),
  ],
);

export const quizzes = pgTable(
  "quizzes",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** As it stands in the editor; finished or not. */
    quiz: jsonb("quiz").$type<QuizDraft>().notNull(),
    version: integer("version").notNull().default(1),
    /** The problems that kept it from being played when it was saved. */
    problems: jsonb("problems").$type<Problem[]>().notNull().default([]),
    /** Null for the founder of the workspace. */
    madeBy: text("made_by"),
    createdAtMs: instant("created_at_ms").notNull(),
    updatedAtMs: instant("updated_at_ms").notNull(),
    /** The host who made this version; null for versions from before this was recorded. */
    savedBy: text("saved_by").references(() => accounts.id, { onDelete: "set null" }),
    /** Where it stands in its host's library; null in no folder. */
    folder: text("folder"),
    tags: text("tags").array().notNull().default([]),
    archivedAtMs: instant("archived_at_ms"),
    /** Since when it is in the trash. */
    trashedAtMs: instant("trashed_at_ms"),
    /** The title as it is sorted, and the words it is found by, as they were in `readVersion` (library-store.ts). */
    titleKey: text("title_key"),
    foundBy: tsvector("found_by"),
    readVersion: integer("read_version"),
  },
  (table) => [
    index("quizzes_account").on(table.accountId, table.updatedAtMs),
    index("quizzes_found_by").using("gin", table.foundBy),
    index("quizzes_unread").on(table.accountId).where(sql`read_version is distinct from version`),
    index("quizzes_trashed").on(table.trashedAtMs).where(sql`trashed_at_ms is not null`),
  ],
);

/** Earlier versions of quizzes, those that are kept (lib/quiz/versions/versions.ts). */
export const quizVersions = pgTable(
  "quiz_versions",
  {
    quizId: text("quiz_id")
      .notNull()
      .references(() => quizzes.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    quiz: jsonb("quiz").$type<QuizDraft>().notNull(),
    savedAtMs: instant("saved_at_ms").notNull(),
    savedBy: text("saved_by").references(() => accounts.id, { onDelete: "set null" }),
  },
  (table) => [primaryKey({ columns: [table.quizId, table.version] })],
);

/** Pictures, sounds and films of quizzes; their bytes lie in `mediaPieces`. */
export const media = pgTable(
  "media",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    size: integer("size").notNull(),
    /** Whether all pieces are there. */
    complete: boolean("complete").notNull(),
    createdAtMs: instant("created_at_ms").notNull(),
  },
  (table) => [index("media_account").on(table.accountId)],
);

export const mediaPieces = pgTable(
  "media_pieces",
  {
    mediaId: text("media_id")
      .notNull()
      .references(() => media.id, { onDelete: "cascade" }),
    index: integer("index").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.mediaId, table.index] })],
);

export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    pin: text("pin").notNull(),
    /** Whether the PIN still leads here; false once it may be given to another session. */
    pinHeld: boolean("pin_held").notNull().default(true),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    quizId: text("quiz_id").references(() => quizzes.id, { onDelete: "set null" }),
    quiz: jsonb("quiz").$type<FrozenQuiz>().notNull(),
    settings: jsonb("settings").$type<Settings>().notNull(),
    phase: jsonb("phase").$type<Phase>().notNull(),
    version: integer("version").notNull(),
    locked: boolean("locked").notNull(),
    voided: jsonb("voided").$type<number[]>().notNull(),
    regradings: integer("regradings").notNull().default(0),
    moderation: jsonb("moderation").$type<Moderation>().notNull().default({}),
    teams: jsonb("teams").$type<Team[]>().notNull().default([]),
    /** Tried out by its host alone; never in lists, and deleted once it is over. */
    rehearsal: boolean("rehearsal").notNull().default(false),
    /** Null for the founder of the workspace. */
    madeBy: text("made_by"),
    createdAtMs: instant("created_at_ms").notNull(),
    startedAtMs: instant("started_at_ms"),
    endedAtMs: instant("ended_at_ms"),
    /** When the names of its players were replaced (lib/session/retention.ts). */
    namesReplacedAtMs: instant("names_replaced_at_ms"),
    /** When the sweep should look at this session; null while nothing is timed. */
    dueAtMs: instant("due_at_ms"),
  },
  (table) => [
    uniqueIndex("sessions_pin_held").on(table.pin).where(sql`pin_held`),
    index("sessions_due").on(table.dueAtMs).where(sql`due_at_ms is not null`),
    index("sessions_account").on(table.accountId, table.createdAtMs),
    index("sessions_quiz").on(table.quizId),
    index("sessions_ended").on(table.endedAtMs).where(sql`pin_held`),
    index("sessions_rehearsals").on(table.accountId).where(sql`rehearsal`),
  ],
);

/** How long each workspace keeps what was played (lib/session/retention.ts); none for those that keep all. */
export const retention = pgTable("retention", {
  accountId: text("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  namesDays: integer("names_days"),
  sessionsDays: integer("sessions_days"),
});

/** Where each session has been: a row for each change of its row, for its record (lib/record). */
export const sessionSteps = pgTable(
  "session_steps",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    atMs: instant("at_ms").notNull(),
    phase: jsonb("phase").$type<Phase>().notNull(),
    voided: jsonb("voided").$type<number[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.version] })],
);

/** Regrades: what was changed, by whom and why (lib/session/regrades.ts); kept when it is undone. */
export const regrades = pgTable(
  "regrades",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** Its place among those of its session, from 1. */
    place: integer("place").notNull(),
    atMs: instant("at_ms").notNull(),
    by: jsonb("by").$type<Regrade["by"]>().notNull(),
    reason: text("reason").notNull(),
    changes: jsonb("changes").$type<Regrade["changes"]>().notNull(),
    profile: text("profile").$type<Regrade["profile"]>(),
    was: jsonb("was").$type<Regrade["was"]>().notNull(),
    undone: jsonb("undone").$type<Regrade["undone"]>(),
  },
  (table) => [unique("regrades_place").on(table.sessionId, table.place)],
);

/**
 * Devices that run one session for its host, and codes by which one may become that (lib/auth/remotes.ts). A code that
 * was taken keeps its row: the device's.
 */
export const remotes = pgTable(
  "remotes",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    codeUntilMs: instant("code_until_ms").notNull(),
    /** Of the device; null until the code is taken. */
    tokenHash: text("token_hash"),
    device: text("device"),
    pairedAtMs: instant("paired_at_ms"),
  },
  (table) => [index("remotes_session").on(table.sessionId)],
);

/**
 * The last join number given out in each session. Apart from `sessions`, because joining locks it: one group of joins
 * at a time per session, without ever holding up a change of phase.
 */
export const sessionCounters = pgTable("session_counters", {
  sessionId: text("session_id")
    .primaryKey()
    .references(() => sessions.id, { onDelete: "cascade" }),
  lastSeq: integer("last_seq").notNull(),
});

/**
 * Every answer rewrites its player's totals. A migration leaves half of each page free for that, so that the new
 * version of a row stays on its page and no index is touched (measured: updates four times as fast).
 */
export const players = pgTable(
  "players",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    playerId: text("player_id").notNull(),
    seq: integer("seq").notNull(),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    joinKey: text("join_key"),
    avatar: text("avatar"),
    extraTime: text("extra_time"),
    /** Which of the session's teams. */
    teamId: text("team_id"),
    /** How often the seat went to another device; older tokens no longer count. */
    moves: integer("moves").notNull().default(0),
    /** The hash of what takes this seat over once, and until when (lib/session/players/seat-desk.ts). */
    seatOffer: text("seat_offer"),
    seatOfferUntilMs: instant("seat_offer_until_ms"),
    /** Tells players of one network from others in this session; no address (lib/auth/network.ts). */
    network: text("network"),
    joinedAtMs: instant("joined_at_ms").notNull(),
    removedAtMs: instant("removed_at_ms"),
    score: integer("score").notNull().default(0),
    correctTimeMs: integer("correct_time_ms").notNull().default(0),
    correctCount: integer("correct_count").notNull().default(0),
    answeredCount: integer("answered_count").notNull().default(0),
    streak: integer("streak").notNull().default(0),
    streakIndex: integer("streak_index"),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.playerId] }),
    // The session comes second: before the first statistics, an index that begins with it looks as good as the primary
    // key for finding one player, and would walk the whole room for each.
    unique("players_join_key").on(table.joinKey, table.sessionId),
    uniqueIndex("players_name").on(table.nameKey, table.sessionId).where(sql`removed_at_ms is null`),
    index("players_seat_offer").on(table.seatOffer).where(sql`seat_offer is not null`),
  ],
);

/**
 * The key makes an answer idempotent. No reference to the player and no second index: each would cost a commit as much
 * again. The commit writes the player's row in the same statement, so a player there is; and a trigger takes the answers
 * away with their session.
 */
export const answers = pgTable(
  "answers",
  {
    sessionId: text("session_id").notNull(),
    questionIndex: integer("question_index").notNull(),
    playerId: text("player_id").notNull(),
    response: jsonb("response").$type<Response>().notNull(),
    correct: boolean("correct"),
    fraction: doublePrecision("fraction").notNull(),
    points: integer("points").notNull(),
    streak: integer("streak").notNull(),
    elapsedMs: integer("elapsed_ms").notNull(),
    receivedAtMs: instant("received_at_ms").notNull(),
    /** How many answers it has replaced (`earlierAnswers`). */
    changes: integer("changes").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.questionIndex, table.playerId] })],
);

/** Answers that players have replaced, where the host lets them. */
export const earlierAnswers = pgTable(
  "earlier_answers",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    questionIndex: integer("question_index").notNull(),
    playerId: text("player_id").notNull(),
    change: integer("change").notNull(),
    response: jsonb("response").$type<Response>().notNull(),
    elapsedMs: integer("elapsed_ms").notNull(),
    receivedAtMs: instant("received_at_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.questionIndex, table.playerId, table.change] })],
);
