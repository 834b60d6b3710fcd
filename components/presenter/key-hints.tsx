"use client";

import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { LanguageChoice } from "#components/ui/language-choice.tsx";
import { useSingleKeys } from "#components/ui/single-keys.ts";
import type { ScreenDeed } from "./screen-keys.ts";

type KeyHintsProps = { visible: boolean; perform?: (deed: ScreenDeed) => void };

const HINTS = [
  { key: "F", deed: "fullScreen", text: "fullScreen" },
  { key: "Q", deed: "code", text: "joinCode" },
  { key: "?", deed: "keys", text: "all" },
] as const;

/** What is asked for most, and the language of this screen alone. Gone as soon as nobody touches anything. */
export function KeyHints({ visible, perform }: KeyHintsProps) {
  const t = useTranslations("screen.keys");
  const keys = useSingleKeys();
  return (
    <aside
      aria-label={t("label")}
      className={classNames(
        "fixed inset-x-2 bottom-3 z-40 mx-auto flex w-fit flex-wrap items-center justify-center gap-x-1 rounded-[1.6rem] bg-surface-sunken/95 px-3 text-ink-muted text-sm transition-opacity duration-500 has-focus-visible:opacity-100",
        visible ? "opacity-100" : "pointer-events-none opacity-0",
      )}
    >
      {perform &&
        HINTS.map(({ key, deed, text }) => (
          <button
            key={deed}
            type="button"
            onClick={(event) => {
              // A click leaves no focus behind, which would keep this line on the screen.
              if (event.detail > 0) event.currentTarget.blur();
              perform(deed);
            }}
            className="flex min-h-11 cursor-pointer items-center gap-2 whitespace-nowrap rounded-full px-2.5 font-medium hover:text-ink"
          >
            {keys && <Kbd className="pointer-coarse:hidden">{key}</Kbd>} <span>{t(text)}</span>
          </button>
        ))}
      <LanguageChoice path="/screen" />
    </aside>
  );
}
