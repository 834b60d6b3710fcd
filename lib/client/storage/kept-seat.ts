import { tabStorage } from "./tab-storage.ts";

/**
 * What a tab keeps of its place in a session, by PIN. Browsers are known by their cookie. Where none is kept (blocked, or
 * meant for https on a page without it), the tab plays by the player's token, which it gets with the join it has made:
 * the same name and join key again are the same player. docs/decisions/020
 */
export interface MadeJoin {
  name: string;
  joinKey: string;
}

export const SEAT_SLOT = "ovation.seat.";
export const JOIN_SLOT = "ovation.joined.";

export function keptToken(pin: string): string | undefined {
  return quietly(() => tabStorage.get(SEAT_SLOT + pin)) ?? undefined;
}

export function keepToken(pin: string, token: string): void {
  quietly(() => tabStorage.set(SEAT_SLOT + pin, token));
}

export function forgetToken(pin: string): void {
  quietly(() => tabStorage.remove(SEAT_SLOT + pin));
}

/** A join that the server has taken; kept until the player is seen to be in. */
export function keepJoin(pin: string, join: MadeJoin): void {
  quietly(() => tabStorage.set(JOIN_SLOT + pin, JSON.stringify(join)));
}

export function keptJoin(pin: string): MadeJoin | null {
  return quietly(() => JSON.parse(tabStorage.get(JOIN_SLOT + pin) ?? "null") as MadeJoin | null) ?? null;
}

export function forgetJoin(pin: string): void {
  quietly(() => tabStorage.remove(JOIN_SLOT + pin));
}

/** A full or forbidden storage only makes a reload less well served. */
function quietly<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
