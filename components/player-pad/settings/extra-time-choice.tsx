"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { useView } from "#lib/client/connection/use-live-state.ts";
import { EXTRA_TIMES, isAllowed } from "#lib/session/extra-time.ts";
import { setPersonalSettings, usePersonalSettings } from "./personal-settings.ts";

/** More time, where the host allows it, with how it counts. It is asked for as soon as no question is open. */
export function ExtraTimeChoice() {
  const t = useTranslations("own.settings");
  const rule = useView((view) => view?.settings.extraTime ?? "off");
  const { extraTime } = usePersonalSettings();
  if (rule === "off") return <p className="text-ink-muted text-sm">{t("timeOff")}</p>;
  return (
    <div className="grid gap-2">
      <RadioCards
        legend={t("time")}
        name="extra-time"
        value={extraTime !== null && isAllowed(extraTime, rule) ? extraTime : "none"}
        onChange={(value) => setPersonalSettings({ extraTime: value === "none" ? null : value })}
        choices={[
          { value: "none" as const, label: t("times.none") },
          ...EXTRA_TIMES.filter((extra) => isAllowed(extra, rule)).map((extra) => ({
            value: extra,
            label: t(`times.${extra === "1.5x" ? "1_5x" : extra}`),
          })),
        ]}
      />
      <p className="text-ink-muted text-sm leading-snug">{t("timeNote")}</p>
    </div>
  );
}
