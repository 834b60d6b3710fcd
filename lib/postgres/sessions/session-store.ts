import { and, asc, desc, eq, getTableColumns, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Maker } from "../../quiz/quiz-store.ts";
import { dueAtMs } from "../../session/phases/due.ts";
import type { Session } from "../../session/session.ts";
import { phaseOfStep, type SessionStore } from "../../session/session-store.ts";
import { settingsSchema } from "../../session/settings.ts";
import type { Database } from "../connection/client.ts";
import { sessionSteps, sessions } from "../schema.ts";
import { removeSession } from "./remove-played.ts";

export function postgresSessionStore(db: Database): SessionStore {
  // Prepared: every start, close and reveal reads or writes a session.
  const byId = db
    .select(SESSION)
    .from(sessions)
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare("session_by_id");
  const byPin = db
    .select(SESSION)
    .from(sessions)
    .where(and(eq(sessions.pin, sql.placeholder("pin")), sessions.pinHeld))
    .prepare("session_by_pin");

  return {
    async create(session) {
      const created = await db
        .insert(sessions)
        .values({ ...session, version: 1, endedAtMs: endedAtMs(session), dueAtMs: dueAtMs(session) })
        .onConflictDoNothing({ target: sessions.pin, where: sql`pin_held` })
        .returning({ id: sessions.id });
      return created.length > 0;
    },

    async get(sessionId) {
      const [row] = await byId.execute({ id: sessionId });
      return row ? withDefaults(row) : null;
    },

    async getByPin(pin) {
      const [row] = await byPin.execute({ pin });
      return row ? withDefaults(row) : null;
    },

    async swap(next, dueAtMs) {
      // Not the quiz, which only a regrade changes (regrade-store.ts), nor quizId, which only the quiz's deletion
      // changes, behind everyone's back.
      const { settings, phase, version, locked, voided, moderation, teams, startedAtMs } = next;
      // The step for the session's record is written in the same statement as the change.
      const swapped = await db.$client`
        with swapped as (
        update sessions set settings = ${JSON.stringify(settings)}::text::jsonb, phase = ${JSON.stringify(phase)}::text::jsonb,
          version = ${version}, locked = ${locked}, voided = ${JSON.stringify(voided)}::text::jsonb,
          moderation = ${JSON.stringify(moderation)}::text::jsonb, teams = ${JSON.stringify(teams)}::text::jsonb, started_at_ms = ${startedAtMs},
          ended_at_ms = ${endedAtMs(next)}, due_at_ms = ${dueAtMs}
        where id = ${next.id} and version = ${version - 1} returning id)
        insert into session_steps (session_id, version, at_ms, phase, voided)
        select id, ${version}::int, ${Date.now()}::bigint, ${JSON.stringify(phaseOfStep(phase))}::text::jsonb,
          ${JSON.stringify(voided)}::text::jsonb
        from swapped`;
      return swapped.count > 0;
    },

    steps: (sessionId) =>
      db
        .select({
          version: sessionSteps.version,
          atMs: sessionSteps.atMs,
          phase: sessionSteps.phase,
          voided: sessionSteps.voided,
        })
        .from(sessionSteps)
        .where(eq(sessionSteps.sessionId, sessionId))
        .orderBy(asc(sessionSteps.version)),

    async overdue(nowMs, limit) {
      const rows = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(lte(sessions.dueAtMs, nowMs))
        .orderBy(asc(sessions.dueAtMs))
        .limit(limit);
      return rows.map((row) => row.id);
    },

    async versions(sessionIds) {
      if (sessionIds.length === 0) return new Map();
      const rows = await db.$client<{ id: string; version: number }[]>`
        select id, version from sessions where id = any(${[...sessionIds]}::text[])`;
      return new Map(rows.map((row) => [row.id, row.version]));
    },

    listByAccount: (accountId, limit) =>
      db
        .select(SUMMARY)
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), eq(sessions.rehearsal, false)))
        .orderBy(desc(sessions.createdAtMs), desc(sessions.id))
        .limit(limit),

    async idsOf(accountId) {
      const rows = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(eq(sessions.accountId, accountId))
        .orderBy(desc(sessions.createdAtMs));
      return rows.map((row) => row.id);
    },

    async rehearsalsBefore({ id, accountId, madeBy, createdAtMs }) {
      const earlier = or(
        lt(sessions.createdAtMs, createdAtMs),
        and(eq(sessions.createdAtMs, createdAtMs), lt(sessions.id, id)),
      );
      const rows = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(
          and(
            eq(sessions.accountId, accountId),
            // Each host has one of their own.
            madeBy === undefined ? isNull(sessions.madeBy) : eq(sessions.madeBy, madeBy),
            sessions.rehearsal,
            isNull(sessions.endedAtMs),
            earlier,
          ),
        );
      return rows.map((row) => row.id);
    },

    async removeRehearsals(endedBeforeMs) {
      await db.delete(sessions).where(and(sessions.rehearsal, lt(sessions.endedAtMs, endedBeforeMs)));
    },

    remove: (sessionId) => removeSession(db.$client, sessionId),

    async releasePins(endedBeforeMs) {
      const released = await db
        .update(sessions)
        .set({ pinHeld: false })
        .where(and(sessions.pinHeld, lt(sessions.endedAtMs, endedBeforeMs)))
        .returning({ id: sessions.id });
      return released.length;
    },
  };
}

const DEFAULTS = settingsSchema.parse({});

/** A session that was opened by an older version has none of the settings that came later. */
export function withDefaults({ rehearsal, regradings, madeBy, ...session }: StoredSession): Session {
  const settings = { ...DEFAULTS, ...session.settings };
  return {
    ...session,
    settings,
    ...(rehearsal ? { rehearsal } : {}),
    ...(regradings > 0 ? { regradings } : {}),
    ...(madeBy === null ? {} : { madeBy }),
  };
}

export type StoredSession = Omit<Session, "rehearsal" | "regradings" | "madeBy"> & {
  rehearsal: boolean;
  regradings: number;
  madeBy: string | null;
};

function endedAtMs({ phase }: Session): number | null {
  return phase.name === "ended" ? phase.endedAtMs : null;
}

const {
  pinHeld: _,
  endedAtMs: __,
  dueAtMs: ___,
  namesReplacedAtMs: ____,
  ...SESSION
} = getTableColumns(sessions);

const SUMMARY = {
  id: sessions.id,
  pin: sessions.pin,
  title: sql<string>`${sessions.quiz}->>'title'`,
  phase: sql<Session["phase"]["name"]>`${sessions.phase}->>'name'`,
  players: sql<number>`(select count(*) from players where session_id = ${sessions.id} and removed_at_ms is null)`,
  questions: sql<number>`jsonb_array_length(${sessions.quiz}->'questions')`,
  madeBy: sql<Maker | null>`(select json_build_object('id', a.id, 'name', a.name) from accounts a where a.id = coalesce(${sessions.madeBy}, ${sessions.accountId}))`,
  createdAtMs: sessions.createdAtMs,
};
