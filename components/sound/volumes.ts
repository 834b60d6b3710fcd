import { keepJson, readJson } from "#lib/client/storage/kept.ts";

/** Everything that sounds, each with its own volume. */
export const PARTS = ["lobby", "think", "tick", "gong", "reveal", "roll", "fanfare"] as const;
export type Part = (typeof PARTS)[number];

/** 0 to 1. */
export type Volumes = Record<Part, number>;

export interface SoundChoice {
  on: boolean;
  volumes: Volumes;
}

/** Music stays under what people say to each other. */
export const DEFAULT_CHOICE: SoundChoice = {
  on: false,
  volumes: { lobby: 0.5, think: 0.5, tick: 0.7, gong: 0.8, reveal: 0.8, roll: 0.9, fanfare: 0.9 },
};

const KEY = "ovation.sound";

export function readChoice(): SoundChoice {
  const kept = readJson(KEY) as Partial<SoundChoice> | null;
  const volumes = { ...DEFAULT_CHOICE.volumes };
  for (const part of PARTS) {
    const volume = kept?.volumes?.[part];
    if (typeof volume === "number" && volume >= 0 && volume <= 1) volumes[part] = volume;
  }
  return { on: kept?.on === true, volumes };
}

export function keepChoice(choice: SoundChoice): void {
  keepJson(KEY, choice);
}
