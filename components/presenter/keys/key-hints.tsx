"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { LanguageChoice } from "#components/ui/fields/language-choice.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useSingleKeys } from "#components/ui/keys/single-keys.ts";
import type { ScreenAction } from "./screen-keys.ts";

type KeyHintsProps = {
  visible: boolean;
  perform?: (action: ScreenAction) => void;
  /** The host's actions here. */
  children?: ReactNode;
};

const HINTS = [
  { key: "F", action: "fullScreen", text: "fullScreen" },
  { key: "Q", action: "code", text: "joinCode" },
  { key: "?", action: "keys", text: "all" },
] as const;

/**
 * What is asked for most, and the language of this screen alone. Gone as soon as nobody touches anything. It lies in the
 * strip at the foot that scenes leave free (2.2 units), so that it covers nothing.
 */
export function KeyHints({ visible, perform, children }: KeyHintsProps) {
  const t = useTranslations("screen.keys");
  const keys = useSingleKeys();
  return (
    <aside
      aria-label={t("label")}
      className={classNames(
        "fixed inset-x-2 bottom-[calc(var(--u)*0.1)] reads:bottom-3 z-40 mx-auto flex w-fit flex-wrap items-center justify-center gap-x-[0.3em] rounded-full reads:rounded-[1.6rem] bg-surface-sunken/95 text-[max(calc(var(--u)*1.05),0.8rem)] text-ink-muted transition-opacity duration-500 has-focus-visible:opacity-100 [--strip:max(calc(var(--u)*2),1.5rem)] reads:px-3 pointer-coarse:[--strip:2.75rem] reads:[--strip:2.75rem]",
        visible ? "opacity-100" : "pointer-events-none opacity-0",
      )}
    >
      {children}
      {perform &&
        HINTS.map(({ key, action, text }) => (
          <button
            key={action}
            type="button"
            onClick={(event) => {
              // A click leaves no focus behind, which would keep this line on the screen.
              if (event.detail > 0) event.currentTarget.blur();
              perform(action);
            }}
            className="flex min-h-(--strip) cursor-pointer items-center gap-[0.5em] whitespace-nowrap rounded-full px-[0.7em] font-medium hover:text-ink"
          >
            {keys && (
              <Kbd className="min-h-0! min-w-[1.6em]! py-0! text-[0.85em]! pointer-coarse:hidden">{key}</Kbd>
            )}
            <span>{t(text)}</span>
          </button>
        ))}
      <LanguageChoice path="/screen" className="text-[1em]! [&_summary]:min-h-(--strip)!" />
    </aside>
  );
}
