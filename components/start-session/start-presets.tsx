"use client";

import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { sameJson } from "#lib/kernel/same-json.ts";
import type { Settings } from "#lib/session/settings.ts";
import { type OwnPreset, PRESET_NAME_MAX, readPresets, withPreset, writePresets } from "./own-presets.ts";

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
      profile: "classic-streak",
      reveal: "suspense",
      pace: "host",
      extraTime: "off",
      lateJoin: true,
    },
  },
  {
    name: "Prizes or strangers",
    hint: "Results at the reveal, no late joining.",
    settings: { profile: "classic", reveal: "suspense", pace: "host", extraTime: "off", lateJoin: false },
  },
  {
    name: "Town hall",
    hint: "Speed does not count, and everyone gets the time they need.",
    settings: {
      profile: "accuracy",
      reveal: "suspense",
      pace: "host",
      extraTime: "unlimited",
      lateJoin: true,
    },
  },
  {
    name: "Automatic",
    hint: "The clock moves the quiz on.",
    settings: { profile: "classic", reveal: "instant", pace: "auto", extraTime: "off", lateJoin: true },
  },
];

type StartPresetsProps = { settings: Settings; onChoose(settings: Settings): void };

/** Starting points, and those the host has named. */
export function StartPresets({ settings, onChoose }: StartPresetsProps) {
  const [own, setOwn] = useState<OwnPreset[]>([]);
  // The server knows nothing of them.
  useEffect(() => setOwn(readPresets()), []);

  function keep(presets: OwnPreset[]) {
    setOwn(presets);
    writePresets(presets);
  }

  return (
    <fieldset className="grid min-w-0 gap-2.5 pb-6">
      <legend className="mb-1.5 font-semibold text-sm">Start from</legend>
      <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-3">
        {PRESETS.map((preset) => (
          <PresetButton
            key={preset.name}
            {...preset}
            chosen={isChosen(preset.settings, settings)}
            onChoose={() => onChoose({ ...settings, changeAnswers: false, ...preset.settings })}
          />
        ))}
        {own.map(({ name, settings: wanted }) => (
          <div key={name} className="relative grid">
            <PresetButton
              name={name}
              hint="Your own."
              chosen={isChosen(wanted, settings)}
              onChoose={() => onChoose({ ...settings, ...wanted })}
            />
            <IconButton
              size="sm"
              aria-label={`Remove the preset ${name}`}
              onClick={() => keep(own.filter((each) => each.name !== name))}
              className="absolute end-1.5 top-1.5"
            >
              <X aria-hidden="true" />
            </IconButton>
          </div>
        ))}
      </div>
      <NamePreset onName={(name) => keep(withPreset(own, name, settings))} />
    </fieldset>
  );
}

/** Keeps what is chosen below under a name. */
function NamePreset({ onName }: { onName: (name: string) => void }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  if (!open)
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="min-h-9 justify-self-start rounded-sm text-ink-muted text-sm underline decoration-current/40 underline-offset-4 hover:text-ink"
      >
        Save these settings as a preset
      </button>
    );

  function save() {
    if (name.trim() === "") return;
    onName(name);
    setName("");
    setOpen(false);
  }

  return (
    <div className="flex items-end gap-2">
      <TextField
        label="Name of the preset"
        placeholder="Friday club"
        value={name}
        maxLength={PRESET_NAME_MAX}
        ref={(field) => field?.focus()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          // Or it would open the lobby.
          event.preventDefault();
          save();
        }}
        className="min-w-0 flex-1"
      />
      <Button variant="secondary" onClick={save}>
        Save
      </Button>
    </div>
  );
}

type PresetButtonProps = { name: string; hint: string; chosen: boolean; onChoose: () => void };

function PresetButton({ name, hint, chosen, onChoose }: PresetButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        "grid content-start gap-0.5 rounded-lg border-[1.5px] bg-surface-raised px-4 py-3 text-start transition-colors",
        chosen ? "border-ink shadow-[inset_0_0_0_1.5px_var(--ink)]" : "border-line hover:border-line-strong",
      )}
    >
      <span className="break-words font-semibold">{name}</span>
      <span className="text-ink-muted text-sm leading-snug">{hint}</span>
    </button>
  );
}

function isChosen(wanted: Partial<Settings>, settings: Settings): boolean {
  return (Object.keys(wanted) as (keyof Settings)[]).every((key) => sameJson(settings[key], wanted[key]));
}
