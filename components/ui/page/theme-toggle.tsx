"use client";

import { Moon, Sun, SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { IconButton } from "../buttons/icon-button.tsx";
import { THEME_KEY } from "./theme.ts";

const next = { system: "light", light: "dark", dark: "system" } as const;
type Theme = keyof typeof next;
const icons = { system: SunMoon, light: Sun, dark: Moon };

/** Goes round: as the device has it, light, dark. */
export function ThemeToggle({ className }: { className?: string }) {
  const theme = useSyncExternalStore(watchTheme, readTheme, () => "system" as const);
  const t = useTranslations("ui.theme");
  const Icon = icons[theme];
  return (
    <IconButton aria-label={t(theme)} onClick={() => writeTheme(next[theme])} className={className}>
      <Icon aria-hidden="true" />
    </IconButton>
  );
}

function watchTheme(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function readTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function writeTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is closed (private window): the choice lasts for this page.
  }
}
