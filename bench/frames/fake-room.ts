import type { Page, WebSocketRoute } from "playwright";
import type { ServerMessage } from "#lib/protocol/server-messages.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";

/** As fast as boards come at most (docs/SPEC.md, RT5). */
const BOARD_EVERY_MS = 250;
const STANDINGS_EVERY_MS = 3_000;

export type Screen = "screen" | "phone";

/** A room as one screen sees it: the server's messages, made here, so that the browser alone is measured. */
export async function fakeRoom(page: Page, players: number, screen: Screen) {
  let socket: WebSocketRoute | null = null;
  let version = 1;
  let tick = 1;
  const send = (message: ServerMessage) => socket?.send(JSON.stringify(message));
  const board = () => ({
    tick: tick++,
    top: shuffledTop(tick),
    players,
    questionIndex: null,
    answered: 0,
    cuts: Array.from({ length: 32 }, (_, n) => ({ rank: 1 + n * 300, score: 9_000 - n * 200 })),
  });
  await page.routeWebSocket(/\/ws$/, (route) => {
    socket = route;
    route.onMessage((raw) => {
      const message = JSON.parse(String(raw));
      if (message.type === "ping") send({ type: "pong", t0: message.t0, t1: Date.now() });
      if (message.type !== "hello") return;
      const view = viewOf({ name: "lobby" }, version, players);
      send({
        type: "welcome",
        protocol: 1,
        bootId: "bench",
        serverNowMs: Date.now(),
        as: screen === "phone" ? "player" : "presenter",
        view,
        board: board(),
        ...(screen === "phone" ? { you: winner(players) } : {}),
      });
    });
  });
  return {
    /** Boards keep coming; in the standings the rows travel again every few seconds. */
    plays(scene: "standings" | "podium"): void {
      const show = (phase: PhaseView) => send({ type: "view", view: viewOf(phase, ++version, players) });
      if (scene === "podium") show({ name: "podium", sinceMs: Date.now() });
      let index = 0;
      const next = () => show({ name: "standings", index: index++, sinceMs: Date.now(), advancesAtMs: null });
      if (scene === "standings") next();
      const timers = [setInterval(() => send({ type: "board", ...board() }), BOARD_EVERY_MS)];
      if (scene === "standings") timers.push(setInterval(next, STANDINGS_EVERY_MS));
      page.once("close", () => timers.forEach(clearInterval));
    },
  };
}

/** The phone of somebody at the top, who has most to see: rows that travel, confetti. */
function winner(players: number): You {
  return {
    playerId: "player-0",
    name: "Player number 0",
    score: 9_000,
    rank: 1,
    players,
    streak: 3,
    correctCount: 9,
    next: null,
    answer: null,
  };
}

/** Ten who overtake each other all the time. */
function shuffledTop(tick: number) {
  return Array.from({ length: 10 }, (_, n) => ({
    playerId: `player-${n}`,
    name: `Player number ${n}`,
    score: 9_000 - n * 150 + ((tick * 7 + n * 13) % 5) * 90,
    ...(n % 3 === 0 ? { streak: 3 + n } : {}),
  }))
    .sort((a, b) => b.score - a.score)
    .map((row, place) => ({ rank: place + 1, ...row }));
}

function viewOf(phase: PhaseView, version: number, players: number): View {
  return {
    version,
    sessionId: "bench",
    pin: "123456",
    title: "Bench",
    joinUrl: "http://127.0.0.1/join?pin=123456",
    phase,
    question: null,
    reveal: null,
    questions: 10,
    judged: 10,
    earning: 10,
    players,
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
    room: { theme: "theater" },
    stage: { show: null },
    door: "socket",
    serverNowMs: Date.now(),
  };
}
