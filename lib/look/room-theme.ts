import { z } from "zod";
import { backdropSchema, imageSchema, isPicture } from "../quiz/media/media-fields.ts";
import { mediaFacts } from "../quiz/media/media-id.ts";
import { oklchOf } from "./oklch.ts";

/** The rooms there are: `[data-room]` in app/room-themes.css; the theater is what globals.css has by itself. */
export const ROOM_THEMES = ["theater", "harbor", "grove", "carnival", "graphite", "daybreak"] as const;

export type RoomThemeName = (typeof ROOM_THEMES)[number];

/** Logos are drawn for paper or for the night; the other ground swallows them. */
const logoGround = z.enum(["light", "dark"]);

/** How a session looks, on the big screen and on phones. */
export const roomSchema = z.strictObject({
  theme: z.enum(ROOM_THEMES).default("theater"),
  /** The host's own color; it replaces the theme's, at a lightness that can be read. */
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "`color` is written as #rrggbb.")
    .optional(),
  /** The host's own mark, on the big screen and on phones in the lobby. */
  logo: z
    .strictObject({ ...imageSchema.shape, ground: logoGround.default("light") })
    .check(isPicture)
    .optional(),
  /** A picture behind the big screen, dimmed until every text can be read on it. */
  background: backdropSchema.optional(),
});

export type RoomLook = z.infer<typeof roomSchema>;

/** A room as screens apply it: the theme's name, what the own color sets on top of it, and the host's own pictures. */
export const roomViewSchema = z.object({
  theme: z.enum(ROOM_THEMES),
  style: z.record(z.string(), z.string()).optional(),
  logo: z
    .object({ id: z.string(), alt: z.string(), ground: logoGround, width: z.int(), height: z.int() })
    .optional(),
  /** Load it from `/api/v1/media/{id}`. */
  background: z.string().optional(),
});

export type RoomView = z.infer<typeof roomViewSchema>;

export type LogoView = NonNullable<RoomView["logo"]>;

export function roomView({ theme, color, logo, background }: RoomLook): RoomView {
  return {
    theme,
    ...(color === undefined ? {} : { style: ownColorStyle(color) }),
    ...(logo === undefined ? {} : { logo: { ...logo, ...measuresOf(logo.id) } }),
    ...(background === undefined ? {} : { background: background.id }),
  };
}

function measuresOf(id: string): { width: number; height: number } {
  const { width = 1, height = 1 } = mediaFacts(id) ?? {};
  return { width, height };
}

/** Dark text on it stays readable from here up. */
const LIGHTEST_DARK = 0.66;
/** White text on it stays readable from here down. */
const DARKEST_LIGHT = 0.52;
/** A color without a hue, such as a gray. */
const COLORLESS = 0.025;

/**
 * The numbers of globals.css for a host's own color. On paper the color itself, unless neither black nor white text could
 * be read on it; on stage it is lifted until it glows. Everything else is tinted with its hue.
 */
export function ownColorStyle(hex: string): Record<string, string> {
  const { l, c, h } = oklchOf(hex);
  const readable = l >= LIGHTEST_DARK || l <= DARKEST_LIGHT;
  const paperL = readable ? l : l < (LIGHTEST_DARK + DARKEST_LIGHT) / 2 ? DARKEST_LIGHT : LIGHTEST_DARK;
  const tint = c < COLORLESS ? "0.2" : "1.1";
  const hue = h.toFixed(1);
  return {
    "--accent-h": hue,
    "--accent-ink-h": hue,
    "--accent-c": Math.min(c, 0.19).toFixed(3),
    "--accent-l-paper": Math.min(0.9, Math.max(0.3, paperL)).toFixed(3),
    "--accent-l-house": Math.min(0.93, Math.max(0.7, l)).toFixed(3),
    "--on-accent-l": paperL <= DARKEST_LIGHT ? "1" : "0.2",
    "--house-h": hue,
    "--house-c": tint,
    "--paper-h": hue,
    "--paper-c": tint,
  };
}
