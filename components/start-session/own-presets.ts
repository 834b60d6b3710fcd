import { z } from "zod";
import { keepJson, readJson } from "#lib/client/storage/kept.ts";
import { type Settings, settingsSchema } from "#lib/session/settings.ts";

/** Settings under a name of the host's, on this browser. How a session looks belongs to the quiz and is no part of it. */
export interface OwnPreset {
  name: string;
  settings: PresetSettings;
}

export type PresetSettings = Omit<Settings, "room" | "stage">;

const KEY = "ovation.start-presets";
export const PRESET_NAME_MAX = 40;
/** More than fit beside each other are looked for, not chosen. */
const PRESETS_MAX = 12;

const storedSchema = z.array(
  z.object({ name: z.string().min(1).max(PRESET_NAME_MAX), settings: z.unknown() }),
);

export function readPresets(): OwnPreset[] {
  const stored = storedSchema.safeParse(readJson(KEY));
  if (!stored.success) return [];
  // Settings that an older version knew and this one does not are left out with their preset.
  return stored.data.flatMap(({ name, settings }) => {
    const parsed = settingsSchema.safeParse(settings);
    return parsed.success ? [{ name, settings: presetOf(parsed.data) }] : [];
  });
}

/** A name that is there already gets the new settings. */
export function withPreset(presets: readonly OwnPreset[], name: string, settings: Settings): OwnPreset[] {
  const clean = name.trim().replace(/\s+/g, " ").slice(0, PRESET_NAME_MAX);
  if (clean === "") return [...presets];
  const others = presets.filter((each) => each.name.toLowerCase() !== clean.toLowerCase());
  return [...others, { name: clean, settings: presetOf(settings) }].slice(-PRESETS_MAX);
}

export function writePresets(presets: readonly OwnPreset[]): void {
  keepJson(KEY, presets);
}

function presetOf({ room: _, stage: __, ...settings }: Settings): PresetSettings {
  return settings;
}
