/** What may lie over the scene, whatever is on. */
export type Veil = "code" | "answers" | "correct" | "rankings" | "race" | "volumes" | "keys";

/** What a key of the big screen does; `Veil`s come and go with the same key, Escape takes any of them away. */
export type ScreenDeed = Veil | "fullScreen" | "lights" | "sound" | "back";

/** In the order in which they are listed. Nobody has to know them: the quiz runs without any. */
export const SCREEN_KEYS: readonly { key: string; deed: ScreenDeed }[] = [
  { key: "F", deed: "fullScreen" },
  { key: "Q", deed: "code" },
  { key: "A", deed: "answers" },
  { key: "C", deed: "correct" },
  { key: "R", deed: "rankings" },
  { key: "P", deed: "race" },
  { key: "M", deed: "sound" },
  { key: "V", deed: "volumes" },
  { key: "L", deed: "lights" },
  { key: "?", deed: "keys" },
  { key: "Esc", deed: "back" },
];

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/** The deed of a key press; null where it is none of ours. */
export function deedOf(press: Press): ScreenDeed | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
  const key = press.key === "Escape" ? "Esc" : latinLetter(press);
  return SCREEN_KEYS.find((each) => each.key === key)?.deed ?? null;
}

/** On a Greek or Arabic keyboard the key in the place of F is meant. */
function latinLetter({ key, code }: Press): string {
  if (/^[a-z?]$/i.test(key)) return key.toUpperCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3) : key;
}
