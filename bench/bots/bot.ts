import { clockSync } from "#lib/client/connection/clock-sync.ts";
import { liveConnection } from "#lib/client/connection/live-connection.ts";
import type { Random } from "#lib/kernel/random.ts";
import { REACTIONS } from "#lib/protocol/reactions.ts";
import type { Board, ServerMessage } from "#lib/protocol/server-messages.ts";
import type { Ack } from "#lib/protocol/shapes.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";
import { nodePlatform } from "./node-platform.ts";
import { planAnswer } from "./plan-answer.ts";
import type { Joined, PlayerRest } from "./rest.ts";

/** What one bot saw and was told. */
export interface BotRecord {
  playerId: string;
  name: string;
  token: string;
  /** Every acknowledgment, by either door, in the order they came. */
  acks: Ack[];
  refusals: { questionIndex: number; code: string }[];
  you: You | null;
  board: Board | null;
  view: View | null;
  reconnects: number;
  /** Why the server sent it away for good; null if it did not. */
  sentAway: string | null;
  /** Every frame as it came, if asked for. */
  frames: string[];
}

export interface BotOptions {
  url: string;
  pin: string;
  joined: Joined;
  rest: PlayerRest;
  random: Random;
  seed: number;
  skill: number;
  door: "socket" | "rest";
  keepFrames: boolean;
}

export interface Bot {
  record: BotRecord;
  start(): void;
  stop(): void;
}

/** An answer without an ack after this long is sent again, by the other door: it is stored once all the same. */
const RETRY_MS = 4_000;
const REACTS = 0.15;

export function createBot(options: BotOptions): Bot {
  const { joined, random, rest } = options;
  const record: BotRecord = {
    playerId: joined.playerId,
    name: joined.name,
    token: joined.token,
    acks: [],
    refusals: [],
    you: null,
    board: null,
    view: null,
    reconnects: -1,
    sentAway: null,
    frames: [],
  };
  const platform = nodePlatform(random, (frame) => options.keepFrames && record.frames.push(frame));
  const clock = clockSync(platform.clock);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** The question and opening that an answer is planned for; a pause moves the opening. */
  let planned = "";
  let cancelPlanned = () => {};
  const settled = new Set<number>();

  const connection = liveConnection({
    platform,
    url: () => `${options.url.replace(/^http/, "ws")}/ws`,
    hello: () => ({ pin: options.pin, token: joined.token, as: "player" }),
    welcomed(welcome, at) {
      record.reconnects += 1;
      clock.sample({ ...at, serverAtMs: welcome.serverNowMs, coarse: true });
      if (welcome.you) record.you = welcome.you;
      record.board = welcome.board;
      saw(welcome.view);
    },
    received: hear,
  });
  connection.subscribe(() => {
    const { state } = connection.current();
    if (state.name === "closed") record.sentAway = state.message;
  });

  function hear(message: Exclude<ServerMessage, { type: "welcome" }>): void {
    switch (message.type) {
      case "view":
        saw(message.view);
        return;
      case "board": {
        const { type: _, ...board } = message;
        record.board = board;
        return;
      }
      case "you":
        record.you = message.you;
        return;
      case "ack":
        acknowledged(message.ack);
        return;
      case "refused":
        if (message.id !== undefined) refused(Number(message.id), message.refusal.code);
        return;
      case "pong":
        clock.sample({ sentAtMs: message.t0, serverAtMs: message.t1, receivedAtMs: platform.clock.now() });
        return;
      default:
    }
  }

  function saw(view: View): void {
    if (record.view && view.version < record.view.version) return;
    record.view = view;
    const { phase, question } = view;
    const plan = phase.name === "question" && question ? `${phase.index} ${phase.opensAtMs}` : "";
    // A late bot presses all the same, and is refused; a pause is waited out.
    if (plan === planned || (plan === "" && phase.name !== "paused")) return;
    cancelPlanned();
    planned = plan;
    if (phase.name !== "question" || !question || settled.has(phase.index)) return;
    const answer = planAnswer(question, options);
    if (answer) {
      const inMs = phase.opensAtMs + answer.afterMs - clock.serverNow();
      cancelPlanned = later(inMs, () => press(phase.index, answer.response));
    }
  }

  function press(questionIndex: number, response: unknown): void {
    const pressedAtMs = clock.serverNow();
    const id = String(questionIndex);
    const message = { type: "answer" as const, id, questionIndex, response, pressedAtMs };
    const sent = options.door === "socket" && connection.send(message);
    if (!sent) void pressByRest(questionIndex, response);
    else later(RETRY_MS, () => !settled.has(questionIndex) && void pressByRest(questionIndex, response));
    if (random() < REACTS) {
      const emoji = REACTIONS[Math.floor(random() * REACTIONS.length)] ?? REACTIONS[0];
      later(500 + random() * 2_000, () => connection.send({ type: "react", emoji }));
    }
  }

  async function pressByRest(questionIndex: number, response: unknown): Promise<void> {
    try {
      const answered = await rest.answer(joined.token, { questionIndex, response });
      if (answered.ok) acknowledged(answered.value);
      else if (answered.status < 500) refused(questionIndex, answered.problem.code);
      else throw new Error(answered.problem.detail);
    } catch {
      if (record.view?.phase.name === "question")
        later(RETRY_MS, () => void pressByRest(questionIndex, response));
    }
  }

  function acknowledged(ack: Ack): void {
    settled.add(ack.questionIndex);
    record.acks.push(ack);
  }

  function refused(questionIndex: number, code: string): void {
    settled.add(questionIndex);
    record.refusals.push({ questionIndex, code });
  }

  function later(inMs: number, run: () => void): () => void {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        run();
      },
      Math.max(0, inMs),
    );
    timers.add(timer);
    return () => {
      clearTimeout(timer);
      timers.delete(timer);
    };
  }

  return {
    record,
    start: connection.start,
    stop() {
      connection.stop();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
