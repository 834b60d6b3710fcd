"use client";

import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LANGUAGE_COOKIE, LANGUAGE_NAMES, LANGUAGE_PARAMETER, LOCALES } from "#lib/language/locales.ts";
import { classNames } from "./class-names.ts";

type LanguageChoiceProps = {
  /** The choice holds for addresses under this path: the big screen has one of its own. */
  path?: string;
  className?: string;
};

const YEAR_SECONDS = 31_536_000;

/** The device's own list of languages, each by its own name. Choosing loads the page anew, in that language. */
export function LanguageChoice({ path = "/", className }: LanguageChoiceProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  return (
    <label
      className={classNames(
        "relative flex min-h-11 w-fit items-center gap-2 rounded-md px-3 font-medium text-ink-muted text-sm hover:text-ink has-focus-visible:outline-3 has-focus-visible:outline-focus",
        className,
      )}
    >
      <Languages aria-hidden="true" className="size-4.5 shrink-0" />
      <select
        aria-label={t("language")}
        value={locale}
        onChange={(event) => choose(event.target.value, path)}
        className="min-h-11 appearance-none bg-transparent text-ink outline-none"
      >
        {LOCALES.map((each) => (
          <option key={each} value={each} lang={each} className="bg-surface-raised text-ink">
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

function choose(locale: string, path: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing on older phones
  document.cookie = `${LANGUAGE_COOKIE}=${locale}; path=${path}; max-age=${YEAR_SECONDS}; samesite=lax`;
  const address = new URL(location.href);
  address.searchParams.delete(LANGUAGE_PARAMETER);
  history.replaceState(history.state, "", address);
  location.reload();
}
