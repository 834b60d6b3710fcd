import type { CSSProperties } from "react";
import { OptionMark } from "#components/ui/options/option-mark.tsx";
import { type RoomLook, roomView } from "#lib/look/room-theme.ts";

/** A room in small, as the big screen will look. */
export function RoomSwatch({ room, light = false }: { room: RoomLook; light?: boolean }) {
  const { theme, style } = roomView(room);
  return (
    <span
      aria-hidden="true"
      data-room={theme}
      data-theme={light ? "light" : "dark"}
      style={style as CSSProperties}
      className="stage grid aspect-video w-full content-between gap-1 overflow-hidden rounded-md p-2.5 ring-1 ring-line ring-inset"
    >
      <span className="display text-ink text-sm">Aa</span>
      <span className="grid gap-1.5">
        <span className="h-1.5 w-3/4 rounded-full bg-accent" />
        <span className="flex gap-1">
          {[0, 1, 2, 3].map((index) => (
            <OptionMark key={index} index={index} size="sm" letter={false} className="scale-75" />
          ))}
        </span>
      </span>
    </span>
  );
}
