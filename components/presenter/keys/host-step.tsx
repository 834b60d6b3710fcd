"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Control } from "#components/host-console/control-room/bar/control.ts";
import { controlsOf } from "#components/host-console/control-room/bar/controls.ts";
import { useMoment } from "#components/host-console/control-room/bar/use-moment.ts";
import { useShortcuts } from "#components/host-console/control-room/keys/use-shortcuts.ts";
import type { Commands } from "#components/host-console/control-room/use-commands.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useSingleKeys } from "#components/ui/keys/single-keys.ts";
import type { View } from "#lib/session/reports/view.ts";
import type { Overlay } from "./screen-keys.ts";

type HostStepProps = { view: View; commands: Commands; overlay: Overlay | null };

/** The race has these for itself while it is up. */
const OF_THE_RACE = [" ", "arrowright"];

/**
 * The big screen as its host's remote control, with the keys and the rules of the control room: the next step, and what
 * letters do. What asks first is done in the control room.
 */
export function HostStep({ view, commands, overlay }: HostStepProps) {
  const t = useTranslations("screen.host");
  const letters = useSingleKeys();
  const { step, beside } = controlsOf(view, useMoment(view));
  const keyed = [...(step ? [step] : []), ...beside].filter(({ asks }) => !asks);
  const press = ({ command }: Control) => void commands.send(command);
  useShortcuts(
    Object.fromEntries(
      keyed.flatMap((control) =>
        control.keys
          .filter((key) => overlay !== "race" || !OF_THE_RACE.includes(key))
          .map((key) => [key, () => press(control)]),
      ),
    ),
  );
  if (!step) return null;
  const [key = ""] = step.keys;
  const shown = key === " " || (letters && key !== "");
  return (
    <>
      {commands.problem && (
        <span role="alert" className="px-2 font-medium text-danger-ink">
          {t("failed")}
        </span>
      )}
      <button
        // A press that changes what it does lets go of the focus: the next one must not hit the new button.
        key={String(step.keys.includes(" "))}
        type="button"
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur();
          press(step);
        }}
        className="flex min-h-(--strip) cursor-pointer items-center gap-[0.6em] whitespace-nowrap rounded-full bg-accent px-[0.9em] font-semibold text-on-accent"
      >
        <span>{t(`step.${step.name}`)}</span>
        <ArrowRight aria-hidden="true" className="size-[1em] rtl:-scale-x-100" />
        {shown && (
          <Kbd className="min-h-0! py-0! text-[0.85em]! pointer-coarse:hidden">
            {key === " " ? t("space") : key.toUpperCase()}
          </Kbd>
        )}
      </button>
    </>
  );
}
