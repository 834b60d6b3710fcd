import type { BucketSize } from "./token-bucket.ts";

/** The limits of one socket, one address, one process. Those a client can meet are in docs/SPEC.md (RT, AB) and docs/OPERATIONS.md. */

/** The largest frame that is read at all; ws closes with 1009 above it. An honest message is below 2 KB. */
export const FRAME_MAX_BYTES = 16 * 1024;
/** A message in more pieces, or in so many chunks, is an attack on memory, not a slow phone. */
export const FRAGMENTS_MAX = 8;
export const BUFFERED_CHUNKS_MAX = 64;
/** No message nests deeper than an answer's list; deeper ones could overflow the stack of code that walks them. */
export const NESTING_MAX = 8;

/** A player answers once a question and reacts now and then. The burst covers the pings after a reconnect. */
export const MESSAGES: BucketSize = { burst: 20, perSecond: 8 };
/** Clock samples come in bursts and cost next to nothing. */
export const PING_COST = 0.25;
/** Messages over the limit before the socket is closed; it refills, so a short burst is forgiven. */
export const EXCESS: BucketSize = { burst: 100, perSecond: 2 };
/** At most one "too many requests" in this time: a flood is not answered by a flood. */
export const EXCESS_NOTICE_EVERY_MS = 1_000;
/** Messages that cannot be understood before the socket is closed. */
export const BAD_MESSAGES_MAX = 10;

export const REACTIONS_PER_PLAYER: BucketSize = { burst: 3, perSecond: 1 };
/** How much a room's reactions may cost the bus; the rest of a storm looks the same on screen. */
export const REACTIONS_PER_ROOM: BucketSize = { burst: 100, perSecond: 50 };

export const HELLO_WITHIN_MS = 5_000;
/** A socket is there for somebody. Who is refused so often, or so long, opens another one. */
export const REFUSED_JOINS_MAX = 10;
export const SOMEBODY_WITHIN_MS = 60_000;
/** Above this, upgrades get 503: memory and broadcasts are sized for it. */
export const CONNECTIONS_MAX = 30_000;

/** How often a host's sign-in is looked at again on a socket that stays open. */
export const SIGN_IN_CHECKED_EVERY_MS = 10 * 60_000;
/** The notice of a removal closes its sockets at once; this is for a notice that got lost. */
export const REMOTE_CHECKED_EVERY_MS = 20_000;
