import { setTimeout as sleep } from "node:timers/promises";
import { Cluster, type Command, Redis, type RedisOptions } from "ioredis";
import { familyOf, type KeyFamily } from "./keys.ts";

export type RedisClient = Redis | Cluster;

/** One server, or some nodes of a cluster: each a `redis://` or `rediss://` URL, or just host and port. */
export type RedisTarget = { url: string } | { cluster: readonly string[] };

export interface ConnectOptions {
  /** Connection trouble. The client goes on trying by itself; calls fail meanwhile. */
  onError?(error: Error): void;
  commandTimeoutMs?: number;
  /** A connection on which nothing comes back for this long is given up, and with it what was sent on it. */
  stalledMs?: number;
  /** How long to wait for a server that does not answer yet, or for a cluster that is being formed. */
  startMs?: number;
  /** Each command that was answered or given up, with what its key is for. */
  onCommand?(family: KeyFamily, tookMs: number, failed: boolean): void;
}

/** Redis may be busy loading its data when a node starts. One that refuses is not waited for. */
const START_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
const RECONNECT_AT_MOST_EVERY_MS = 1_000;

/**
 * Connects, and rejects if Redis refuses or does not answer within half a minute. Later losses are no reason to fail: the client reconnects, and
 * calls fail within `commandTimeoutMs` meanwhile instead of waiting.
 */
export async function connectRedis(target: RedisTarget, options: ConnectOptions = {}): Promise<RedisClient> {
  const redis = "url" in target ? single(target.url, options) : cluster(target.cluster, options);
  if (options.onCommand) timeCommands(redis, options.onCommand);
  let last: Error | undefined;
  redis.on("error", (error: Error) => {
    last = error;
    options.onError?.(error);
  });
  const { startMs = START_TIMEOUT_MS } = options;
  try {
    const giveUpAtMs = performance.now() + startMs;
    await within(startMs, () => connected(redis, () => last));
    // A cluster's connections are opened by their first command, which later ones may overtake: open them all now.
    const servers = redis instanceof Cluster ? redis.nodes("master") : [redis];
    await Promise.all(servers.map((server) => pinged(server, giveUpAtMs)));
    return redis;
  } catch (error) {
    redis.disconnect();
    const lacking = "cluster" in target ? await whatClusterLacks(target.cluster) : null;
    const reason = lacking || last?.message || (error as Error).message;
    throw new Error(`Redis at ${redisAddress(target)} cannot be reached: ${reason}`);
  }
}

/** Ends the connection once what was sent is answered, or after a second. */
export async function disconnectRedis(redis: RedisClient): Promise<void> {
  try {
    await within(1_000, () => redis.quit());
  } catch {
    // It did not answer; there is nothing to wait for.
  }
  redis.disconnect();
}

/** A second connection of the same kind, for subscriptions. Not connected yet, and silent: listen to its events. */
export function subscriberOf(redis: RedisClient): RedisClient {
  const subscriber =
    redis instanceof Cluster
      ? redis.duplicate([], { shardedSubscribers: true, lazyConnect: true })
      : redis.duplicate({ autoResubscribe: false, lazyConnect: true });
  subscriber.on("error", () => {});
  return subscriber;
}

/** Host and port, without user and password, for messages and logs. */
export function redisAddress(target: RedisTarget): string {
  const urls = "url" in target ? [target.url] : target.cluster;
  return urls.map((url) => parse(url).host).join(", ");
}

/** Every command, those inside a transaction and scripts too, goes through `sendCommand`. */
function timeCommands(redis: RedisClient, onCommand: NonNullable<ConnectOptions["onCommand"]>): void {
  const send = redis.sendCommand.bind(redis) as (command: Command, ...rest: unknown[]) => unknown;
  redis.sendCommand = ((command: Command, ...rest: unknown[]) => {
    const startedAtMs = performance.now();
    const family = familyOf(keyOf(command));
    const done = (failed: boolean) => onCommand(family, performance.now() - startedAtMs, failed);
    command.promise.then(
      () => done(false),
      () => done(true),
    );
    return send(command, ...rest);
  }) as typeof redis.sendCommand;
}

