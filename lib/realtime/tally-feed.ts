import type { Tally } from "../protocol/server-messages.ts";
import { questionAt } from "../quiz/freeze.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { encode } from "./broadcast.ts";
import type { Room } from "./room.ts";
import type { Feed } from "./ticker.ts";

const EVERY_MS = 500;
/** Counting reads all answers of the question: every tenth of a millisecond more for each player. */
const PER_PLAYER_MS = 0.1;
/** Counting may take this share of the database's time. */
const TIME_SHARE = 0.05;

/** How the answers spread while the question runs: for hosts only, since a visible majority changes votes. */
export class TallyFeed implements Feed {
  private readonly runtime: Runtime;
  private readonly room: Room;

  constructor(runtime: Runtime, room: Room) {
    this.runtime = runtime;
    this.room = room;
  }

  async run(): Promise<number> {
    const { room } = this;
    const { phase } = room.live.session;
    if (phase.name !== "question" || room.hosts.size === 0) return 0;
    const startedAt = performance.now();
    const tally = await this.count(phase.index);
    const tookMs = performance.now() - startedAt;
    const now = room.live.session.phase;
    if (now.name === "question" && now.index === phase.index) {
      room.toHosts(encode({ type: "tally", tick: room.nextTick(), ...tally }));
    }
    return Math.max(EVERY_MS + room.live.roster.size * PER_PLAYER_MS, tookMs / TIME_SHARE);
  }

  private async count(index: number): Promise<Omit<Tally, "tick">> {
    const question = questionAt(this.room.live.session.quiz, index);
    const kind = kindOf(question);
    const rows = await this.runtime.answers.responseCounts(this.room.sessionId, index);
    return {
      questionIndex: index,
      answered: rows.reduce((sum, row) => sum + row.count, 0),
      correct: kind.scored ? rows.reduce((sum, row) => sum + row.correct, 0) : null,
      bars: kind.bars(question, rows),
    };
  }
}
