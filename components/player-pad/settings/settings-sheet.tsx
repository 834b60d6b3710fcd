"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/buttons/button.tsx";
import { Switch } from "#components/ui/fields/switch.tsx";
import { Sheet } from "#components/ui/overlays/sheet.tsx";
import { useView } from "#lib/client/connection/use-live-state.ts";
import { ExtraTimeChoice } from "./extra-time-choice.tsx";
import { setPersonalSettings, usePersonalSettings } from "./personal-settings.ts";

/** A player's own settings. They apply at once, on this device only, and stay private. */
export function SettingsSheet({ onClose }: { onClose(): void }) {
  const t = useTranslations("own.settings");
  const settings = usePersonalSettings();
  const shapesOnly = useView((view) => view?.settings.phones === "shapes");
  return (
    <Sheet
      open
      onClose={onClose}
      size="sm"
      title={t("title")}
      description={t("private")}
      footer={
        <Button size="lg" onClick={onClose} data-autofocus>
          {t("done")}
        </Button>
      }
    >
      <div className="grid gap-5">
        <ExtraTimeChoice />
        <div className="grid gap-1">
          {(["largeText", "plainFont", "noMotion"] as const).map((key) => (
            <Switch
              key={key}
              label={t(key)}
              checked={settings[key]}
              onChange={(event) => setPersonalSettings({ [key]: event.target.checked })}
            />
          ))}
          {"speechSynthesis" in window && (
            <Switch
              label={t("readAloud")}
              hint={t("readAloudHint")}
              checked={settings.readAloud}
              onChange={(event) => setPersonalSettings({ readAloud: event.target.checked })}
            />
          )}
          <Switch
            label={t("singleKeys")}
            hint={t("singleKeysHint")}
            checked={settings.singleKeys}
            onChange={(event) => setPersonalSettings({ singleKeys: event.target.checked })}
          />
          {shapesOnly && (
            <Switch
              label={t("showWords")}
              hint={t("showWordsHint")}
              checked={settings.showWords}
              onChange={(event) => setPersonalSettings({ showWords: event.target.checked })}
            />
          )}
        </div>
      </div>
    </Sheet>
  );
}
