import { createFreshRuns } from "../../kernel/fresh-runs.ts";
import type { Counting } from "../counting.ts";
import { runningPhase } from "../phases/running-phase.ts";
import type { ChangeSession } from "./change-session.ts";
import type { LiveSession } from "./live-session.ts";
import type { LiveSessions } from "./live-sessions.ts";

/** Counts the questions that are closed on this node: each once at a time, and again when answers came too late for it. */
export interface QuestionCount {
  /** Counts the closed question, once at a time per session; then goes on at once if the host had skipped. */
  settle(live: LiveSession): Promise<void>;
  /** Counts a question again if it may have been counted without answers that this node has just stored. */
  recount(sessionId: string, questionIndex: number): Promise<void>;
  underWay(sessionId: string): boolean;
  /** Resolves when nothing is being counted. */
  done(): Promise<void>;
}

export interface QuestionCountDeps {
  live: LiveSessions;
  change: ChangeSession;
  counting: Pick<Counting, "settle">;
}

export function createQuestionCount(deps: QuestionCountDeps): QuestionCount {
  const { live: liveSessions, change } = deps;
  const settling = new Map<string, Promise<void>>();
  const freshCount = createFreshRuns<void>();

  function settle(live: LiveSession): Promise<void> {
    const sessionId = live.session.id;
    const running = settling.get(sessionId);
    if (running) return running;
    const promise = settleNow(live).finally(() => settling.delete(sessionId));
    settling.set(sessionId, promise);
    return promise;
  }

  async function settleNow(live: LiveSession): Promise<void> {
    const phase = runningPhase(live.session.phase);
    if (phase.name !== "reveal") return;
    const result = await deps.counting.settle(live, phase.index);
    const settled = await change(live, { command: "settle", index: phase.index, result });
    if (settled.ok && settled.value.phase.name === "reveal" && settled.value.phase.leadsTo) {
      await change(live, { command: "clock" });
    }
  }

  async function countAgain(sessionId: string, questionIndex: number): Promise<void> {
    const live = await liveSessions.catchUp(sessionId);
    if (!live) return;
    const phase = runningPhase(live.session.phase);
    if (phase.name === "question" && phase.index === questionIndex) return;
    // A count under way may have read the answers before.
    await settling.get(sessionId)?.catch(() => {});
    const now = runningPhase(live.session.phase);
    if (now.name === "reveal" && now.index === questionIndex) await settle(live);
    // The room has moved on: its bars are history, grades and totals are not.
    else await deps.counting.settle(live, questionIndex);
  }

  return {
    settle,
    recount: (sessionId, questionIndex) =>
      freshCount(`${sessionId} ${questionIndex}`, () => countAgain(sessionId, questionIndex)),
    underWay: (sessionId) => settling.has(sessionId),
    async done() {
      await Promise.allSettled(settling.values());
    },
  };
}
