import { setImmediate } from "node:timers/promises";
import type { ServerMessage } from "../protocol/server-messages.ts";
import { textFrame } from "./text-frame.ts";

/** A message made once for everybody, as it goes over the wire. */
export interface Frame {
  type: ServerMessage["type"];
  bytes: Buffer;
  /** Of a view: its version. */
  version?: number;
  /** What sockets get in its place that take patches. */
  brief?: Brief;
}

export interface Brief {
  type: ServerMessage["type"];
  bytes: Buffer;
  /** Only for those who have this version of the view. */
  from?: number;
}

interface Receiver {
  send(type: Frame["type"], bytes: Buffer): void;
  /** Whether it understands patches of what it has been told (docs/decisions/052). */
  takesPatches?: boolean;
  viewVersion?: number;
}

/** What this socket gets of it: the whole, if it takes no patches or lacks what this one is a patch of. */
export function shareOf(
  receiver: Receiver,
  { brief, type, bytes }: Frame,
): { type: Frame["type"]; bytes: Buffer } {
  const fits =
    receiver.takesPatches && brief && (brief.from === undefined || brief.from === receiver.viewVersion);
  return fits ? brief : { type, bytes };
}

export function encode(message: ServerMessage): Frame {
  return { type: message.type, bytes: textFrame(JSON.stringify(message)) };
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
  frame: Frame,
  obsolete?: () => boolean,
): Promise<number> {
  const chunked = groups.reduce((sum, group) => sum + group.size, 0) >= CHUNKED_FROM;
  let costMs = 0;
  let startedAt = performance.now();
  let sent = 0;
  for (const group of groups) {
    // Sets allow changes while they are walked; a connection added meanwhile was welcomed with newer news.
    for (const connection of group) {
      const { type, bytes } = shareOf(connection, frame);
      connection.send(type, bytes);
      if (frame.version !== undefined) connection.viewVersion = frame.version;
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
