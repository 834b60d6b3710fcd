import type { Settings } from "#lib/session/settings.ts";
import { settingsSchema } from "#lib/session/settings.ts";

/** What a host chose last, on this browser; next time the dialog starts there. */
const KEY = "ovation.start-settings";

export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}

export function rememberedSettings(): Settings {
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    return parsed.success ? parsed.data : defaultSettings();
  } catch {
    return defaultSettings();
  }
}

export function rememberSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A private window: the defaults will do next time.
  }
}
