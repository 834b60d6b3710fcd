import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { type RawData, type ServerOptions, type WebSocket, WebSocketServer } from "ws";
import { nodeHeaders } from "../auth/own-origin.ts";
import { refuseUpgrade } from "../http/refuse-upgrade.ts";
import { CLOSE_CODES } from "../protocol/close-codes.ts";
import type { LiveSockets } from "../runtime/node-beat.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { createBusyWatch } from "./busy.ts";
import { Connection, type ConnectionHooks } from "./connection.ts";
import { createGreet } from "./greet.ts";
import { watchHealth } from "./health.ts";
import { createHeartbeat, measurePong } from "./heartbeat.ts";
import { stillHosts } from "./identify.ts";
import { createReceive } from "./inbound.ts";
import {
  BUFFERED_CHUNKS_MAX,
  FRAGMENTS_MAX,
  FRAME_MAX_BYTES,
  PING_COST,
  REMOTE_CHECKED_EVERY_MS,
  SIGN_IN_CHECKED_EVERY_MS,
} from "./limits.ts";
import { aboutSocket } from "./room.ts";
import { createRooms } from "./rooms.ts";
import { SocketCaller } from "./socket-caller.ts";
import { createTicker } from "./ticker.ts";
import { judgeUpgrade } from "./upgrade.ts";

/** The live sockets of this node. */
export interface Realtime {
  /** For requests to `/ws`. */
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes no more sockets, and sends all away to come back elsewhere. Resolves when they are gone. */
  drain(): Promise<void>;
  /** What its operator sees of it, and a drain that can be taken back. */
  live: LiveSockets;
}

/** How long the other side has to answer a close before the socket is cut. */
const CLOSE_WITHIN_MS = 3_000;
/** A whole room that comes back in the same instant is a storm on the next node. */
const DRAIN_SPREAD_MS = 1_500;
const DRAIN_STEP_MS = 50;

