import { keepJson, readJson, readText } from "#lib/client/storage/kept.ts";
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
  const chosen = readJson(KEY) as Partial<Settings> | null;
  const own = readJson(roomKey(quizId));
  // A logo is the host's: it goes along to the next quiz.
  const room = own ?? (chosen?.room?.logo ? { logo: chosen.room.logo } : undefined);
  const parsed = settingsSchema.safeParse({ ...chosen, room });
  return parsed.success ? parsed.data : defaultSettings();
}

/** Null where nothing was chosen on this browser yet: then the dialog asks. */
export function lastSettings(quizId: string): Settings | null {
  return readText(KEY) === null ? null : rememberedSettings(quizId);
}

export function rememberSettings(settings: Settings, quizId: string): void {
  keepJson(KEY, settings);
  keepJson(roomKey(quizId), settings.room);
}
