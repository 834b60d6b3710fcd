import { OPTION_PATHS } from "../options/option-shapes.ts";

/** The parts of a face. Their order is stored: add at the end, change nothing. */

/** Heads on a 24 × 24 field, and where a face of 28 × 28 sits in them. */
export const HEADS = [
  { path: "M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22Z", face: "translate(0 0) scale(.857)" },
  {
    path: "M12 1.200c8 0 10.800 2.800 10.800 10.800S20 22.800 12 22.800 1.200 20 1.200 12 4 1.200 12 1.200Z",
    face: "translate(.3 .3) scale(.836)",
  },
  { path: OPTION_PATHS[0], face: "translate(3.600 3.500) scale(.6)" },
  { path: OPTION_PATHS[1], face: "translate(2.900 4) scale(.65)" },
  { path: OPTION_PATHS[2], face: "translate(3.600 1.700) scale(.6)" },
  { path: OPTION_PATHS[5], face: "translate(2.200 2) scale(.7)" },
] as const;

export const EYES = [
  "M9 13v1.600M19 13v1.6",
  "M7.6 14.200q1.6-2.4 3.2 0M17.2 14.200q1.6-2.4 3.2 0",
  "M9 13.800v.01M19 13.800v.01",
  "M7.7 13.800h2.800M19 13v1.6",
  "M7.5 12.800l2.800 1.200-2.800 1.200M20.500 12.800l-2.800 1.200 2.800 1.200",
] as const;

export const MOUTHS = [
  "M9.5 18.4q4.5 4.8 9 0",
  "M11 18.2h6q-.4 4-3 4t-3-4z",
  "M10.6 19q3.2 2.6 6.8-.6",
  "M13.2 19.4a.8 1 0 1 0 1.6 0a.8 1 0 1 0-1.6 0",
  "M10 18.6q2 2.6 4 .4q2 2.2 4-.4",
] as const;

export const COLORS = 6;

export interface Look {
  head: number;
  color: number;
  eyes: number;
  mouth: number;
  /** In degrees, and in units of the face: what makes two like ones differ a little. */
  tilt: number;
  dx: number;
  dy: number;
}

/** The look that was chosen, or the one that follows from the name. A digit from a newer version starts over. */
export function lookOf(name: string, avatar?: string | null): Look {
  if (avatar && /^\d{4}$/.test(avatar)) {
    const [head = 0, color = 0, eyes = 0, mouth = 0] = [...avatar].map(Number);
    return {
      head: head % HEADS.length,
      color: color % COLORS,
      eyes: eyes % EYES.length,
      mouth: mouth % MOUTHS.length,
      tilt: 0,
      dx: 0,
      dy: 0,
    };
  }
  const seed = hash(name);
  return {
    head: 0,
    color: seed % COLORS,
    eyes: (seed >>> 14) % 4,
    mouth: (seed >>> 18) % MOUTHS.length,
    tilt: ((seed >>> 9) % 25) - 12,
    dx: ((seed >>> 5) % 5) - 2,
    dy: ((seed >>> 7) % 3) - 1.5,
  };
}

/** FNV-1a with a final mix, so that "Ann" and "Anna" do not look like twins. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const char of text.trim().toLowerCase()) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
