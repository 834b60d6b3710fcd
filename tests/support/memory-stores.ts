import { countMembers, teamSums } from "#lib/leaderboard/team-standings.ts";
import { NO_TOTALS, type PlayerTotals } from "#lib/points/totals.ts";
import type { AnswerStore, CommitOutcome, EarlierAnswer, StoredAnswer } from "#lib/session/answer-store.ts";
import type { JoinOutcome, Player, PlayerStore } from "#lib/session/player-store.ts";
import type { RegradeStore } from "#lib/session/regrade-store.ts";
import type { Regrade } from "#lib/session/regrades.ts";
import type { Session } from "#lib/session/session.ts";
import { phaseOfStep, type SessionStore } from "#lib/session/session-store.ts";
import { drawTeam } from "#lib/session/teams/draw-team.ts";

/**
 * The truth in memory, for simulations: the rules of lib/postgres without its SQL. Sessions change by compare-and-swap,
 * transactions lock players one by one in order, read the rest after that, and write everything at their commit.
 */
export interface MemoryDatabase {
  sessions: Map<string, SessionRow>;
  /** Every version of every session, in order, with the instant it took effect. */
  history: { session: Session; atMs: number }[];
  players: Map<string, PlayerRow>;
  answers: Map<string, StoredAnswer>;
  earlier: EarlierAnswer[];
  regrades: Regrade[];
  now(): number;
  locks: Map<string, Promise<void>>;
}

interface SessionRow {
  session: Session;
  dueAtMs: number | null;
  pinHeld: boolean;
}

interface PlayerRow extends Player {
  nameKey: string;
  joinKey: string | null;
  network: string | null;
  offer: { hash: string; untilMs: number } | null;
}

export function memoryDatabase(now: () => number): MemoryDatabase {
  return {
    sessions: new Map(),
    history: [],
    players: new Map(),
    answers: new Map(),
    earlier: [],
    regrades: [],
    now,
    locks: new Map(),
  };
}

/** How one node reaches the database. */
export interface DatabaseLink {
  /** There and back again: it takes time, fails, or never returns. `work` runs at the database. */
  call<T>(work: () => T | Promise<T>): Promise<T>;
  /** Between a transaction's reads and its commit. False if the client is gone by then: nothing was written. */
  untilCommit(): Promise<boolean>;
}

export interface MemoryStores {
  sessions: SessionStore;
  players: PlayerStore;
  answers: AnswerStore;
  regrades: RegradeStore;
}

/** The ports of one node over its own link. */
export function memoryStores(database: MemoryDatabase, link: DatabaseLink): MemoryStores {
  return {
    sessions: sessionStore(database, link),
    players: playerStore(database, link),
    answers: answerStore(database, link),
    regrades: regradeStore(database, link),
  };
}

export const answerKey = (sessionId: string, questionIndex: number, playerId: string) =>
  `${sessionId}/${questionIndex}/${playerId}`;
export const playerKey = (sessionId: string, playerId: string) => `${sessionId}/${playerId}`;

