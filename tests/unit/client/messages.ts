import type { Board, Welcome } from "#lib/protocol/server-messages.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";

/** Messages as a server would send them, with what a test cares about on top. */

export function viewWith(over: Partial<View> = {}): View {
  return {
    version: 1,
    sessionId: "session1",
    pin: "123456",
    title: "Capitals",
    phase: { name: "lobby" },
    question: null,
    reveal: null,
    questions: 3,
    judged: 0,
    earning: 0,
    players: 2,
    answered: 0,
    locked: false,
    settings: {
      mode: "live",
      profile: "classic",
      reveal: "instant",
      pace: "host",
      lateJoin: true,
      phones: "full",
      extraTime: "off",
      sendAtClose: true,
      changeAnswers: false,
      shuffle: {},
    },
    joinUrl: "http://localhost:3000/join?pin=123456",
    room: { theme: "theater" },
    stage: { show: null },
    door: "action",
    serverNowMs: 0,
    ...over,
  };
}

export function questionView(index: number, over: Partial<View> = {}): View {
  const phase: PhaseView = {
    name: "question",
    index,
    shownAtMs: 1_000,
    opensAtMs: 4_000,
    closesAtMs: 24_000,
  };
  return viewWith({
    version: 10 + index,
    phase,
    question: {
      index,
      total: 3,
      kind: "single",
      prompt: "The capital of France?",
      options: [{ text: "Paris" }, { text: "Lyon" }],
      timeLimitMs: 20_000,
      points: 1,
      scored: true,
    },
    ...over,
  });
}

export function boardWith(over: Partial<Board> = {}): Board {
  return { tick: 1, top: [], players: 2, questionIndex: null, answered: 0, cuts: [], ...over };
}

export function youWith(over: Partial<You> = {}): You {
  return {
    playerId: "ada",
    name: "Ada",
    score: 0,
    rank: null,
    players: 2,
    streak: 0,
    correctCount: 0,
    next: null,
    answer: null,
    ...over,
  };
}

export function welcomeWith(over: Partial<Welcome> = {}): Welcome {
  return {
    type: "welcome",
    protocol: 1,
    bootId: "boot1",
    serverNowMs: 0,
    as: "player",
    view: viewWith(),
    board: boardWith(),
    ...over,
  };
}
