import fc from "fast-check";
import { expect, test } from "vitest";
import { oklchOf } from "#lib/look/oklch.ts";
import { ownColorStyle, ROOM_THEMES, roomSchema, roomView } from "#lib/look/room-theme.ts";
import { contrast, laidOver, mixed, resolved, rule } from "./css-colors.ts";

const TOKENS = rule("app/globals.css", ":root,\n[data-theme]");
/** What a device that asks for more contrast gets on top. */
const MORE_CONTRAST = rule("app/globals.css", ":root,\n  [data-theme]");
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
/** Bars of the reveal, thinned over the surface, with ink on them. */
const BARS = ["a", "b", "c", "d", "e", "f"]
  .map((option) => `--option-${option}`)
  .concat("--success", "--ink-muted");
const BAR_SHARES = ["--bar-full", "--bar-faint"].map((token) => Number.parseFloat(TOKENS[token] ?? "") / 100);
/** What is no text but must be seen. */
const MARKS = GROUNDS.flatMap(
  (ground) =>
    [
      ["--line-strong", ground],
      ["--focus", ground],
    ] as const,
);

/** What is read for long, and not on a fill of its own. */
const READ = PAIRS.filter(([text]) => text.endsWith("ink") || text === "--ink-muted");

function tooFaint(
  room: Record<string, string>,
  { tokens = TOKENS, texts = PAIRS, text: textRatio = 4.5, mark: markRatio = 3 } = {},
): string[] {
  const variables = { ...tokens, ...THEATER, ...room };
  return (["light", "dark"] as const).flatMap((mode) => {
    const color = (token: string) => resolved(token, variables, mode);
    const weak = (pairs: readonly (readonly [string, string])[], least: number) =>
      pairs.flatMap(([text, ground]) => {
        const ratio = contrast(color(text), color(ground));
        return ratio < least ? [`${mode}: ${text} on ${ground} ${ratio.toFixed(2)}`] : [];
      });
    return [...weak(texts, textRatio), ...weak(MARKS, markRatio)];
  });
}

function tooFaintOnBars(room: Record<string, string>): string[] {
  const variables = { ...TOKENS, ...THEATER, ...room };
  return (["light", "dark"] as const).flatMap((mode) => {
    const color = (token: string) => resolved(token, variables, mode);
    return BARS.flatMap((bar) =>
      BAR_SHARES.flatMap((share) => {
        const ratio = contrast(color("--ink"), mixed(color(bar), share, color("--surface")));
        return ratio < 4.5 ? [`${mode}: --ink on ${share} of ${bar} ${ratio.toFixed(2)}`] : [];
      }),
    );
  });
}

test.each(ROOM_THEMES)(
  "[TH1] in the room %s every text reaches 4.5 : 1 and every edge 3 : 1, light and dark",
  (name) => {
    const room = name === "theater" ? {} : rule("app/room-themes.css", `[data-room="${name}"]`);
    expect([...tooFaint(room), ...tooFaintOnBars(room)]).toEqual([]);
  },
);

test.each(ROOM_THEMES)(
  "[TH3] with more contrast asked for, texts in %s reach 7 : 1, edges 4.5 : 1",
  (name) => {
    const room = name === "theater" ? {} : rule("app/room-themes.css", `[data-room="${name}"]`);
    const tokens = { ...TOKENS, ...MORE_CONTRAST };
    expect(tooFaint(room, { tokens, texts: READ, text: 7, mark: 4.5 })).toEqual([]);
  },
);

const BEFORE_A_PICTURE = rule("app/globals.css", "[data-photo]");
/** On the big screen's own ground; the others lie on cards. */
const ON_A_PICTURE = ["--ink", "--ink-muted", "--accent-ink", "--success-ink"];
const [PAPER_SCRIM = 0, HOUSE_SCRIM = 0] = [
  ...(BEFORE_A_PICTURE["--photo-scrim"] ?? "").matchAll(/(\d+)%/g),
].map(([, percent]) => Number(percent) / 100);
/** The corners of what a screen can show: nothing is darker, lighter or more colorful. */
const PIXELS = [0, 1].flatMap((r) => [0, 1].flatMap((g) => [0, 1].map((b) => [r, g, b])));

function tooFaintOnPictures(room: Record<string, string>): string[] {
  const variables = { ...TOKENS, ...BEFORE_A_PICTURE, ...THEATER, ...room };
  return (["light", "dark"] as const).flatMap((mode) => {
    const share = mode === "light" ? PAPER_SCRIM : HOUSE_SCRIM;
    const ground = resolved("--background", variables, mode);
    return ON_A_PICTURE.flatMap((ink) =>
      PIXELS.flatMap((pixel) => {
        const ratio = contrast(resolved(ink, variables, mode), laidOver(ground, share, pixel));
        return ratio < 4.5 ? [`${mode}: ${ink} over ${pixel} ${ratio.toFixed(2)}`] : [];
      }),
    );
  });
}

test("[TH4] over any picture of a host's own, texts keep 4.5 : 1, in every room and own color, light and dark", () => {
  for (const name of ROOM_THEMES) {
    const room = name === "theater" ? {} : rule("app/room-themes.css", `[data-room="${name}"]`);
    expect(tooFaintOnPictures(room), name).toEqual([]);
  }
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(hex, (color) => {
      expect(tooFaintOnPictures(ownColorStyle(color))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("[TH2] any color of a host's own keeps the contrast", () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
  const holds = (color: string) => {
    const style = ownColorStyle(color);
    expect([...tooFaint(style), ...tooFaintOnBars(style)]).toEqual([]);
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