function sessionStore(database: MemoryDatabase, { call }: DatabaseLink): SessionStore {
  const { sessions, history, now } = database;
  const rows = () => [...sessions.values()];
  return {
    create: (session) =>
      call(() => {
        if (rows().some((row) => row.pinHeld && row.session.pin === session.pin)) return false;
        sessions.set(session.id, { session, dueAtMs: null, pinHeld: true });
        history.push({ session, atMs: now() });
        return true;
      }),
    get: (sessionId) => call(() => sessions.get(sessionId)?.session ?? null),
    getByPin: (pin) =>
      call(() => rows().find((row) => row.pinHeld && row.session.pin === pin)?.session ?? null),
    swap: (next, dueAtMs) =>
      call(() => {
        const row = sessions.get(next.id);
        if (row?.session.version !== next.version - 1) return false;
        Object.assign(row, { session: next, dueAtMs });
        history.push({ session: next, atMs: now() });
        return true;
      }),
    steps: (sessionId) =>
      call(() =>
        history
          .filter(({ session }) => session.id === sessionId && session.version > 1)
          .map(({ session: { version, phase, voided }, atMs }) => ({
            version,
            atMs,
            voided,
            phase: phaseOfStep(phase),
          })),
      ),
    overdue: (nowMs, limit) =>
      call(() =>
        rows()
          .filter((row) => row.dueAtMs !== null && row.dueAtMs <= nowMs)
          .sort((a, b) => a.dueAtMs! - b.dueAtMs!)
          .slice(0, limit)
          .map((row) => row.session.id),
      ),
    versions: (ids) =>
      call(
        () =>
          new Map(
            ids.flatMap((id): [string, number][] => {
              const row = sessions.get(id);
              return row ? [[id, row.session.version]] : [];
            }),
          ),
      ),
    listByAccount: () => call(() => []),
    idsOf: () => call(() => []),
    rehearsalsBefore: () => call(() => []),
    removeRehearsals: () => call(() => {}),
    remove: (sessionId) =>
      call(() => {
        for (const rows of [database.players, database.answers])
          for (const [key, row] of rows) if (row.sessionId === sessionId) rows.delete(key);
        return sessions.delete(sessionId);
      }),
    releasePins: () => call(() => 0),
  };
}

function playerStore(database: MemoryDatabase, { call, untilCommit }: DatabaseLink): PlayerStore {
  const { players, answers, sessions } = database;
  const ofSession = (sessionId: string) => [...players.values()].filter((row) => row.sessionId === sessionId);
  const present = (sessionId: string) => ofSession(sessionId).filter((row) => row.removedAtMs === null);
  return {
    join: (group) =>
      call(() =>
        locked(
          database,
          group.map((entry) => `counter ${entry.sessionId}`),
          async () => {
            const added: PlayerRow[] = [];
            const outcomes = group.map((entry): JoinOutcome => {
              const { sessionId, playerId, name, nameKey, joinKey, avatar, network, joinedAtMs } = entry;
              if (!sessions.has(sessionId)) return "session_not_found";
              const known = [...ofSession(sessionId), ...added];
              const before = joinKey !== null && known.find((row) => row.joinKey === joinKey);
              if (before) return { player: playerOf(before), repeat: true };
              const here = known.filter((row) => row.removedAtMs === null);
              if (here.some((row) => row.nameKey === nameKey)) return "name_taken";
              if (here.length >= entry.maxPlayers) return "session_full";
              const { team } = entry;
              const teamId =
                team.kind === "team"
                  ? team.teamId
                  : team.kind === "draw"
                    ? drawTeam(team.from, countMembers(here), sessionId)
                    : null;
              const row: PlayerRow = {
                sessionId,
                playerId,
                name,
                nameKey,
                joinKey,
                avatar,
                network,
                joinedAtMs,
                seq: known.length + 1,
                extraTime: null,
                moves: 0,
                removedAtMs: null,
                offer: null,
                teamId,
                ...NO_TOTALS,
              };
              added.push(row);
              return { player: playerOf(row), repeat: false };
            });
            if (!(await untilCommit())) throw connectionLost();
            for (const row of added) players.set(playerKey(row.sessionId, row.playerId), row);
            return outcomes;
          },
        ),
      ),
    get: (sessionId, playerId) =>
      call(() => {
        const row = players.get(playerKey(sessionId, playerId));
        return row ? playerOf(row) : null;
      }),
    list: (sessionId) => call(() => ofSession(sessionId).map(playerOf)),
    load: (sessionId, playerIds, questionIndex) =>
      call(
        () =>
          new Map(
            playerIds.flatMap((playerId) => {
              const row = players.get(playerKey(sessionId, playerId));
              const answer = answers.get(answerKey(sessionId, questionIndex ?? -1, playerId)) ?? null;
              return row ? [[playerId, { player: playerOf(row), answer }] as const] : [];
            }),
          ),
      ),
    setExtraTime: (sessionId, playerId, extraTime) =>
      call(() => {
        const row = players.get(playerKey(sessionId, playerId));
        if (!row) return "player_not_found";
        row.extraTime = extraTime;
        return playerOf(row);
      }),
    setTeam: (sessionId, playerId, teamId) =>
      call(() => {
        const row = players.get(playerKey(sessionId, playerId));
        if (!row) return "player_not_found";
        row.teamId = teamId;
        return playerOf(row);
      }),
    setRemoved: (sessionId, playerId, removedAtMs) =>
      call(() =>
        locked(database, [playerKey(sessionId, playerId)], async () => {
          const row = players.get(playerKey(sessionId, playerId));
          if (!row) return "player_not_found";
          const taken = present(sessionId).some((other) => other !== row && other.nameKey === row.nameKey);
          if (removedAtMs === null && taken) return "name_taken";
          row.removedAtMs = removedAtMs;
          return playerOf(row);
        }),
      ),
    remove: (sessionId, playerId) =>
      call(() => {
        for (const [key, answer] of answers)
          if (answer.sessionId === sessionId && answer.playerId === playerId) answers.delete(key);
        return players.delete(playerKey(sessionId, playerId));
      }),
    findByName: (sessionId, nameKey) =>
      call(() => {
        const row = present(sessionId).find((each) => each.nameKey === nameKey);
        return row ? playerOf(row) : null;
      }),
    offerSeat: (sessionId, playerId, offer) =>
      call(() => {
        const row = present(sessionId).find((each) => each.playerId === playerId);
        if (!row) return "player_not_found";
        row.offer = offer;
        return playerOf(row);
      }),
    takeSeat: ({ sessionId, hash, joinKey, network, nowMs }) =>
      call(() => {
        const offered = ({ offer }: PlayerRow) => offer?.hash === hash && offer.untilMs > nowMs;
        const row = present(sessionId).find(offered);
        const before = present(sessionId).find((each) => each.joinKey === joinKey);
        if (!row || before)
          return before && before.moves > 0 ? { player: playerOf(before), repeat: true } : null;
        Object.assign(row, { joinKey, network, offer: null, moves: row.moves + 1 });
        return { player: playerOf(row), repeat: false };
      }),
    networks: (sessionId) =>
      call(
        () =>
          new Map(
            present(sessionId).flatMap(({ playerId, network }) =>
              network === null ? [] : [[playerId, network]],
            ),
          ),
      ),
  };
}

