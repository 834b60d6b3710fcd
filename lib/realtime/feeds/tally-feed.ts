import type { Tally } from "../../protocol/server-messages.ts";
import { questionAt } from "../../quiz/freeze.ts";
import { kindOf } from "../../quiz/kinds/registry.ts";
import { isModerated, judgedBars, shownBars } from "../../quiz/moderation.ts";
import type { RevealPhase } from "../../session/phases/phase.ts";
import { encode } from "../broadcast.ts";
import { RoomFeed } from "./room-feed.ts";

const EVERY_MS = 500;
/** Counting reads all answers of the question: every tenth of a millisecond more for each player. */
const PER_PLAYER_MS = 0.1;
/** Counting may take this share of the database's time. */
const TIME_SHARE = 0.05;

/**
 * How the answers spread while the question runs: for hosts only, since a visible majority changes votes. Of a word cloud
 * the screen gets what may be shown, and hosts what waits for them, also at the reveal.
 */
export class TallyFeed extends RoomFeed {
  override async run(): Promise<number> {
    const { room } = this;
    const { phase, quiz } = room.live.session;
    if (phase.name !== "question" && phase.name !== "reveal") return 0;
    const moderated = isModerated(questionAt(quiz, phase.index));
    if (phase.name === "reveal" && !moderated) return 0;
    if (room.hosts.size === 0 && !(moderated && room.hasStaff)) return 0;
    const startedAt = performance.now();
    const tally = phase.name === "reveal" ? revealed(phase) : await this.count(phase.index);
    const tookMs = performance.now() - startedAt;
    const now = room.live.session.phase;
    if (tally && now.name === phase.name && now.index === phase.index) this.send(tally);
    return Math.max(EVERY_MS + room.live.roster.size * PER_PLAYER_MS, tookMs / TIME_SHARE);
  }

  private send(tally: Omit<Tally, "tick">): void {
    const { room } = this;
    const { quiz, moderation } = room.live.session;
    const question = questionAt(quiz, tally.questionIndex);
    const verdicts = moderation[tally.questionIndex];
    const tick = room.nextTick();
    room.toHosts(encode({ type: "tally", tick, ...tally, bars: judgedBars(question, tally.bars, verdicts) }));
    if (!isModerated(question)) return;
    room.toPresenters(
      encode({ type: "tally", tick, ...tally, bars: shownBars(question, tally.bars, verdicts) }),
    );
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

function revealed({ index, result }: RevealPhase): Omit<Tally, "tick"> | null {
  return result && { questionIndex: index, ...result };
}
