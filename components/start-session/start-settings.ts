import type { Settings } from "#lib/session/settings.ts";
import { settingsSchema } from "#lib/session/settings.ts";

/** The host's last choices in this browser; the dialog starts with them. */
const KEY = "ovation.start-settings";
/** The room belongs to the quiz: a lesson and a party do not look alike. */
const roomKey = (quizId: string) => `ovation.room-of.${quizId}`;

export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}

export function rememberedSettings(quizId: string): Settings {
  try {
    const chosen = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const own = JSON.parse(localStorage.getItem(roomKey(quizId)) ?? "null");
    // A logo is the host's: it goes along to the next quiz.
    const room = own ?? (chosen.room?.logo ? { logo: chosen.room.logo } : undefined);
    const parsed = settingsSchema.safeParse({ ...chosen, room });
    return parsed.success ? parsed.data : defaultSettings();
  } catch {
    return defaultSettings();
  }
}

/** Null where nothing was chosen on this browser yet: then the dialog asks. */
export function lastSettings(quizId: string): Settings | null {
  try {
    return localStorage.getItem(KEY) === null ? null : rememberedSettings(quizId);
  } catch {
    return null;
  }
}

export function rememberSettings(settings: Settings, quizId: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
    localStorage.setItem(roomKey(quizId), JSON.stringify(settings.room));
  } catch {
    // A private window: the defaults will do next time.
  }
}
