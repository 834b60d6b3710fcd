import { performance } from "node:perf_hooks";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { REFUSALS } from "../kernel/refusal.ts";

/**
 * The counters of the server. Callers say what happened, in milliseconds and bytes; names, labels and units of the
 * exposition are decided here alone. Labels have few values: never a session, a PIN, a player or an address.
 */
export interface Metrics {
  /** A request to open a live socket: "accepted", or the refusal code. */
  upgrade(result: string): void;
  socketOpened(role: SocketRole): void;
  socketClosed(role: SocketRole, code: number): void;
  frameIn(type: string, bytes: number): void;
  /** One frame written to this many sockets. */
  frameOut(type: string, bytes: number, sockets?: number): void;
  /** A lossy frame that a slow reader did not get. */
  frameDropped(type: string): void;
  /** A socket closed because it could not keep up. */
  slowReader(): void;
  /** A frame that was refused: "malformed", "too_many", a refusal code. */
  badFrame(reason: string): void;
  rtt(ms: number): void;
  /** From the first to the last write of one message to a room. */
  broadcast(type: string, tookMs: number): void;
  /** A hello: "fresh" or "resumed", or the refusal code. */
  hello(result: string): void;
  /** How late a new question reached its sockets, against its announced instant. */
  questionSkew(ms: number): void;
  /** From the first news after a board to the next board on the screens of hosts and presenters. */
  boardDelay(ms: number): void;
  /** From the close of a question to the last personal line sent. */
  reveal(tookMs: number): void;

  /** "opened", "started" or "ended"; told by the node that did it. */
  sessionStep(step: SessionStep): void;
  /** Overdue sessions: their node died, or was late. */
  sessionsOverdue(count: number): void;
  /** "joined", or the refusal code. */
  join(result: string): void;
  pinFailure(): void;
  /** "ok", or the refusal code. */
  signIn(result: string): void;
  /** From receipt to the durable acknowledgment. `result`: "accepted", "repeat", or the refusal code. */
  answer(door: Door, result: string, tookMs: number): void;
  /** One transaction of the intake. */
  answerGroup(answers: number): void;
  /** One call of a store, by name ("answers.commit"). */
  storeCall(call: string, tookMs: number, failed: boolean): void;

  /** What became of so many spans: "sent" or "dropped". */
  spans(result: string, count: number): void;
  /** What became of the report of an error: "sent" or "dropped". */
  errorReport(result: string): void;

  boardRebuilt(tookMs: number): void;
  /** From publish to receipt on the bus between nodes, measured once a second. */
  busLag(ms: number): void;
  /** "connection", "bus", "notice" (not one of ours), "presence", or "leaderboard" (it is not asked for a while). */
  redisError(operation: string): void;
  /** One command, by what its key is for. */
  redisCommand(family: string, tookMs: number, failed: boolean): void;

  /** A connection cut before it had asked for anything: "slow_headers", "silent", "too_many_waiting", "full". */
  connectionCut(reason: string): void;

  /** A page or action that was not let in: the refusal code. */
  pageTurnedAway(reason: string): void;

  /** An answered request of any kind, but those that only ask how the server is. */
  response(status: number): void;
  http(route: string, method: string, status: number, tookMs: number): void;

  /** Adds numbers that are read when somebody scrapes. */
  onScrape(read: () => ScrapedGauges): void;
  /** Collected at most once a second; who asks meanwhile gets the same. */
  text(): Promise<string>;
  contentType: string;
}

export type SocketRole = "player" | "host" | "presenter" | "unknown";
export type SessionStep = "opened" | "started" | "ended";
export type Door = "action" | "socket" | "rest";

export interface ScrapedGauges {
  /** Sessions on this node, by phase. */
  sessions?: Readonly<Record<string, number>>;
  /** Players in the sessions of this node. */
  players?: number;
  /** Answers that wait for their group. */
  answerQueue?: number;
  redisDegraded?: boolean;
  /** The database does not answer in time, as hosts are told. */
  databaseLate?: boolean;
  writesRefused?: boolean;
  pool?: { size: number; connections: number; calls: number };
  /** Since the start, because what reads the log was too slow. */
  logLinesDropped?: number;
  /** Where the embedded database is. */
  disk?: { sizeBytes: number; freeBytes: number };
}

/** Bounds in seconds, from a memory access to a timeout. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Of one statement or command. */
const CALL_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const ROWS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Refusals that are the server's own fault. */
const OWN_FAULTS = Object.entries(REFUSALS)
  .filter(([, { status }]) => status >= 500)
  .map(([code]) => code);

