import type { Locale } from "#lib/language/locales.ts";
import type answers from "../../messages/answers/en.json";
import type board from "../../messages/board/en.json";
import type connection from "../../messages/connection/en.json";
import type join from "../../messages/join/en.json";
import type landing from "../../messages/landing/en.json";
import type look from "../../messages/look/en.json";
import type own from "../../messages/own/en.json";
import type player from "../../messages/player/en.json";
import type privacy from "../../messages/privacy/en.json";
import type race from "../../messages/race/en.json";
import type refusals from "../../messages/refusals/en.json";
import type screen from "../../messages/screen/en.json";
import type seat from "../../messages/seat/en.json";
import type sound from "../../messages/sound/en.json";
import type trouble from "../../messages/trouble/en.json";
import type ui from "../../messages/ui/en.json";

/** The catalogs: one folder of messages/ each, and the namespaces of `useTranslations`. */
export interface Messages {
  answers: typeof answers;
  board: typeof board;
  connection: typeof connection;
  join: typeof join;
  landing: typeof landing;
  look: typeof look;
  own: typeof own;
  player: typeof player;
  privacy: typeof privacy;
  race: typeof race;
  refusals: typeof refusals;
  screen: typeof screen;
  seat: typeof seat;
  sound: typeof sound;
  trouble: typeof trouble;
  ui: typeof ui;
}

export type Surface = keyof Messages;

export const SURFACES = [
  "answers",
  "board",
  "connection",
  "join",
  "landing",
  "look",
  "own",
  "player",
  "privacy",
  "race",
  "refusals",
  "screen",
  "seat",
  "sound",
  "trouble",
  "ui",
] as const satisfies readonly Surface[];

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
