"use client";

import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Select } from "#components/ui/select.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { PROFILES, profileNames } from "#lib/scoring/profiles.ts";
import type { Settings } from "#lib/session/settings.ts";

type SettingsFieldsProps = { settings: Settings; onChange: (settings: Settings) => void };

export function SettingsFields({ settings, onChange }: SettingsFieldsProps) {
  const set = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  return (
    <div className="grid gap-6 pb-1">
      <RadioCards
        legend="Scoring"
        name="profile"
        value={settings.profile}
        onChange={(profile) => set({ profile })}
        choices={profileNames.map((name) => ({
          value: name,
          label: PROFILES[name].label,
          hint: PROFILES[name].description,
        }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <RadioCards
          legend="Players learn how they did"
          name="reveal"
          value={settings.reveal}
          onChange={(reveal) => set({ reveal })}
          choices={[
            { value: "instant", label: "At once", hint: "Right after each answer." },
            { value: "suspense", label: "At the reveal", hint: "All together." },
          ]}
        />
        <RadioCards
          legend="Who moves on"
          name="pace"
          value={settings.pace}
          onChange={(pace) => set({ pace })}
          choices={[
            { value: "host", label: "I do", hint: "You press the button." },
            { value: "auto", label: "The clock", hint: "It runs by itself." },
          ]}
        />
      </div>
      {settings.pace === "host" ? (
        <RadioCards
          legend="If I lose my connection"
          name="away"
          value={settings.away}
          onChange={(away) => set({ away })}
          choices={[
            { value: "hold", label: "Wait for me", hint: "The quiz stays where it is after the question." },
            { value: "advance", label: "Go on without me", hint: "After 20 seconds the clock takes over." },
          ]}
        />
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <SecondsSelect
            label="The answer stays for"
            ms={settings.revealMs}
            choices={[3, 5, 7, 10, 15, 30]}
            onChange={(revealMs) => set({ revealMs })}
          />
          <SecondsSelect
            label="The standings stay for"
            ms={settings.standingsMs}
            choices={[3, 4, 6, 10, 15, 30]}
            onChange={(standingsMs) => set({ standingsMs })}
          />
        </div>
      )}
      <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
        <SecondsSelect
          label="Reading time before answers open"
          ms={settings.readingMs}
          choices={[0, 2, 3, 5, 10, 20]}
          onChange={(readingMs) => set({ readingMs })}
        />
        <Switch
          label="People may join late"
          hint="Also after the first question."
          checked={settings.lateJoin}
          onChange={(event) => set({ lateJoin: event.target.checked })}
          className="sm:pt-5"
        />
      </div>
    </div>
  );
}

type SecondsSelectProps = {
  label: string;
  ms: number;
  choices: readonly number[];
  onChange: (ms: number) => void;
};

function SecondsSelect({ label, ms, choices, onChange }: SecondsSelectProps) {
  const seconds = ms / 1000;
  // Settings made elsewhere may hold another number; it stays possible.
  const all = [...new Set([...choices, seconds])].sort((a, b) => a - b);
  return (
    <Select label={label} value={seconds} onChange={(event) => onChange(Number(event.target.value) * 1000)}>
      {all.map((each) => (
        <option key={each} value={each}>
          {each === 0 ? "None" : `${each} seconds`}
        </option>
      ))}
    </Select>
  );
}