/** To collect them takes some milliseconds, however many ask. */
const COLLECTED_EVERY_MS = 1_000;

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const readers: (() => ScrapedGauges)[] = [];

  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `quiz_${name}`, help, labelNames, registers: [registry] });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `quiz_${name}`, help, labelNames, registers: [registry] });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    ...labelNames: Label[]
  ) => new Histogram({ name: `quiz_${name}`, help, buckets, labelNames, registers: [registry] });

  const upgrades = counter("ws_upgrades_total", "Requests to open a live socket.", "result");
  const connections = gauge("ws_connections", "Open live sockets.", "role");
  const closes = counter("ws_close_total", "Closed live sockets, by close code.", "code");
  const frames = counter("ws_frames_total", "Frames received and sent.", "dir", "type");
  const bytes = counter("ws_bytes_total", "Payload bytes received and sent.", "dir");
  const dropped = counter("ws_dropped_frames_total", "Lossy frames skipped for slow readers.", "type");
  const slow = counter("ws_slow_consumer_closes_total", "Sockets closed because they could not keep up.");
  const bad = counter("ws_bad_frames_total", "Frames that were refused.", "reason");
  const rtt = histogram("ws_rtt_seconds", "Round trips measured by the server.", SECONDS);
  const broadcasts = histogram(
    "broadcast_seconds",
    "First to last write of a room message.",
    SECONDS,
    "type",
  );
  const hellos = counter("hello_total", "Greetings on live sockets: fresh, resumed, refused.", "result");
  const skew = histogram("question_open_skew_seconds", "Lateness of a question at its sockets.", SECONDS);
  const boards = histogram("board_delay_seconds", "News to a board on the big screens.", SECONDS);
  const reveals = histogram("reveal_seconds", "Close of a question to the last personal line.", SECONDS);
  const sessions = gauge("sessions", "Sessions on this node.", "phase");
  const players = gauge("players", "Players in the sessions of this node.");
  const steps = counter("session_steps_total", "Sessions opened, started and ended.", "step");
  const overdue = counter(
    "sessions_overdue_total",
    "Sessions that another node had left past their instant.",
  );
  const joins = counter("joins_total", "Joins and refused joins.", "result");
  const pinFailures = counter("pin_failures_total", "Look-ups of PINs that lead nowhere.");
  const signIns = counter("sign_ins_total", "Sign-ins of hosts.", "result");
  const answers = counter("answers_total", "Answers and refused answers.", "door", "result");
  const acks = histogram(
    "answer_ack_seconds",
    "Receipt of an answer to its durable acknowledgment.",
    SECONDS,
    "door",
  );
  const groupRows = histogram("answer_batch_rows", "Answers in one transaction.", ROWS);
  const queue = gauge("answer_queue_depth", "Answers that wait for their transaction.");
  const database = histogram("db_seconds", "Calls of the stores in the database.", CALL_SECONDS, "op");
  const databaseErrors = counter("db_errors_total", "Failed calls of the stores.", "op");
  const poolSize = gauge("db_pool_size", "Connections to the database this node may have.");
  const poolConnections = gauge("db_connections", "Connections to the database that stand.");
  const poolCalls = gauge("db_calls", "Calls of the stores under way or waiting for a connection.");
  const late = gauge("db_degraded", "1 while the database does not answer in time.");
  const disk = gauge("disk_bytes", "The disk of the embedded database.", "space");
  const rebuilds = histogram("board_rebuild_seconds", "Refilling a leaderboard from the database.", SECONDS);
  const busLag = histogram("broker_lag_seconds", "Publish to receipt between nodes.", SECONDS);
  const redisErrors = counter("redis_errors_total", "Failed Redis calls.", "op");
  const redisTimes = histogram(
    "redis_seconds",
    "Redis commands, by what they are for.",
    CALL_SECONDS,
    "family",
  );
  const redisFailed = counter("redis_failed_commands_total", "Redis commands without an answer.", "family");
  const degraded = gauge("redis_degraded", "1 while Redis is configured and not usable.");
  const cuts = counter("connections_cut_total", "Connections cut before a request was whole.", "reason");
  const turnedAway = counter("pages_turned_away_total", "Pages and actions that were not let in.", "reason");
  const spans = counter("trace_spans_total", "Spans sent to the collector, and dropped.", "result");
  const reports = counter("error_reports_total", "Errors sent to Sentry, and dropped.", "result");
  const refused = gauge("db_writes_refused", "1 while the database refuses what it should store.");
  const logDropped = counter("log_lines_dropped_total", "Lines that nobody read from stdout in time.");
  const responses = counter("responses_total", "Answered requests, but for health checks.", "class");
  const requests = histogram("http_seconds", "Requests to the API.", SECONDS, "route", "method", "status");

  new Counter({
    name: "quiz_event_loop_active_seconds_total",
    help: "Time in which the event loop was not idle.",
    registers: [registry],
    collect() {
      this.reset();
      this.inc(performance.eventLoopUtilization().active / 1000);
    },
  });
  for (const step of ["opened", "started", "ended"]) steps.inc({ step }, 0);
  for (const kind of ["2xx", "3xx", "4xx", "5xx"]) responses.inc({ class: kind }, 0);
  // A counter that appears with its first events hides them from Prometheus, which sees growth alone.
  for (const result of ["fresh", "resumed", ...OWN_FAULTS]) hellos.inc({ result }, 0);
  for (const result of ["joined", ...OWN_FAULTS]) joins.inc({ result }, 0);
  for (const door of ["action", "socket", "rest"] as const)
    for (const result of ["accepted", ...OWN_FAULTS]) answers.inc({ door, result }, 0);

  let collected: { atMs: number; text: Promise<string> } | null = null;

  function scrape(): void {
    const read = readers.map((reader) => reader());
    sessions.reset();
    for (const { sessions: byPhase = {} } of read) {
      for (const [phase, count] of Object.entries(byPhase)) sessions.inc({ phase }, count);
    }
    players.set(read.reduce((sum, each) => sum + (each.players ?? 0), 0));
    degraded.set(read.some((each) => each.redisDegraded) ? 1 : 0);
    late.set(read.some((each) => each.databaseLate) ? 1 : 0);
    for (const { pool, disk: space, logLinesDropped } of read) {
      if (logLinesDropped !== undefined) {
        logDropped.reset();
        logDropped.inc(logLinesDropped);
      }
      if (pool) {
        poolSize.set(pool.size);
        poolConnections.set(pool.connections);
        poolCalls.set(pool.calls);
      }
      if (space) {
        disk.set({ space: "size" }, space.sizeBytes);
        disk.set({ space: "free" }, space.freeBytes);
      }
    }
    refused.set(read.some((each) => each.writesRefused) ? 1 : 0);
    queue.set(read.reduce((sum, each) => sum + (each.answerQueue ?? 0), 0));
  }

  return {
    upgrade: (result) => upgrades.inc({ result }),
    socketOpened: (role) => connections.inc({ role }),
    socketClosed(role, code) {
      connections.dec({ role });
      closes.inc({ code: knownCode(code) });
    },
    frameIn(type, size) {
      frames.inc({ dir: "in", type });
      bytes.inc({ dir: "in" }, size);
    },
    frameOut(type, size, sockets = 1) {
      frames.inc({ dir: "out", type }, sockets);
      bytes.inc({ dir: "out" }, size * sockets);
    },
    frameDropped: (type) => dropped.inc({ type }),
    slowReader: () => slow.inc(),
    badFrame: (reason) => bad.inc({ reason }),
    rtt: (ms) => rtt.observe(ms / 1000),
    broadcast: (type, tookMs) => broadcasts.observe({ type }, tookMs / 1000),
    hello: (result) => hellos.inc({ result }),
    questionSkew: (ms) => skew.observe(ms / 1000),
    boardDelay: (ms) => boards.observe(ms / 1000),
    sessionStep: (step) => steps.inc({ step }),
    sessionsOverdue: (count) => overdue.inc(count),
    reveal: (tookMs) => reveals.observe(tookMs / 1000),
    join: (result) => joins.inc({ result }),
    pinFailure: () => pinFailures.inc(),
    signIn: (result) => signIns.inc({ result }),
    answer(door, result, tookMs) {
      answers.inc({ door, result });
      if (result === "accepted" || result === "repeat") acks.observe({ door }, tookMs / 1000);
    },
    answerGroup: (rows) => groupRows.observe(rows),
    storeCall(op, tookMs, failed) {
      database.observe({ op }, tookMs / 1000);
      if (failed) databaseErrors.inc({ op });
    },
    spans: (result, count) => spans.inc({ result }, count),
    errorReport: (result) => reports.inc({ result }),
    boardRebuilt: (tookMs) => rebuilds.observe(tookMs / 1000),
    busLag: (ms) => busLag.observe(ms / 1000),
    redisError: (operation) => redisErrors.inc({ op: operation }),
    redisCommand(family, tookMs, failed) {
      redisTimes.observe({ family }, tookMs / 1000);
      if (failed) redisFailed.inc({ family });
    },
    response: (status) => responses.inc({ class: `${Math.floor(status / 100)}xx` }),
    pageTurnedAway: (reason) => turnedAway.inc({ reason }),
    connectionCut: (reason) => cuts.inc({ reason }),
    http: (route, method, status, tookMs) =>
      requests.observe({ route, method, status: String(status) }, tookMs / 1000),
    onScrape: (read) => void readers.push(read),
    text() {
      const nowMs = performance.now();
      if (!collected || nowMs - collected.atMs >= COLLECTED_EVERY_MS) {
        scrape();
        collected = { atMs: nowMs, text: registry.metrics() };
      }
      return collected.text;
    },
    contentType: registry.contentType,
  };
}

/** Clients may close with any of thousands of codes; a label must not have that many values. */
function knownCode(code: number): string {
  const ours = (code >= 4000 && code < 4010) || (code >= 4500 && code < 4510);
  return ours || (code >= 1000 && code <= 1015) ? String(code) : "other";
}
