import { ADDRESS_PIN } from "#lib/client/address/address-pin.ts";
import { keepJson, readJson } from "#lib/client/storage/kept.ts";
import type { RoomView } from "#lib/look/room-theme.ts";

/** The look of the room this browser was in last, so that a reload never shows another one first. */
const KEY = "ovation.room";

/** Runs before the first paint of a page that knows its PIN; the same as `applyRoom` with what was kept. */
export const ROOM_SCRIPT = `try{var r=JSON.parse(localStorage.getItem("${KEY}")),d=document.documentElement;if(r&&r.pin===${ADDRESS_PIN}){d.dataset.room=r.room.theme;for(var k in r.room.style)d.style.setProperty(k,r.room.style[k])}}catch{}`;

export function applyRoom({ theme, style = {} }: RoomView): void {
  const root = document.documentElement;
  clearRoom();
  root.dataset.room = theme;
  for (const [name, value] of Object.entries(style)) root.style.setProperty(name, value);
}

export function clearRoom(): void {
  const root = document.documentElement;
  delete root.dataset.room;
  for (const name of [...root.style]) if (name.startsWith("--")) root.style.removeProperty(name);
}

export function keepRoom(pin: string, room: RoomView): void {
  keepJson(KEY, { pin, room });
}

export function keptRoom(pin: string): RoomView | null {
  const kept = readJson(KEY) as { pin: string; room: RoomView } | null;
  return kept?.pin === pin ? kept.room : null;
}
