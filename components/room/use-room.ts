import { useLayoutEffect } from "react";
import type { RoomView } from "#lib/look/room-theme.ts";
import { applyRoom, clearRoom, keepRoom, keptRoom } from "./room-look.ts";

/** Gives the page the look of a session, as far as it is known: by its view, or from the last visit. */
export function useRoom(pin: string, room: RoomView | null | undefined): void {
  const known = room ? JSON.stringify(room) : null;
  useLayoutEffect(() => {
    const look = known === null ? keptRoom(pin) : (JSON.parse(known) as RoomView);
    if (!look) return;
    applyRoom(look);
    if (known !== null) keepRoom(pin, look);
  }, [pin, known]);
  useLayoutEffect(() => clearRoom, []);
}
