import { keyName } from "#components/ui/key-name.ts";
import type { StageShow } from "#lib/session/stage.ts";

/** What may lie over the scene, whatever is on: what a host may lay over all big screens, and what concerns this one. */
export type Veil = StageShow | "volumes" | "keys";

/** What a key of the big screen does; `Veil`s come and go with the same key, Escape takes any of them away. */
export type ScreenDeed = Veil | "fullScreen" | "lights" | "sound" | "back";

/**
 * In the order in which they are listed. Nobody has to know them: the quiz runs without any. A letter means the same here
 * and in the control room (docs/KEYS.md); O, P, T and L move the quiz on, which only its host can.
 */
export const SCREEN_KEYS: readonly { key: string; deed: ScreenDeed }[] = [
  { key: "F", deed: "fullScreen" },
  { key: "Q", deed: "code" },
  { key: "A", deed: "answers" },
  { key: "C", deed: "correct" },
  { key: "R", deed: "rankings" },
  { key: "G", deed: "race" },
  { key: "M", deed: "sound" },
  { key: "V", deed: "volumes" },
  { key: "D", deed: "lights" },
  { key: "?", deed: "keys" },
  { key: "Esc", deed: "back" },
];

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/** The deed of a key press; null where it is none of ours. */
export function deedOf(press: Press): ScreenDeed | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
  const key = press.key === "Escape" ? "Esc" : keyName(press);
  return SCREEN_KEYS.find((each) => each.key === key)?.deed ?? null;
}

export function isShow(veil: Veil): veil is StageShow {
  return veil !== "volumes" && veil !== "keys";
}
