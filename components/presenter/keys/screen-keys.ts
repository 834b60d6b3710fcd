import { keyName } from "#components/ui/keys/key-name.ts";
import type { StageShow } from "#lib/session/stage.ts";

/** The overlays of any scene: those a host may put on all big screens, and those of this screen alone. */
export type Overlay = StageShow | "volumes" | "keys";

/** The action of a key on the big screen. A key opens and closes its overlay; Escape closes any of them. */
export type ScreenAction = Overlay | "fullScreen" | "lights" | "sound" | "back";

/**
 * In the order in which they are listed. Nobody has to know them: the quiz runs without any. A letter means the same here
 * and in the control room (docs/KEYS.md); O, P, T and L move the quiz on, which only its host can.
 */
export const SCREEN_KEYS: readonly { key: string; action: ScreenAction }[] = [
  { key: "F", action: "fullScreen" },
  { key: "Q", action: "code" },
  { key: "A", action: "answers" },
  { key: "C", action: "correct" },
  { key: "R", action: "rankings" },
  { key: "G", action: "race" },
  { key: "M", action: "sound" },
  { key: "V", action: "volumes" },
  { key: "D", action: "lights" },
  { key: "?", action: "keys" },
  { key: "Esc", action: "back" },
];

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/** The action of a key press; null where it is none of ours. */
export function actionOf(press: Press): ScreenAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
  const key = press.key === "Escape" ? "Esc" : keyName(press);
  return SCREEN_KEYS.find((each) => each.key === key)?.action ?? null;
}

export function isShow(overlay: Overlay): overlay is StageShow {
  return overlay !== "volumes" && overlay !== "keys";
}
