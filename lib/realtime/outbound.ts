/**
 * What to do with a frame for a socket that has so many bytes waiting. A slow reader first misses lossy frames (boards,
 * tallies: the next one says it all again), then is sent away to come back and be told the whole state at once. It
 * never delays a room, and never grows the server's memory without bound.
 */
export function outboundVerdict(waitingBytes: number, lossy: boolean): "send" | "skip" | "too_slow" {
  if (waitingBytes > HOPELESS_BYTES) return "too_slow";
  return lossy && waitingBytes > LOSSY_UP_TO_BYTES ? "skip" : "send";
}

/** About twenty boards: a phone this far behind has not read for seconds. */
export const LOSSY_UP_TO_BYTES = 64 * 1024;
/** Some hundred views: it will not catch up. */
export const HOPELESS_BYTES = 1024 * 1024;
