import { newId } from "../../kernel/ids.ts";
import type { ClientMessage } from "../../protocol/client-messages.ts";
import type { ServerMessage, Welcome } from "../../protocol/server-messages.ts";
import { actionDoor, type SubmitAction, socketDoor } from "../answers/answer-door.ts";
import { type Outbox, outbox } from "../answers/outbox.ts";
import { pendingAnswers } from "../answers/pending-answers.ts";
import { type StandingAnswer, standingAnswer } from "../answers/standing-answer.ts";
import { restDoor, type SessionApi, sessionApi } from "../session-api.ts";
import { type ViewStore, viewStore } from "../view-store.ts";
import { type ClockSync, clockSync } from "./clock-sync.ts";
import { EARLY_ANSWER } from "./early-socket.ts";
import { type LiveConnection, liveConnection } from "./live-connection.ts";
import { browserPlatform, type Platform } from "./platform.ts";
import { type Poller, poller } from "./poller.ts";

/** Everything live on one page, wired together and free of any framework. `start` and `stop` may be repeated. */
export interface SessionClient {
  connection: LiveConnection;
  store: ViewStore;
  outbox: Outbox;
  standing: StandingAnswer;
  clock: ClockSync;
  platform: Platform;
  poller: Poller;
  api: SessionApi;
  /** The PIN, once known. */
  pin(): string | null;
  role: "player" | "host" | "presenter";
  react(emoji: Reaction): void;
  start(): void;
  stop(): void;
}

export type Reaction = Extract<ClientMessage, { type: "react" }>["emoji"];

export interface SessionClientOptions {
  /** One of the two says which session. */
  pin?: string;
  sessionId?: string;
  as: "player" | "host" | "presenter";
  /** A presenter's or a player's token, by every door; browsers with a cookie need none. */
  token?: string;
  /** Without one, answers go by socket and REST. */
  submitAction?: SubmitAction;
  platform?: Platform;
  api?: SessionApi;
  socketUrl?: () => string;
}

/** Reactions closer together are dropped: the server ends sockets that talk too much. */
const REACTION_GAP_MS = 400;

export function sessionClient(options: SessionClientOptions): SessionClient {
  const { as: role, pin, sessionId, token, submitAction, platform = browserPlatform() } = options;
  const api = options.api ?? sessionApi({ fetch: (...call) => fetch(...call), baseUrl: "", token });
  const store = viewStore(platform.clock, () => void poll().catch(() => {}));
  const clock = clockSync(platform.clock);
  const isLive = () => connection.current().state.name === "live";
  let reactedAtMs = Number.NEGATIVE_INFINITY;

  const connection = liveConnection({
    platform,
    url: options.socketUrl ?? pageSocketUrl,
    hello: () => ({ as: role, pin, sessionId, token }),
    welcomed,
    received,
    resumed: () => {
      clock.restart();
      answers.retryNow();
    },
  });

  const socket = socketDoor({ live: isLive, send: connection.send });
  const answers = outbox({
    context() {
      const { view, you } = store.state();
      return (
        view && {
          sessionId: view.sessionId,
          pin: view.pin,
          playerId: you?.playerId ?? null,
          preferred: view.door,
          changeAnswers: view.settings.changeAnswers,
          traced: view.traced,
        }
      );
    },
    doors: [...(submitAction ? [actionDoor(submitAction, token)] : []), socket, restDoor(api)],
    pending: pendingAnswers(platform.storage),
    acknowledged: store.acknowledged,
    serverNow: clock.serverNow,
    newId,
    clock: platform.clock,
    timers: platform.timers,
    random: platform.random,
  });

  const standing = standingAnswer({
    store,
    clock,
    timers: platform.timers,
    submit: answers.submit,
    pass(questionIndex) {
      const { state } = answers.answer(questionIndex);
      const mayChange = store.state().view?.settings.changeAnswers === true;
      if (state === "saving" && mayChange) return false;
      const nothingMore = state === "idle" || mayChange;
      if (role === "player" && nothingMore) connection.send({ type: "pass", questionIndex });
      return true;
    },
  });

  let wasLive = false;
  connection.subscribe(() => {
    if (isLive() === wasLive) return;
    wasLive = isLive();
    if (wasLive) answers.retryNow();
    else socket.closed();
  });

  function welcomed(
    message: Welcome,
    at: { sentAtMs: number; receivedAtMs: number },
    rebooted: boolean,
  ): void {
    if (rebooted) clock.restart();
    clock.sample({ ...at, serverAtMs: message.serverNowMs });
    store.received(message);
    caughtUp();
  }

  function received(message: ServerMessage): void {
    if (message.type === "pong") {
      clock.sample({ sentAtMs: message.t0, serverAtMs: message.t1, receivedAtMs: platform.clock.now() });
      return;
    }
    if (socket.received(message)) return;
    if (message.type === "ack" && message.id === EARLY_ANSWER) {
      answers.heard(message.ack);
      return;
    }
    store.received(message);
    if (message.type === "you" || message.type === "view" || message.type === "patch") caughtUp();
  }

  /** What is now known of the player and the question may settle an answer, or say that one is still to be sent. */
  function caughtUp(): void {
    if (role !== "player") return;
    const { you, view } = store.state();
    if (you) answers.reconcile(you);
    if (view?.question) answers.resume(view.question.index);
  }

  const knownPin = () => store.state().view?.pin ?? pin ?? null;

  /** Fetches what the socket would have said; rejects if the server cannot be reached. */
  async function poll(): Promise<void> {
    const at = knownPin();
    if (at === null) return;
    const requestedAtMs = platform.clock.now();
    const [view, you, board] = await Promise.all([
      api.view(at),
      role === "player" ? api.you(at) : null,
      api.board(at),
    ]);
    if (view.ok) {
      const { serverNowMs } = view.value;
      const receivedAtMs = platform.clock.now();
      if (!isLive()) {
        clock.sample({ sentAtMs: requestedAtMs, serverAtMs: serverNowMs, receivedAtMs, coarse: true });
      }
      store.viewFetched(view.value);
    }
    if (you?.ok) store.youFetched(you.value, requestedAtMs);
    if (board.ok && !isLive()) store.boardFetched(board.value);
    caughtUp();
    for (const reply of [view, you]) {
      if (!reply || reply.ok) continue;
      connection.finish(reply.error.code, reply.error.message);
      throw new Error(reply.error.message);
    }
  }

  const polling = poller({ connection, poll, timers: platform.timers, random: platform.random });

  return {
    connection,
    store,
    outbox: answers,
    standing,
    clock,
    platform,
    poller: polling,
    api,
    pin: knownPin,
    role,
    react(emoji) {
      const nowMs = platform.clock.now();
      if (nowMs - reactedAtMs < REACTION_GAP_MS) return;
      if (connection.send({ type: "react", emoji })) reactedAtMs = nowMs;
    },
    start() {
      connection.start();
      polling.start();
      standing.start();
      answers.retryNow();
    },
    stop() {
      polling.stop();
      connection.stop();
      standing.stop();
      answers.stop();
    },
  };
}

function pageSocketUrl(): string {
  const url = new URL("/ws", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
