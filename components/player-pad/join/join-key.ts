import { tabStorage } from "#lib/client/storage/tab-storage.ts";
import { PIN_LENGTH } from "#lib/kernel/pin.ts";

/**
 * A secret of this tab, one per PIN: a join sent twice, by a double tap or a lost reply, makes one player. A person who joins
 * again as somebody else gets a new one. Empty on the server, and where nothing can be kept.
 */
export function joinKeyFor(pin: string, somebodyElse: boolean): string {
  if (typeof window === "undefined" || pin.length !== PIN_LENGTH) return "";
  const slot = `ovation.join.${pin}${somebodyElse ? ".again" : ""}`;
  try {
    const kept = tabStorage.get(slot);
    if (kept) return kept;
    const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
    tabStorage.set(slot, made);
    return made;
  } catch {
    return "";
  }
}