/** A script comes as its hash and the number of its keys before them. */
function keyOf({ name, args }: Command): string {
  return String((name.startsWith("eval") ? args[2] : args[0]) ?? "");
}

function single(url: string, options: ConnectOptions): Redis {
  return new Redis(parse(url).href, { ...common(options), enableOfflineQueue: false, lazyConnect: true });
}

function cluster(nodes: readonly string[], options: ConnectOptions): Cluster {
  const urls = nodes.map(parse);
  const withPassword = urls.find((url) => url.password !== "");
  const secure = urls.some((url) => url.protocol === "rediss:");
  return new Cluster(
    urls.map((url) => ({ host: url.hostname, port: Number(url.port || 6379) })),
    {
      lazyConnect: true,
      enableOfflineQueue: false,
      // Commands that meet a move or a failover are tried again for half a second; then the caller has its own way out.
      maxRedirections: 5,
      retryDelayOnFailover: 100,
      slotsRefreshTimeout: 1_000,
      clusterRetryStrategy: reconnectDelayMs,
      redisOptions: {
        ...common(options),
        ...(withPassword && {
          username: decodeURIComponent(withPassword.username) || undefined,
          password: decodeURIComponent(withPassword.password),
        }),
        ...(secure && { tls: {} }),
      },
    },
  );
}

function common({ commandTimeoutMs = 1_500, stalledMs = 5_000 }: ConnectOptions): RedisOptions {
  return {
    // Later than a leaderboard gives up by itself, which knows whether this process was only busy (circuit.ts).
    commandTimeout: commandTimeoutMs,
    // A caller that gave up leaves its command in the connection's queue: only the connection's end empties it.
    socketTimeout: stalledMs,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
    // What was sent to a server that went away may have been done; the caller decides whether to send it again.
    autoResendUnfulfilledCommands: false,
    retryStrategy: reconnectDelayMs,
  };
}

/** The client tries again by itself; only a server that is silent is worth the wait. */
async function connected(redis: RedisClient, lastError: () => Error | undefined): Promise<void> {
  try {
    await redis.connect();
  } catch (error) {
    // The rejection only says that the connection is closed; why was told by the event before it.
    const told: (Error & { lastNodeError?: Error }) | undefined = lastError();
    if (!/time(?:d ?)?out/i.test((told?.lastNodeError ?? told)?.message ?? "")) throw error;
    await new Promise<void>((resolve) => redis.once("ready", resolve));
  }
}

const SLOTS = 16_384;

/** The state that the members of a cluster report while it does not become ready; null if they report none. */
async function whatClusterLacks(nodes: readonly string[]): Promise<string | null> {
  for (const node of nodes) {
    const server = new Redis(parse(node).href, {
      ...{ lazyConnect: true, connectTimeout: 1_000, commandTimeout: 1_000, enableReadyCheck: false },
      retryStrategy: () => null,
    });
    server.on("error", () => {});
    try {
      await server.connect();
      const info = String(await server.cluster("INFO"));
      const served = Number(/cluster_slots_ok:(\d+)/.exec(info)?.[1]);
      if (served < SLOTS)
        return `the cluster is only half formed, ${served} of ${SLOTS} slots are served; docs/OPERATIONS.md, “Redis, half formed”, says how to make it whole`;
    } catch (error) {
      if (/cluster support disabled/i.test((error as Error).message))
        return "it is a single server and no cluster: set REDIS_URL instead of REDIS_CLUSTER";
    } finally {
      server.disconnect();
    }
  }
  return null;
}

async function pinged(server: Redis, giveUpAtMs: number): Promise<void> {
  while (true) {
    try {
      await server.ping();
      return;
    } catch (error) {
      if (performance.now() > giveUpAtMs) throw error;
      await sleep(100);
    }
  }
}

function reconnectDelayMs(attempt: number): number {
  return Math.min(50 * 2 ** (attempt - 1), RECONNECT_AT_MOST_EVERY_MS) + Math.floor(Math.random() * 100);
}

function parse(url: string): URL {
  return new URL(url.includes("://") ? url : `redis://${url}`);
}

async function within<T>(ms: number, act: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([act(), late]);
  } finally {
    clearTimeout(timer);
  }
}
