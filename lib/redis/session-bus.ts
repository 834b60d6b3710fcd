import { newId } from "../kernel/ids.ts";
import type { Notice, OnNotice, SessionBus } from "../session/live/bus.ts";
import { disconnectRedis, type RedisClient, subscriberOf } from "./client.ts";
import { nodeChannel, sessionChannel } from "./keys.ts";
import { isFrom, readNotice, writeNotice } from "./notice.ts";

/*
 * Sharded pub/sub: one channel per session, on the cluster node that owns it, over a connection of its own.
 *
 * Whether notices arrive cannot be told from the state of a connection: a hung server keeps it open, a cluster moves
 * channels, a subscription may get lost on the way. So the bus listens to itself. Every second it publishes a *beat* on
 * some of its channels and expects to hear it; a channel whose beat does not come back is *silent*, is subscribed again
 * every second until one does, and as long as there is one the bus is not healthy. A channel nobody else uses is always
 * among them, so that a node without sessions knows too.
 */
export interface RedisBusOptions {
  beatEveryMs?: number;
  /** How long a beat may take. */
  silentAfterMs?: number;
  /** Something on a channel that is not a notice; it is dropped. */
  onMalformed?(): void;
  onHealthy?(healthy: boolean): void;
  /** How long a beat took to come back, in milliseconds. */
  onLag?(ms: number): void;
  onError?(error: unknown): void;
}

interface Channel {
  listeners: Set<OnNotice>;
  /** When the beat that has not come back was sent; null if none is under way. */
  beatSentAtMs: number | null;
  silent: boolean;
}

/** Not the start of any JSON. */
const BEAT = "~";
/** Channels tried per beat; a session's turn comes every few seconds at most. */
const BEATS_AT_ONCE = 32;

/** Resolves once the first subscription stands. */
export async function redisBus(redis: RedisClient, options: RedisBusOptions = {}): Promise<SessionBus> {
  const { beatEveryMs = 1_000, silentAfterMs = 2_000 } = options;
  const nodeId = newId();
  const beat = `${BEAT}${nodeId}`;
  const channels = new Map<string, Channel>();
  const subscriber = subscriberOf(redis);
  let turn = 0;
  let wasHealthy = true;
  let lapses = 0;
  let closed = false;

  function publish(sessionId: string, notice: Notice): void {
    const name = sessionChannel(sessionId);
    // This node's own screens are told at once. What comes back by Redis only proves that the bus works.
    queueMicrotask(() => deliver(channels.get(name), notice, true));
    redis.spublish(name, writeNotice(nodeId, notice)).catch((error: unknown) => options.onError?.(error));
  }

  function subscribe(sessionId: string, onNotice: OnNotice): () => void {
    const name = sessionChannel(sessionId);
    const listener: OnNotice = (notice, own) => onNotice(notice, own);
    let channel = channels.get(name);
    if (!channel) {
      channel = newChannel();
      channels.set(name, channel);
      void listen(name, channel);
    }
    channel.listeners.add(listener);
    return () => {
      channel.listeners.delete(listener);
      if (channel.listeners.size > 0 || channels.get(name) !== channel) return;
      channels.delete(name);
      subscriber.sunsubscribe(name).catch(() => {});
    };
  }

  async function listen(name: string, channel: Channel): Promise<void> {
    try {
      await subscriber.ssubscribe(name);
    } catch (error) {
      if (closed) return;
      options.onError?.(error);
      channel.silent = true;
      tellHealth();
    }
  }

  function hear(name: string, text: string): void {
    const channel = channels.get(name);
    if (!channel) return;
    if (text.startsWith(BEAT)) {
      if (text !== beat) return;
      if (channel.beatSentAtMs !== null) options.onLag?.(Date.now() - channel.beatSentAtMs);
      channel.beatSentAtMs = null;
      channel.silent = false;
      tellHealth();
      return;
    }
    if (isFrom(nodeId, text)) return;
    const notice = readNotice(text);
    if (notice) deliver(channel, notice, false);
    else options.onMalformed?.();
  }

  function deliver(channel: Channel | undefined, notice: Notice, own: boolean): void {
    for (const listener of [...(channel?.listeners ?? [])]) {
      try {
        listener(notice, own);
      } catch (error) {
        options.onError?.(error);
      }
    }
  }

  function tick(): void {
    const now = Date.now();
    for (const [name, channel] of channels) {
      if (channel.beatSentAtMs !== null && now - channel.beatSentAtMs >= silentAfterMs) {
        channel.silent = true;
        channel.beatSentAtMs = null;
      }
      if (channel.silent) void listenAgain(name, channel);
    }
    for (const [name, channel] of inTurn()) {
      channel.beatSentAtMs ??= now;
      redis.spublish(name, beat).catch(() => {});
    }
    tellHealth();
  }

  async function listenAgain(name: string, channel: Channel): Promise<void> {
    // A cluster client keeps what it subscribed to in a list; without this a channel would be in it many times.
    await subscriber.sunsubscribe(name).catch(() => {});
    if (channels.get(name) === channel) await listen(name, channel);
    redis.spublish(name, beat).catch(() => {});
  }

  /** This node's own channel, and the next few of the others. */
  function inTurn(): [string, Channel][] {
    const all = [...channels];
    const chosen = all.slice(0, 1);
    const others = all.length - 1;
    for (let i = 0; i < Math.min(others, BEATS_AT_ONCE); i++) chosen.push(all[1 + ((turn + i) % others)]!);
    turn += BEATS_AT_ONCE;
    return chosen;
  }

  /** The connection went away: nothing arrives until a beat says otherwise. */
  function lost(): void {
    for (const channel of channels.values()) {
      channel.silent = true;
      channel.beatSentAtMs = null;
    }
    tellHealth();
  }

  function healthy(): boolean {
    for (const channel of channels.values()) if (channel.silent) return false;
    return true;
  }

  /** Redis says how many connections a message went to; while this node hears its own beats, one of them is its own. */
  async function alone(sessionId: string): Promise<boolean> {
    const name = sessionChannel(sessionId);
    if (closed || !healthy() || !channels.has(name)) return false;
    const reached = await redis.spublish(name, beat).catch(() => Number.POSITIVE_INFINITY);
    return Number(reached) <= 1 && healthy();
  }

  function tellHealth(): void {
    const isHealthy = healthy();
    if (isHealthy === wasHealthy || closed) return;
    wasHealthy = isHealthy;
    if (!isHealthy) lapses++;
    options.onHealthy?.(isHealthy);
  }

  subscriber.on("smessage", hear);
  for (const event of ["close", "end", "-subscriber"]) subscriber.on(event, lost);
  await subscriber.connect();
  for (const event of ["ready", "subscribersReady"]) subscriber.on(event, tick);
  channels.set(nodeChannel(nodeId), newChannel());
  await subscriber.ssubscribe(nodeChannel(nodeId));
  const timer = setInterval(tick, beatEveryMs);
  timer.unref();

  return {
    publish,
    subscribe,
    healthy: () => !closed && healthy(),
    alone,
    lapses: () => lapses,
    async close() {
      closed = true;
      clearInterval(timer);
      channels.clear();
      await disconnectRedis(subscriber);
    },
  };
}

function newChannel(): Channel {
  return { listeners: new Set(), beatSentAtMs: null, silent: false };
}