function answerStore(database: MemoryDatabase, { call, untilCommit }: DatabaseLink): AnswerStore {
  const { players, answers, sessions } = database;
  const all = (sessionId: string, test: (answer: StoredAnswer) => boolean = () => true) =>
    [...answers.values()].filter((answer) => answer.sessionId === sessionId && test(answer));

  function decide(
    group: Parameters<AnswerStore["commit"]>[0],
    rules: Parameters<AnswerStore["commit"]>[1],
  ): {
    outcomes: CommitOutcome[];
    added: StoredAnswer[];
    replaced: StoredAnswer[];
    totals: Map<string, PlayerTotals>;
  } {
    const added = new Map<string, StoredAnswer>();
    const replaced: StoredAnswer[] = [];
    const totals = new Map<string, PlayerTotals>();
    const outcomes = group.map((pending): CommitOutcome => {
      const { sessionId, questionIndex, playerId } = pending;
      const row = players.get(playerKey(sessionId, playerId));
      if (!row) return { stored: false, code: "not_joined" };
      if (row.removedAtMs !== null) return { stored: false, code: "player_removed" };
      const { name, seq } = row;
      const before = totals.get(playerKey(sessionId, playerId)) ?? totalsOf(row);
      const key = answerKey(sessionId, questionIndex, playerId);
      const first = added.get(key) ?? answers.get(key);
      const replaces = first !== undefined && rules.replaces?.(pending, first) === true;
      if (first && !replaces)
        return { stored: true, repeat: true, answer: first, player: { playerId, name, seq, ...before } };
      const code = rules.guard(pending, sessions.get(sessionId)?.session.phase);
      if (code !== null) return { stored: false, code };
      const others = () =>
        [...new Map([...answers, ...added]).entries()].flatMap(([each, answer]) =>
          each !== key && answer.sessionId === sessionId && answer.playerId === playerId ? [answer] : [],
        );
      const graded = first ? rules.gradeChange!(pending, others()) : rules.grade(pending, before);
      const { extraMs: _, change: __, opensAtMs: ___, ...given } = pending;
      const changes = first ? (first.changes ?? 0) + 1 : 0;
      const answer: StoredAnswer = { ...given, ...graded.outcome, changes };
      if (first) replaced.push(first);
      added.set(key, answer);
      totals.set(playerKey(sessionId, playerId), graded.totals);
      return { stored: true, repeat: false, answer, player: { playerId, name, seq, ...graded.totals } };
    });
    return { outcomes, added: [...added.values()], replaced, totals };
  }

  return {
    commit: (group, rules) =>
      call(() =>
        locked(
          database,
          group.map(({ sessionId, playerId }) => playerKey(sessionId, playerId)),
          async () => {
            const { outcomes, added, replaced, totals } = decide(group, rules);
            if (!(await untilCommit())) throw connectionLost();
            for (const answer of added)
              answers.set(answerKey(answer.sessionId, answer.questionIndex, answer.playerId), answer);
            for (const {
              sessionId,
              questionIndex,
              playerId,
              response,
              elapsedMs,
              receivedAtMs,
              changes,
            } of replaced)
              database.earlier.push({
                sessionId,
                questionIndex,
                playerId,
                response,
                elapsedMs,
                receivedAtMs,
                change: changes ?? 0,
              });
            for (const [key, after] of totals) Object.assign(players.get(key)!, after);
            return outcomes;
          },
        ),
      ),
    ofQuestion: (sessionId, index) => call(() => all(sessionId, (answer) => answer.questionIndex === index)),
    ofPlayer: (sessionId, playerId) => call(() => all(sessionId, (answer) => answer.playerId === playerId)),
    answeredBy: (sessionId, index) =>
      call(() => all(sessionId, (answer) => answer.questionIndex === index).map((answer) => answer.playerId)),
    responseCounts: (sessionId, index) =>
      call(() =>
        all(
          sessionId,
          ({ questionIndex, playerId }) =>
            questionIndex === index && players.get(playerKey(sessionId, playerId))?.removedAtMs === null,
        ).map(({ response, correct }) => ({ response, count: 1, correct: correct === true ? 1 : 0 })),
      ),
    teamSums: (sessionId, questions) =>
      call(() =>
        teamSums(
          all(sessionId, (answer) => answer.questionIndex < questions),
          new Map(
            [...players.values()].flatMap((row) =>
              row.sessionId === sessionId && row.removedAtMs === null
                ? [[row.playerId, row.teamId] as const]
                : [],
            ),
          ),
        ),
      ),
    all: (sessionId) => call(() => all(sessionId)),
    earlier: (sessionId) => call(() => database.earlier.filter((answer) => answer.sessionId === sessionId)),
    regrade: (sessionId, index, regrade) =>
      call(() => {
        const answered = all(sessionId, (answer) => answer.questionIndex === index);
        return locked(
          database,
          answered.map(({ playerId }) => playerKey(sessionId, playerId)),
          async () => {
            const writes = answered.map(({ playerId }) => {
              const own = all(sessionId, (answer) => answer.playerId === playerId);
              const target = own.find((answer) => answer.questionIndex === index)!;
              return { target, ...regrade(own, target) };
            });
            if (!(await untilCommit())) throw connectionLost();
            for (const { target, outcome, totals } of writes) {
              const { playerId } = target;
              answers.set(answerKey(sessionId, index, playerId), { ...target, ...outcome });
              Object.assign(players.get(playerKey(sessionId, playerId))!, totals);
            }
          },
        );
      }),
  };
}

