import fc from "fast-check";
import { expect, test } from "vitest";
import { oklchOf } from "#lib/session/oklch.ts";
import { ownColorStyle, ROOM_THEMES, roomSchema, roomView } from "#lib/session/room-theme.ts";
import { contrast, resolved, rule } from "./css-colors.ts";

const TOKENS = rule("app/globals.css", ":root,\n[data-theme]");
const THEATER = rule("app/globals.css", ":where(:root)");
const GROUNDS = ["--background", "--surface", "--surface-raised", "--surface-sunken"];
const INKS = ["--ink", "--ink-muted", "--accent-ink", "--success-ink", "--danger-ink", "--warning-ink"];
/** Text on a ground or a fill. */
const PAIRS = [
  ...INKS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)),
  ...["accent", "success", "danger", "warning"].flatMap((stem) => [
    [`--${stem}-ink`, `--${stem}-soft`] as const,
    ["--ink", `--${stem}-soft`] as const,
    [`--on-${stem}`, `--${stem}`] as const,
  ]),
  ["--on-primary", "--primary"] as const,
];
/** What is no text but must be seen. */
const MARKS = GROUNDS.flatMap(
  (ground) =>
    [
      ["--line-strong", ground],
      ["--focus", ground],
    ] as const,
);

function tooFaint(room: Record<string, string>): string[] {
  const variables = { ...TOKENS, ...THEATER, ...room };
  return (["light", "dark"] as const).flatMap((mode) => {
    const color = (token: string) => resolved(token, variables, mode);
    const weak = (pairs: readonly (readonly [string, string])[], least: number) =>
      pairs.flatMap(([text, ground]) => {
        const ratio = contrast(color(text), color(ground));
        return ratio < least ? [`${mode}: ${text} on ${ground} ${ratio.toFixed(2)}`] : [];
      });
    return [...weak(PAIRS, 4.5), ...weak(MARKS, 3)];
  });
}

test.each(ROOM_THEMES)(
  "[TH1] in the room %s every text reaches 4.5 : 1 and every edge 3 : 1, light and dark",
  (name) => {
    const room = name === "theater" ? {} : rule("app/room-themes.css", `[data-room="${name}"]`);
    expect(tooFaint(room)).toEqual([]);
  },
);

test("[TH2] any color of a host's own keeps the contrast", () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
  const holds = (color: string) => {
    expect(tooFaint(ownColorStyle(color))).toEqual([]);
  };
  fc.assert(fc.property(hex, holds), { numRuns: 400 });
  for (const color of ["#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00"])
    holds(color);
});

test("[TH2] a color that can be read stays what it is on paper, and keeps its hue everywhere", () => {
  const { l, h } = oklchOf("#ffb020");
  const style = ownColorStyle("#ffb020");
  expect(Number(style["--accent-l-paper"])).toBeCloseTo(l, 2);
  expect(Number(style["--accent-h"])).toBeCloseTo(h, 0);
  expect(oklchOf("#ffffff").l).toBeCloseTo(1, 4);
});

test("[TH1] a session without a choice is a theater, and what is no color is refused", () => {
  expect(roomView(roomSchema.parse({}))).toEqual({ theme: "theater" });
  expect(roomView(roomSchema.parse({ theme: "grove", color: "#123456" })).style).toBeDefined();
  for (const color of ["red", "#12345", "url(x)", "#12345g"]) {
    expect(roomSchema.safeParse({ color }).success).toBe(false);
  }
});
