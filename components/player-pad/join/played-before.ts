import { keepText, readText } from "#lib/client/storage/kept.ts";

/**
 * A hint, not a right: this browser has played the quiz with this PIN, so it is worth asking the server who it is. What
 * proves it is the cookie, which scripts cannot read.
 */
export function rememberPlayed(pin: string): void {
  keepText(SLOT, [pin, ...playedExcept(pin)].slice(0, KEPT).join(" "));
}

export function forgetPlayed(pin: string): void {
  keepText(SLOT, playedExcept(pin).join(" "));
}

export function hasPlayed(pin: string): boolean {
  return played().includes(pin);
}

const SLOT = "ovation.played";
const KEPT = 8;

function playedExcept(pin: string): string[] {
  return played().filter((one) => one !== pin);
}

function played(): string[] {
  return (readText(SLOT) ?? "").split(" ").filter(Boolean);
}