function regradeStore(database: MemoryDatabase, { call, untilCommit }: DatabaseLink): RegradeStore {
  const { sessions, players, answers, history, now } = database;
  const ofSession = <T extends { sessionId: string }>(rows: Iterable<T>, id: string) =>
    [...rows].filter((row) => row.sessionId === id);
  return {
    list: (sessionId) => call(() => ofSession(database.regrades, sessionId)),
    rewrite: (sessionId, plan, mode) =>
      call(() =>
        locked(
          database,
          ofSession(players.values(), sessionId).map(({ playerId }) => playerKey(sessionId, playerId)),
          async () => {
            for (;;) {
              const row = sessions.get(sessionId);
              if (!row) return null;
              const before = row.session;
              const everybody = ofSession(players.values(), sessionId);
              const given = ofSession(answers.values(), sessionId);
              const planned = plan({ session: before, regrades: ofSession(database.regrades, sessionId) });
              if (!planned.ok) return planned;
              const { next, regrade, needsResponses, recompute, recount } = planned.value;
              const counted = recompute(
                new Map(
                  needsResponses.map((index) => [
                    index,
                    given.filter((a) => a.questionIndex === index).map(({ response }) => response),
                  ]),
                ),
              );
              const after = everybody.map((player) => {
                const own = given.filter(({ playerId }) => playerId === player.playerId);
                const { outcomes, totals } = counted(own);
                const rewritten = own.map((a) => ({ ...a, ...outcomes.get(a.questionIndex) }));
                return { before: playerOf({ ...player }), totals, rewritten };
              });
              let session = next;
              if (mode === "apply") {
                if (!(await untilCommit())) throw connectionLost();
                // The compare-and-swap acts as the session's lock: the first swap wins.
                if (sessions.get(sessionId)?.session !== before) continue;
                for (const { before: player, totals, rewritten } of after) {
                  Object.assign(players.get(playerKey(sessionId, player.playerId)) ?? {}, totals);
                  for (const a of rewritten)
                    answers.set(answerKey(sessionId, a.questionIndex, a.playerId), a);
                }
                if (recount) {
                  const rows = ofSession(answers.values(), sessionId)
                    .filter(
                      (a) =>
                        a.questionIndex === recount.index &&
                        players.get(playerKey(sessionId, a.playerId))?.removedAtMs === null,
                    )
                    .map(({ response, correct }) => ({ response, count: 1, correct: Number(correct) }));
                  session = recount.withResult(next, recount.result(rows));
                }
                row.session = session;
                history.push({ session, atMs: now() });
                database.regrades = withRegrade(database.regrades, regrade);
              }
              return {
                ok: true,
                value: {
                  before,
                  session,
                  regrade,
                  players: after
                    .filter((each) => each.before.removedAtMs === null)
                    .map((each) => ({ before: each.before, after: { ...each.before, ...each.totals } })),
                },
              };
            }
          },
        ),
      ),
  };
}

function withRegrade(all: readonly Regrade[], regrade: Regrade): Regrade[] {
  const known = all.some(({ id }) => id === regrade.id);
  return known ? all.map((each) => (each.id === regrade.id ? regrade : each)) : [...all, regrade];
}

/** Holds row locks while `work` runs; in one order, so that there is no deadlock. */
async function locked<T>(
  { locks }: MemoryDatabase,
  keys: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const releases: (() => void)[] = [];
  try {
    for (const key of [...new Set(keys)].sort()) {
      while (locks.has(key)) await locks.get(key);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      locks.set(key, held);
      releases.push(() => {
        locks.delete(key);
        release();
      });
    }
    return await work();
  } finally {
    for (const release of releases) release();
  }
}

export function totalsOf(row: PlayerTotals): PlayerTotals {
  const { score, correctTimeMs, correctCount, answeredCount, streak, streakIndex } = row;
  return { score, correctTimeMs, correctCount, answeredCount, streak, streakIndex };
}

function playerOf({ nameKey: _, joinKey: __, network: ___, offer: ____, ...player }: PlayerRow): Player {
  return player;
}

function connectionLost(): Error {
  return Object.assign(new Error("the connection was lost"), { code: "CONNECTION_CLOSED" });
}
