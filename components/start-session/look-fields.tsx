"use client";

import { RoomSwatch } from "#components/room/room-swatch.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { ROOM_THEMES, type RoomLook, type RoomThemeName } from "#lib/look/room-theme.ts";
import { type PictureName, RoomPictures } from "./look-pictures.tsx";

const NAMES: Record<RoomThemeName, string> = {
  theater: "Theater",
  harbor: "Harbor",
  grove: "Grove",
  carnival: "Carnival",
  graphite: "Graphite",
  daybreak: "Daybreak",
};
const FIRST_COLOR = "#c2410c";

type RoomFieldsProps = {
  room: RoomLook;
  onChange: (room: RoomLook) => void;
  onStoring: (name: PictureName, storing: boolean) => void;
};

/** How the big screen and the phones look. */
export function RoomFields({ room, onChange, onStoring }: RoomFieldsProps) {
  const own = room.color !== undefined;
  return (
    <div className="grid gap-4">
      <RadioCards
        legend="Look"
        name="room"
        value={room.theme}
        onChange={(theme) => onChange({ ...room, theme })}
        className="[&>div]:grid-cols-[repeat(auto-fill,minmax(6.25rem,1fr))]!"
        choices={ROOM_THEMES.map((theme) => ({
          value: theme,
          label: (
            <span className="grid gap-2">
              <RoomSwatch room={{ ...room, theme }} />
              <span>{NAMES[theme]}</span>
            </span>
          ),
        }))}
      />
      <div className="flex min-h-11 flex-wrap items-center gap-x-6 gap-y-2">
        <Switch
          label="Your own color"
          hint="Tints every screen. Text stays readable."
          checked={own}
          onChange={(event) => {
            const { color: _, ...plain } = room;
            onChange(event.target.checked ? { ...room, color: FIRST_COLOR } : plain);
          }}
        />
        {own && (
          <label className="flex items-center gap-2 font-semibold text-sm">
            Color
            <input
              type="color"
              value={room.color}
              onChange={(event) => onChange({ ...room, color: event.target.value })}
              className="h-11 w-16 cursor-pointer rounded-md border-[1.5px] border-line-strong bg-surface p-1"
            />
          </label>
        )}
      </div>
      <RoomPictures room={room} onChange={onChange} onStoring={onStoring} />
    </div>
  );
}
