import { setImmediate } from "node:timers/promises";
import type { ServerMessage } from "../protocol/server-messages.ts";

/** A message made once for everybody; as text instead of bytes, ws would encode it again for every socket. */
export interface Frame {
  type: ServerMessage["type"];
  bytes: Buffer;
}

interface Receiver {
  send(type: Frame["type"], bytes: Buffer): void;
}

export function encode(message: ServerMessage): Frame {
  return { type: message.type, bytes: Buffer.from(JSON.stringify(message)) };
}

/** In a room of this many the loop yields between chunks, so that answers and pings do not wait for all of it. */
export const CHUNKED_FROM = 2_000;
export const CHUNK = 1_000;

/**
 * Sends one frame to all. Returns how many milliseconds of the core it took, without the pauses. `obsolete` ends it
 * early, when something newer is on its way to the same sockets.
 */
export async function broadcast(
  groups: readonly ReadonlySet<Receiver>[],
  { type, bytes }: Frame,
  obsolete?: () => boolean,
): Promise<number> {
  const chunked = groups.reduce((sum, group) => sum + group.size, 0) >= CHUNKED_FROM;
  let costMs = 0;
  let startedAt = performance.now();
  let sent = 0;
  for (const group of groups) {
    // Sets allow changes while they are walked; a connection added meanwhile was welcomed with newer news.
    for (const connection of group) {
      connection.send(type, bytes);
      sent += 1;
      if (!chunked || sent % CHUNK !== 0) continue;
      costMs += performance.now() - startedAt;
      await setImmediate();
      if (obsolete?.()) return costMs;
      startedAt = performance.now();
    }
  }
  return costMs + performance.now() - startedAt;
}