export function createRealtime(runtime: Runtime): Realtime {
  const { clock, logger, metrics } = runtime;
  const now = () => clock.now();
  const connections = new Set<Connection>();
  const ticker = createTicker({
    now: () => performance.now(),
    onError: (error) => logger.error({ err: error }, "A live feed failed"),
  });
  const rooms = createRooms(runtime, ticker);
  const heartbeat = createHeartbeat({ now, busy: createBusyWatch(), onBeat: checkSignIn });
  const greet = createGreet({ runtime, rooms, awaitGreeting: heartbeat.awaitGreeting });
  const receive = createReceive({ runtime, rooms, greet, greeted: heartbeat.sample });
  const stopHealth = watchHealth(runtime, rooms);
  const options: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: FRAME_MAX_BYTES,
    maxFragments: FRAGMENTS_MAX,
    maxBufferedChunks: BUFFERED_CHUNKS_MAX,
    closeTimeout: CLOSE_WITHIN_MS,
  };
  const server = new WebSocketServer(options);
  let draining = false;
  /** For good. */
  let stopping = false;

  function handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const verdict = judgeUpgrade(req.headers, {
      rules: runtime.config,
      connections: connections.size,
      draining,
    });
    metrics.upgrade(verdict.accepted ? "accepted" : verdict.why);
    if (!verdict.accepted) {
      if (verdict.why === "bad_origin")
        runtime.originMismatches.tell(runtime.originMismatches.of(nodeHeaders(req)));
      refuseUpgrade(socket, verdict.status, verdict.status.startsWith("503") ? ["Retry-After: 5"] : []);
      return;
    }
    const { cookie } = verdict;
    const caller = new SocketCaller(req, runtime.config.trustedProxies);
    server.handleUpgrade(req, socket, head, (ws) =>
      opened(ws, { caller, cookie, nowMs: now(), wire: socket as Socket }),
    );
  }

  function opened(ws: WebSocket, facts: ConstructorParameters<typeof Connection>[2]): void {
    const connection = new Connection(ws, hooks, facts);
    (ws as LiveSocket)[CONNECTION] = connection;
    connections.add(connection);
    heartbeat.add(connection);
    ws.on("message", onMessage);
    ws.on("ping", onPing);
    ws.on("pong", onPong);
    ws.on("error", onError);
    ws.on("close", onClose);
  }

  const hooks: ConnectionHooks = {
    skipped: (type) => metrics.frameDropped(type),
    left(connection, from, code) {
      connections.delete(connection);
      heartbeat.remove(connection);
      const role = from.name === "live" ? from.who.role : "unknown";
      if (role === "unknown") metrics.socketOpened(role);
      metrics.socketClosed(role, code);
      runtime.events.tell("socket-closed", "A socket was closed", {
        ...(from.name === "live" ? aboutSocket(from.room, from.who) : { role }),
        closeCode: code,
        bytesIn: connection.wire.bytesRead,
        bytesOut: connection.wire.bytesWritten,
        tookMs: now() - connection.openedAtMs,
      });
      if (code === CLOSE_CODES.too_slow.code) metrics.slowReader();
    },
  };

  // Shared by all sockets: ws calls listeners with the socket as `this`.
  function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
    try {
      receive(connectionOf(this), data as Buffer, isBinary);
    } catch (error) {
      logger.error({ err: error }, "A message could not be handled");
    }
  }

  /** ws answers pings by itself; they count like other messages. */
  function onPing(this: WebSocket): void {
    const connection = connectionOf(this);
    connection.heard = true;
    if (connection.messages.take(now(), PING_COST) || connection.excess.take(now())) return;
    connection.close("too_many_messages");
  }

  function onPong(this: WebSocket, payload: Buffer): void {
    const connection = connectionOf(this);
    connection.heard = true;
    const rttMs = measurePong(connection, payload);
    if (rttMs !== null) metrics.rtt(rttMs);
  }

  /** Frames that break the protocol: too large, not UTF-8, not masked. ws closes the socket with the standard code. */
  function onError(this: WebSocket, error: Error & { code?: string }): void {
    if (error.code?.startsWith("WS_ERR")) metrics.badFrame("malformed");
  }

  function onClose(this: WebSocket, code: number): void {
    connectionOf(this).left(code);
  }

  function checkSignIn(connection: Connection): void {
    const { stage } = connection;
    if (stage.name !== "live" || stage.who.role !== "host") return;
    const { who, room } = stage;
    const remote = who.by.kind === "remote";
    if (now() - who.checkedAtMs < (remote ? REMOTE_CHECKED_EVERY_MS : SIGN_IN_CHECKED_EVERY_MS)) return;
    who.checkedAtMs = now();
    stillHosts(runtime, room.sessionId, who.by).then(
      (stays) => {
        if (!stays) connection.close(remote ? "remote_removed" : "signed_out");
      },
      // The database is away: the host stays, and is looked at again later.
      (error: unknown) => logger.warn({ err: error }, "A host's sign-in could not be checked"),
    );
  }

  /** Spread over a moment. */
  async function sendAway(): Promise<void> {
    const open = [...connections];
    const steps = Math.ceil(DRAIN_SPREAD_MS / DRAIN_STEP_MS);
    const perStep = Math.max(50, Math.ceil(open.length / steps));
    for (let i = 0; i < open.length; i += perStep) {
      if (i > 0) await sleep(DRAIN_STEP_MS);
      if (!draining) return;
      for (const connection of open.slice(i, i + perStep)) connection.close("restarting");
    }
  }

  return {
    handleUpgrade,
    async drain() {
      draining = true;
      stopping = true;
      const sockets = [...connections].map((connection) => connection.ws);
      await sendAway();
      const deadlineMs = performance.now() + CLOSE_WITHIN_MS;
      while (sockets.some((ws) => ws.readyState !== ws.CLOSED) && performance.now() < deadlineMs)
        await sleep(20);
      for (const ws of sockets) ws.terminate();
      for (const connection of connections) connection.ws.terminate();
      rooms.stop();
      ticker.stop();
      heartbeat.stop();
      stopHealth();
    },
    live: {
      stats() {
        const sockets = { all: connections.size, players: 0, hosts: 0, presenters: 0 };
        const sessions = [...rooms.all()].map(({ sessionId, players, hosts, presenters }) => {
          sockets.players += players.size;
          sockets.hosts += hosts.size;
          sockets.presenters += presenters.size;
          return { id: sessionId, players: players.size, hosts: hosts.size, presenters: presenters.size };
        });
        return { sockets, rooms: sessions.length, sessions: sessions.sort((a, b) => b.players - a.players) };
      },
      rest(resting) {
        if (stopping) return;
        draining = resting;
        if (resting) void sendAway();
      },
    },
  };
}

const CONNECTION = Symbol("connection");
type LiveSocket = WebSocket & { [CONNECTION]: Connection };

function connectionOf(ws: WebSocket): Connection {
  return (ws as LiveSocket)[CONNECTION];
}
