import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { errorWatchScript } from "#components/ui/page/error-watch.ts";
import { FOREIGN_DOM_SCRIPT } from "#components/ui/page/foreign-dom.ts";
import { THEME_SCRIPT } from "#components/ui/page/theme.ts";
import { directionOf, type Locale } from "#lib/language/locales.ts";
import { ERROR_SCRIPT_PATH } from "#lib/protocol/own-page.ts";

/** What every root layout has in common; a language's own titles come on top. */
export const DOCUMENT_METADATA: Metadata = {
  title: { default: "Ovation", template: "%s · Ovation" },
  applicationName: "Ovation",
  manifest: "/manifest.webmanifest",
  formatDetection: { telephone: false },
};

export const DOCUMENT_VIEWPORT: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf5eb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0f1e" },
  ],
};

/** The document of every page. There are several root layouts, since only those under [locale] speak every language. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <html lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the page's scripts */}
        <script dangerouslySetInnerHTML={{ __html: FOREIGN_DOM_SCRIPT }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and it must run before the page's scripts */}
        <script dangerouslySetInnerHTML={{ __html: errorWatchScript(ERROR_SCRIPT_PATH) }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
