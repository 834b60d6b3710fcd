/** Where instants come from: milliseconds since the epoch, server time. Passed in, so tests can hold it still. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
