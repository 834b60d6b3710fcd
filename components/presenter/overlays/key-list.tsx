"use client";

import { useTranslations } from "next-intl";
import { Switch } from "#components/ui/fields/switch.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { switchSingleKeys, useSingleKeys } from "#components/ui/keys/single-keys.ts";
import { SCREEN_KEYS, type ScreenAction } from "../keys/screen-keys.ts";
import { OverlaySheet } from "./overlay-sheet.tsx";

/** Every key there is, large enough to be read while standing at the projector; each also works by a press. */
export function KeyList({ perform, own }: { perform: (action: ScreenAction) => void; own: boolean }) {
  const t = useTranslations("screen.keys");
  const on = useSingleKeys();
  return (
    <OverlaySheet
      label={t("label")}
      className="grid content-center-safe justify-center gap-[calc(var(--u)*1.3)] px-[calc(var(--u)*3)] py-[calc(var(--u)*1.8)]"
    >
      <h2 className="display text-[calc(var(--u)*4.2)]">{t("label")}</h2>
      <ul className="-mx-[0.6em] grid gap-x-[calc(var(--u)*3)] text-[max(calc(var(--u)*1.9),1rem)] sm:grid-cols-2">
        {SCREEN_KEYS.map(({ key, action }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => perform(action)}
              aria-keyshortcuts={on || action === "back" ? (KEY_NAMES[key] ?? key) : undefined}
              className="flex min-h-11 w-full cursor-pointer items-center gap-[0.9em] rounded-[0.5em] px-[0.6em] py-[0.3em] text-start hover:bg-ink/8"
            >
              <Kbd
                className={`min-w-[2.4em]! justify-center px-[0.5em]! py-[0.25em]! text-[1em]! ${on || action === "back" ? "" : "invisible"}`}
              >
                {key}
              </Kbd>
              <span>{t(action)}</span>
            </button>
          </li>
        ))}
      </ul>
      {own && <HostKeys letters={on} />}
      <Switch
        label={t("single")}
        hint={t("singleHint")}
        checked={on}
        onChange={(event) => switchSingleKeys(event.target.checked)}
        className="border-line border-t-2 pt-[calc(var(--u)*1.2)] text-[max(calc(var(--u)*1.6),1rem)] [&_.text-sm]:text-[0.85em]"
      />
    </OverlaySheet>
  );
}

/** The keys that move the quiz on, on the host’s own screen. */
function HostKeys({ letters }: { letters: boolean }) {
  const t = useTranslations("screen.host");
  const rows = [
    { keys: [t("space"), "→", "PageDown", "Enter"], text: t("keys.on"), letter: false },
    { keys: ["O"], text: t("keys.open"), letter: true },
    { keys: ["P"], text: t("keys.pause"), letter: true },
    { keys: ["T"], text: t("keys.time"), letter: true },
    { keys: ["L"], text: t("keys.lock"), letter: true },
  ];
  return (
    <section
      aria-label={t("keys.label")}
      className="border-line border-t-2 pt-[calc(var(--u)*1.2)] text-[max(calc(var(--u)*1.6),1rem)]"
    >
      <dl className="flex flex-wrap gap-x-[calc(var(--u)*3)] gap-y-[calc(var(--u)*0.9)]">
        {rows
          .filter(({ letter }) => letters || !letter)
          .map(({ keys, text }) => (
            <div key={text} className="flex items-center gap-[0.6em]">
              <dt className="flex gap-[0.3em]">
                {keys.map((key) => (
                  <Kbd key={key} className="text-[0.8em]!">
                    {key}
                  </Kbd>
                ))}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

const KEY_NAMES: Record<string, string> = { Esc: "Escape" };
