import type { PlayerTotals } from "../../points/totals.ts";
import type { AnswerToCommit } from "../../session/answer-store.ts";
import type { Player } from "../../session/player-store.ts";
import type { Added } from "./decide-answers.ts";

export interface VersionedPlayer extends Player {
  /** The transaction that wrote the row last: it changes with every write. */
  rowVersion: number;
  /** The question that this node knows was answered last. */
  answered: number | null;
}

/**
 * Players' rows as this node wrote them last, so that most groups of answers need not read them. A guess, since other
 * nodes, hosts and regrades write the same rows: the write of a group finds out (commit-unlocked.ts).
 */
export interface KnownPlayers {
  /** Undefined if the row is to be read, as is that of somebody who has answered this already. */
  get(pending: AnswerToCommit): VersionedPlayer | undefined;
  /** What a group has written. The players are the objects that came from `get`, or rows just read. */
  keep(added: readonly Added<VersionedPlayer>[], rowVersion: number): void;
  /** A row was not what was guessed: whatever wrote it may have written all of its session. */
  forget(written: readonly { sessionId: string }[]): void;
}

/** Some ten megabytes. The session used last stays, however large. */
const PLAYERS_MAX = 20_000;
/** As long as a node keeps the copy of an idle session: the game is over. */
const IDLE_MS = 10 * 60_000;

export function createKnownPlayers(playersMax = PLAYERS_MAX, now = () => performance.now()): KnownPlayers {
  /** The session used last comes last. */
  const sessions = new Map<string, { players: Map<string, VersionedPlayer>; usedAtMs: number }>();
  let count = 0;

  function forget(sessionId: string): void {
    count -= sessions.get(sessionId)?.players.size ?? 0;
    sessions.delete(sessionId);
  }

  function keepSize(nowMs: number): void {
    for (const [sessionId, { usedAtMs }] of sessions) {
      const old = nowMs - usedAtMs > IDLE_MS;
      if (!old && (count <= playersMax || sessions.size === 1)) return;
      forget(sessionId);
    }
  }

  function add(player: VersionedPlayer): void {
    const players = sessions.get(player.sessionId)?.players;
    if (!players) return;
    if (!players.has(player.playerId)) count += 1;
    players.set(player.playerId, player);
  }

  return {
    get({ sessionId, playerId, questionIndex }) {
      const player = sessions.get(sessionId)?.players.get(playerId);
      return player?.answered === questionIndex ? undefined : player;
    },
    keep(added, rowVersion) {
      const nowMs = now();
      for (const sessionId of sessionsOf(added.map(({ answer }) => answer))) {
        const players = sessions.get(sessionId)?.players ?? new Map<string, VersionedPlayer>();
        sessions.delete(sessionId);
        sessions.set(sessionId, { players, usedAtMs: nowMs });
      }
      for (const { player, after, answer } of added) {
        // A row that came from here is here.
        if (player.answered === null) add(player);
        player.rowVersion = rowVersion;
        player.answered = answer.questionIndex;
        takeTotals(player, after);
      }
      keepSize(nowMs);
    },
    forget(written) {
      for (const sessionId of sessionsOf(written)) forget(sessionId);
    },
  };
}

/** Written out: copying by the fields' names was a tenth of a commit's time in this process. */
function takeTotals(player: PlayerTotals, after: PlayerTotals): void {
  player.score = after.score;
  player.correctTimeMs = after.correctTimeMs;
  player.correctCount = after.correctCount;
  player.answeredCount = after.answeredCount;
  player.streak = after.streak;
  player.streakIndex = after.streakIndex;
}

function sessionsOf(written: readonly { sessionId: string }[]): Set<string> {
  return new Set(written.map(({ sessionId }) => sessionId));
}
