"use client";

import { classNames } from "#components/ui/class-names.ts";
import type { Settings } from "#lib/session/settings.ts";

type Preset = { name: string; hint: string; settings: Partial<Settings> };

/** Starting points in plain words. Prizes and strangers get the reveal at which nobody can pass the answer on. */
export const PRESETS: readonly Preset[] = [
  {
    name: "Class",
    hint: "Points shown at once, more time for players who need it.",
    settings: { profile: "classic", reveal: "instant", pace: "host", extraTime: "limited", lateJoin: true },
  },
  {
    name: "Pub night",
    hint: "Streaks count, results at the reveal.",
    settings: {
      ...{ profile: "classic-streak", reveal: "suspense", pace: "host" },
      ...{ extraTime: "off", lateJoin: true },
    },
  },
  {
    name: "Prizes or strangers",
    hint: "Results at the reveal, nobody joins late.",
    settings: { profile: "classic", reveal: "suspense", pace: "host", extraTime: "off", lateJoin: false },
  },
  {
    name: "Automatic",
    hint: "The clock moves the quiz on.",
    settings: { profile: "classic", reveal: "instant", pace: "auto", extraTime: "off", lateJoin: true },
  },
];

type StartPresetsProps = { settings: Settings; onChoose(settings: Settings): void };

export function StartPresets({ settings, onChoose }: StartPresetsProps) {
  return (
    <fieldset className="min-w-0 pb-6">
      <legend className="mb-1.5 font-semibold text-sm">Start from</legend>
      <div className="grid grid-cols-2 sm:grid-cols-4 gap-2.5">
        {PRESETS.map((preset) => {
          const chosen = isChosen(preset, settings);
          return (
            <button
              key={preset.name}
              type="button"
              aria-pressed={chosen}
              onClick={() => onChoose({ ...settings, ...preset.settings, changeAnswers: false })}
              className={classNames(
                "grid content-start gap-0.5 rounded-lg border-[1.5px] bg-surface-raised px-4 py-3 text-start transition-colors",
                chosen
                  ? "border-ink shadow-[inset_0_0_0_1.5px_var(--ink)]"
                  : "border-line hover:border-line-strong",
              )}
            >
              <span className="font-semibold">{preset.name}</span>
              <span className="text-ink-muted text-sm leading-snug">{preset.hint}</span>
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

function isChosen({ settings: wanted }: Preset, settings: Settings): boolean {
  return (Object.keys(wanted) as (keyof Settings)[]).every((key) => settings[key] === wanted[key]);
}
