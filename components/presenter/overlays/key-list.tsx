"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import { switchSingleKeys, useSingleKeys } from "#components/ui/single-keys.ts";
import { Switch } from "#components/ui/switch.tsx";
import { SCREEN_KEYS, type ScreenDeed } from "../screen-keys.ts";
import { VeilSheet } from "./overlay.tsx";

/** Every key there is, large enough to be read while standing at the projector; each also works by a press. */
export function KeyList({ perform }: { perform: (deed: ScreenDeed) => void }) {
  const t = useTranslations("screen.keys");
  const on = useSingleKeys();
  return (
    <VeilSheet
      label={t("label")}
      className="grid content-center-safe justify-center gap-[calc(var(--u)*2)] p-[calc(var(--u)*3)]"
    >
      <h2 className="display text-[calc(var(--u)*4.2)]">{t("label")}</h2>
      <ul className="-mx-[0.6em] grid gap-x-[calc(var(--u)*3)] gap-y-[calc(var(--u)*0.3)] text-[max(calc(var(--u)*2),1rem)] sm:grid-cols-2">
        {SCREEN_KEYS.map(({ key, deed }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => perform(deed)}
              aria-keyshortcuts={on || deed === "back" ? (KEY_NAMES[key] ?? key) : undefined}
              className="flex min-h-11 w-full cursor-pointer items-center gap-[0.9em] rounded-[0.5em] px-[0.6em] py-[0.3em] text-start hover:bg-ink/8"
            >
              <Kbd
                className={`min-w-[2.4em]! justify-center px-[0.5em]! py-[0.25em]! text-[1em]! ${on || deed === "back" ? "" : "invisible"}`}
              >
                {key}
              </Kbd>
              <span>{t(deed)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Switch
        label={t("single")}
        hint={t("singleHint")}
        checked={on}
        onChange={(event) => switchSingleKeys(event.target.checked)}
        className="border-line border-t-2 pt-[calc(var(--u)*1.6)] text-[max(calc(var(--u)*1.7),1rem)] [&_.text-sm]:text-[0.85em]"
      />
    </VeilSheet>
  );
}

const KEY_NAMES: Record<string, string> = { Esc: "Escape" };
