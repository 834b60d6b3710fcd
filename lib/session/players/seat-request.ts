/**
 * Somebody at the door who says that a seat is theirs. Kept in the memory of every node that has the session open, for
 * minutes: a request that is lost is asked again, since the waiting phone repeats it every few seconds.
 */
export interface SeatRequest {
  /** The hash of the asker's secret, by which the seat is offered (player-store.ts). */
  id: string;
  playerId: string;
  /** Shown on the asking phone and to the host, so that of five who ask the right one gets the seat. */
  number: number;
  network: string | null;
  askedAtMs: number;
  untilMs: number;
  state: "waiting" | "given" | "declined";
}

export type SeatRequests = Map<string, SeatRequest>;

/** How long a request waits for the host. */
export const REQUEST_FOR_MS = 180_000;
/** So many wait in one session. Beyond them the host gives codes. */
export const SEAT_REQUESTS_MAX = 20;
/** So many of one network ask for one seat while the first of them is remembered, also when the host said no. */
const OF_ONE_NETWORK_MAX = 3;
/** A request that is over is remembered for a while, so that the asker hears how it ended. */
const REMEMBERED_FOR_MS = 60_000;
const KEPT_MAX = 3 * SEAT_REQUESTS_MAX;

export function waitingOf(requests: SeatRequests, nowMs: number): SeatRequest[] {
  return [...requests.values()].filter(({ state, untilMs }) => state === "waiting" && untilMs > nowMs);
}

/** Whether one more may ask. */
export function hasRoom(
  requests: SeatRequests,
  { playerId, network, nowMs }: { playerId: string; network: string | null; nowMs: number },
): boolean {
  const sameAsker = [...requests.values()].filter(
    (each) => each.playerId === playerId && each.network === network && each.untilMs > nowMs,
  );
  return waitingOf(requests, nowMs).length < SEAT_REQUESTS_MAX && sameAsker.length < OF_ONE_NETWORK_MAX;
}

/** Two digits that no other request of the session has now. */
export function numberFor(requests: SeatRequests, draw: number): number {
  const used = new Set([...requests.values()].map(({ number }) => number));
  let number = 10 + (draw % 90);
  for (let tries = 0; used.has(number) && tries < 90; tries++) number = number === 99 ? 10 : number + 1;
  return number;
}

/** Takes a request over from a notice. False if it is known, or there is no room for it. */
export function keepRequest(requests: SeatRequests, request: SeatRequest): boolean {
  for (const [id, { untilMs }] of requests)
    if (untilMs + REMEMBERED_FOR_MS < request.askedAtMs) requests.delete(id);
  if (requests.has(request.id) || requests.size >= KEPT_MAX) return false;
  requests.set(request.id, request);
  return true;
}
