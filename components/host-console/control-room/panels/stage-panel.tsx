"use client";

import { useId } from "react";
import { SCREEN_KEYS } from "#components/presenter/keys/screen-keys.ts";
import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useSingleKeys } from "#components/ui/keys/single-keys.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { StageShow } from "#lib/session/stage.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { CopyButton } from "../sharing/copy-button.tsx";
import { ownPath } from "../sharing/screen-link.tsx";
import type { Commands } from "../use-commands.ts";

type StagePanelProps = { view: View; commands: Commands; presenterUrl: string };

const SHOWS: readonly { show: StageShow; label: string }[] = [
  { show: "code", label: "Join code" },
  { show: "answers", label: "Answers" },
  { show: "correct", label: "Right answer" },
  { show: "rankings", label: "Standings" },
  { show: "race", label: "Race" },
];

/** Controls what every open big screen of the session shows and plays. The letters are those of the big screen. */
export function StagePanel({ view, commands, presenterUrl }: StagePanelProps) {
  const { show, lights, sound } = view.stage;
  const letters = useSingleKeys();
  const name = useId();
  const inLobby = view.phase.name === "lobby";
  const shows = SHOWS.filter((each) => !inLobby || each.show === "code");
  const lay = (each: StageShow) =>
    void commands.send({ command: "setStage", show: each === show ? null : each });
  const light = (next: "dark" | "light") => void commands.send({ command: "setStage", lights: next });
  const play = (next: "on" | "off") => void commands.send({ command: "setStage", sound: next });
  useShortcuts({
    ...Object.fromEntries(shows.map((each) => [keyOf(each.show).toLowerCase(), () => lay(each.show)])),
    [keyOf("sound").toLowerCase()]: () => play(sound === "on" ? "off" : "on"),
    [keyOf("lights").toLowerCase()]: () => light(lights === "light" ? "dark" : "light"),
    escape: show === null ? undefined : () => lay(show),
  });
  return (
    <Card look="flat" padding="md" className="grid gap-4">
      <h2 className="display text-xl">Big screen</h2>
      <ul className="flex flex-wrap gap-2" aria-label="Show on the big screen">
        {shows.map((each) => (
          <li key={each.show}>
            <button
              type="button"
              aria-pressed={each.show === show}
              aria-keyshortcuts={letters ? keyOf(each.show) : undefined}
              onClick={(event) => {
                // After a click Space is the next step again, and not this button once more.
                if (event.detail > 0) event.currentTarget.blur();
                lay(each.show);
              }}
              className={classNames(
                "flex min-h-11 items-center gap-2 rounded-full px-3.5 font-semibold text-sm ring-1 ring-inset transition-colors",
                each.show === show
                  ? "bg-accent text-on-accent ring-transparent"
                  : "bg-surface-raised ring-line hover:bg-surface-sunken",
              )}
            >
              <span>{each.label}</span>
              {letters && <Kbd className="max-lg:hidden pointer-coarse:hidden">{keyOf(each.show)}</Kbd>}
            </button>
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-2 gap-3">
        <RadioCards
          legend="Sound"
          name={`${name}-sound`}
          look="segmented"
          value={sound ?? ""}
          onChange={(next) => next !== "" && play(next)}
          choices={[
            { value: "on", label: "On" },
            { value: "off", label: "Mute" },
          ]}
        />
        <RadioCards
          legend="Light"
          name={`${name}-lights`}
          look="segmented"
          value={lights ?? ""}
          onChange={(next) => next !== "" && light(next)}
          choices={[
            { value: "dark", label: "Dark" },
            { value: "light", label: "Light" },
          ]}
        />
      </div>
      {sound === "on" && (
        <p className="text-ink-muted text-sm leading-snug">
          No sound? Browsers stay silent until somebody has clicked on the big screen once. It shows a button
          for that.
        </p>
      )}
      <p className="flex items-center justify-between gap-2 border-t pt-3 text-sm">
        <span className="min-w-0 text-ink-muted leading-snug">
          Overlay for a video mixer: clock and standings on a transparent page
        </span>
        <CopyButton url={overlayPath(presenterUrl)} label="Copy the link of the overlay" />
      </p>
    </Card>
  );
}

function keyOf(action: StageShow | "sound" | "lights"): string {
  return SCREEN_KEYS.find((each) => each.action === action)?.key ?? "";
}

function overlayPath(presenterUrl: string): string {
  return ownPath(presenterUrl).replace("#", "&overlay=1#");
}
