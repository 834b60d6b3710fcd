"use client";

import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { PROFILES, profileNames } from "#lib/points/profiles.ts";
import type { Settings } from "#lib/session/settings.ts";
import { RoomFields } from "./look-fields.tsx";
import type { PictureName } from "./look-pictures.tsx";
import { REVEAL_CHOICES, REVEAL_HINTS } from "./reveal-words.ts";
import { SegmentedChoice } from "./segmented-choice.tsx";
import { TeamFields } from "./team-fields.tsx";

type SettingsFieldsProps = {
  settings: Settings;
  onChange: (settings: Settings) => void;
  onStoring: (name: PictureName, storing: boolean) => void;
};

const PACE_HINTS = {
  host: "You move on after each answer and each standings.",
  auto: "The clock moves the quiz on. You can still step in.",
} as const;
const AWAY_HINTS = {
  hold: "A running question closes in time, then the quiz waits for you.",
  advance: "After 20 seconds without you, the clock moves the quiz on.",
} as const;

const PHONES_HINTS = {
  full: "Question and answers in words, so players do not need to see the big screen.",
  shapes: "Players look up at the big screen. They can still choose to see the words.",
} as const;
const EXTRA_TIME_HINTS = {
  off: "Everyone has the same time.",
  limited:
    "Privately, 1.5 or 2 times as long. The quiz waits for them, and speed points count against their own time limit.",
  unlimited: "As much as they need, up to ten minutes. You can close a question at any time.",
} as const;

/** Settings of play come first, those of looks after. */
export function SettingsFields({ settings, onChange, onStoring }: SettingsFieldsProps) {
  const set = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  const survey = settings.mode === "survey";
  const shuffle = (part: Settings["shuffle"]) => set({ shuffle: { ...settings.shuffle, ...part } });
  return (
    <div className="grid gap-6 pb-1">
      <RadioCards
        legend="How it is played"
        name="mode"
        look="segmented"
        value={settings.mode}
        onChange={(mode) => set({ mode })}
        choices={[
          { value: "live", label: "Individually" },
          { value: "teams", label: "In teams" },
          { value: "survey", label: "As a survey" },
        ]}
      />
      {settings.mode === "teams" && <TeamFields settings={settings} onChange={set} />}
      <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
        {survey ? (
          <p className="rounded-lg bg-surface-sunken p-4 leading-snug">
            A survey has no points, no standings and no right or wrong, even where the quiz marks an answer as
            right. After each question the screens show percentages, averages, word clouds or texts, and at
            the end they thank the players.
          </p>
        ) : (
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
        )}
        <div className="grid gap-5">
          {!survey && (
            <SegmentedChoice
              legend="Players see their result"
              name="reveal"
              hints={REVEAL_HINTS}
              value={settings.reveal}
              onChange={(reveal) =>
                set({ reveal, ...(reveal === "instant" ? { changeAnswers: false } : {}) })
              }
              choices={REVEAL_CHOICES}
            />
          )}
          <SegmentedChoice
            legend="Who moves the quiz on"
            name="pace"
            hints={PACE_HINTS}
            value={settings.pace}
            onChange={(pace) => set({ pace })}
            choices={[
              { value: "host", label: "I do" },
              { value: "auto", label: "The clock" },
            ]}
          />
          {settings.pace === "host" ? (
            <SegmentedChoice
              legend="If I lose my connection"
              name="away"
              hints={AWAY_HINTS}
              value={settings.away}
              onChange={(away) => set({ away })}
              choices={[
                { value: "hold", label: "Wait for me" },
                { value: "advance", label: "Continue" },
              ]}
            />
          ) : (
            <div className="grid grid-cols-2 gap-4">
              <SecondsSelect
                label="Show the answer for"
                ms={settings.revealMs}
                choices={[3, 5, 7, 10, 15, 30]}
                onChange={(revealMs) => set({ revealMs })}
              />
              <SecondsSelect
                label="Show the standings for"
                ms={settings.standingsMs}
                choices={[3, 4, 6, 10, 15, 30]}
                onChange={(standingsMs) => set({ standingsMs })}
              />
            </div>
          )}
          <SecondsSelect
            label="Reading time before answers open"
            ms={settings.readingMs}
            choices={[0, 2, 3, 5, 10, 20]}
            onChange={(readingMs) => set({ readingMs })}
          />
          <SegmentedChoice
            legend="Phones show"
            name="phones"
            hints={PHONES_HINTS}
            value={settings.phones}
            onChange={(phones) => set({ phones })}
            choices={[
              { value: "full", label: "Questions and answers" },
              { value: "shapes", label: "Only the shapes" },
            ]}
          />
          <SegmentedChoice
            legend="Players may ask for more time"
            name="extraTime"
            hints={EXTRA_TIME_HINTS}
            value={settings.extraTime}
            onChange={(extraTime) => set({ extraTime })}
            choices={[
              { value: "off", label: "No" },
              { value: "limited", label: "Up to double" },
              { value: "unlimited", label: "Or no limit" },
            ]}
          />
          <Switch
            label="Send unsent answers when time is up"
            hint="A complete answer that the player has not sent yet is sent at the close."
            checked={settings.sendAtClose}
            onChange={(event) => set({ sendAtClose: event.target.checked })}
          />
          <Switch
            label="Players may change their answer"
            hint="Until time is up; the last answer counts. Results are then shown at the reveal, and a question stays open until its time is up or you close it, even when all have answered."
            checked={settings.changeAnswers}
            onChange={(event) =>
              set(
                event.target.checked ? { changeAnswers: true, reveal: "suspense" } : { changeAnswers: false },
              )
            }
          />
          <Switch
            label="Shuffle the questions"
            hint="One order for all players, drawn when the lobby opens. A slide stays with the question after it."
            checked={settings.shuffle.questions === true}
            onChange={(event) => shuffle({ questions: event.target.checked })}
          />
          <Select
            label="Ask only some questions, at random"
            value={settings.shuffle.draw ?? 0}
            onChange={(draw) => shuffle({ draw: draw || undefined })}
            choices={drawChoices(settings.shuffle.draw).map((each) => ({
              value: each,
              label: each === 0 ? "No, ask all of them" : `${each} of them`,
            }))}
          />
          <Switch
            label="Shuffle the answers on each phone"
            hint="Each player sees the answers in a different order. Colors and shapes stay the same on every phone and on the big screen. The big screen then shows no letters, since they differ from phone to phone."
            checked={settings.shuffle.options === true}
            onChange={(event) => shuffle({ options: event.target.checked })}
          />
          <Switch
            label="People may join late"
            hint="Also after the first question."
            checked={settings.lateJoin}
            onChange={(event) => set({ lateJoin: event.target.checked })}
          />
        </div>
      </div>
      <hr className="border-line" />
      <RoomFields room={settings.room} onChange={(room) => set({ room })} onStoring={onStoring} />
    </div>
  );
}

/** Settings made elsewhere may hold another number; it stays possible. */
function drawChoices(chosen = 0): number[] {
  return [...new Set([0, 3, 5, 10, 15, 20, 30, 50, chosen])].sort((a, b) => a - b);
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
    <Select
      label={label}
      value={seconds}
      onChange={(chosen) => onChange(chosen * 1000)}
      choices={all.map((each) => ({ value: each, label: each === 0 ? "None" : `${each} seconds` }))}
    />
  );
}
