"use client";

import { Check, Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import {
  LANGUAGE_COOKIE,
  LANGUAGE_NAMES,
  LANGUAGE_PARAMETER,
  LOCALES,
  type Locale,
} from "#lib/language/locales.ts";
import { classNames } from "../class-names.ts";

type LanguageChoiceProps = {
  /** The choice holds for addresses under this path: the big screen has one of its own. */
  path?: string;
  className?: string;
};

const YEAR_SECONDS = 31_536_000;

/**
 * The language of the page, and behind it the others by their own names. Pressing one loads the page anew, in it; walking
 * through them changes nothing (WCAG 3.2.2). It opens upward: everywhere it stands at the foot.
 */
export function LanguageChoice({ path = "/", className }: LanguageChoiceProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const details = useRef<HTMLDetailsElement>(null);

  function close({ focus }: { focus: boolean }) {
    if (!details.current?.open) return;
    details.current.open = false;
    if (focus) details.current.querySelector("summary")?.focus();
  }

  return (
    <details
      ref={details}
      onKeyDown={(event) => {
        if (event.key === "Escape") close({ focus: true });
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close({ focus: false });
      }}
      className={classNames("relative w-fit text-sm", className)}
    >
      <summary
        aria-label={`${t("language")}: ${LANGUAGE_NAMES[locale as Locale]}`}
        className="flex min-h-11 list-none items-center gap-2 rounded-md px-3 font-medium text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <Languages aria-hidden="true" className="size-4.5 shrink-0" />
        <span className="text-ink">{LANGUAGE_NAMES[locale as Locale]}</span>
      </summary>
      <ul className="absolute start-0 bottom-full z-50 mb-1 grid w-max min-w-full rounded-lg bg-surface-raised p-1.5 text-ink shadow-float ring-1 ring-line">
        {LOCALES.map((each) => (
          <li key={each} className="grid">
            <button
              type="button"
              lang={each}
              aria-current={each === locale || undefined}
              // Safari focuses no button that is pressed: the list would be gone before the press counts.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(each, path)}
              className="flex min-h-11 items-center gap-3 rounded-sm px-3 text-start font-medium -outline-offset-3 hover:bg-ink/7 aria-current:text-accent-ink"
            >
              <span className="flex-1">{LANGUAGE_NAMES[each]}</span>
              {each === locale && <Check aria-hidden="true" className="size-4" />}
            </button>
          </li>
        ))}
      </ul>
    </details>
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
