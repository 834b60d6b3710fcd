import { parseArgs } from "node:util";
import { LOCALES, type Locale } from "#lib/language/locales.ts";
import { ROOM_THEMES, type RoomThemeName } from "#lib/look/room-theme.ts";

export const SCREENS = ["phone", "screen", "host"] as const;
export const THEMES = ["light", "dark"] as const;

/** What a device or a player may wish for, beside a theme. */
export const WISHES = ["large-text", "plain-font", "contrast", "forced-colors"] as const;

export type ScreenName = (typeof SCREENS)[number];
export type Language = Locale;
export type Theme = (typeof THEMES)[number];
export type Wish = (typeof WISHES)[number];

/** Which part of the gallery to take; without arguments, all of it. */
export interface GalleryOptions {
  screens: readonly ScreenName[];
  languages: readonly Language[];
  themes: readonly Theme[];
  /** The plates by name; empty for all. */
  plates: readonly string[];
  /** Sizes of phones and of big screens, in place of the usual ones. */
  phones: readonly { width: number; height: number }[];
  stages: readonly { width: number; height: number }[];
  wishes: readonly Wish[];
  /** The room everything happens in; "own" is a theater with a logo and a background. */
  room: RoomThemeName | "own";
  folder: string;
}

const USAGE = `npm run screenshots -- [--only phone,screen,host] [--lang ${LOCALES.join()}] [--theme light,dark] [--plates order,pin] [--phones 844x390,640x320] [--stages 1920x1080] [--wish ${WISHES.join()}] [--room ${ROOM_THEMES.join("|")}|own] [--to FOLDER]`;

export function readOptions(args: readonly string[]): GalleryOptions {
  const string = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: string,
      lang: string,
      theme: string,
      plates: string,
      phones: string,
      stages: string,
      wish: string,
      room: string,
      to: string,
    },
  });
  return {
    screens: some("only", SCREENS, values.only),
    languages: some("lang", LOCALES, values.lang),
    themes: some("theme", THEMES, values.theme),
    plates: values.plates?.split(",") ?? [],
    phones: (values.phones?.split(",") ?? ["390x844", "320x640"]).map(sides),
    stages: (values.stages?.split(",") ?? ["1920x1080", "1280x800", "1024x768"]).map(sides),
    room: some("room", [...ROOM_THEMES, "own"] as const, values.room ?? "theater")[0] ?? "theater",
    wishes: values.wish === undefined ? [] : some("wish", WISHES, values.wish),
    folder: values.to ?? "test-results/gallery",
  };
}

function some<Name extends string>(option: string, names: readonly Name[], given?: string): readonly Name[] {
  if (given === undefined) return names;
  const wanted = given.split(",");
  const unknown = wanted.filter((each) => !names.some((name) => name === each));
  if (unknown.length > 0)
    throw new Error(`--${option} knows ${names.join(", ")}, not ${unknown.join(", ")}.\n${USAGE}`);
  return names.filter((name) => wanted.includes(name));
}

function sides(given: string) {
  const [width = Number.NaN, height = Number.NaN] = given.split("x").map(Number);
  if (!(width > 0 && height > 0))
    throw new Error(`--phones knows sizes such as 844x390, not ${given}.\n${USAGE}`);
  return { width, height };
}
