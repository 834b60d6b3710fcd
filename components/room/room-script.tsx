import { ROOM_SCRIPT } from "./room-look.ts";

/** At the top of a page that has its PIN in the address. */
export function RoomScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the first paint
  return <script dangerouslySetInnerHTML={{ __html: ROOM_SCRIPT }} />;
}
