"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { buttonStyles } from "#components/ui/buttons/button-styles.ts";
import { otherAddress } from "#lib/client/address/own-page.ts";

/** A page that fails again this soon after a redraw is not redrawn again. */
const RECOVERS_AGAIN_MS = 10_000;
let recoveredAtMs = Number.NEGATIVE_INFINITY;

/**
 * Shown when a page fails to render. A redraw mends a page that an extension has taken apart, so it is tried first. If the
 * page was opened at an address that the server does not accept, the text names the setting. Players' answers are on the
 * server, and the text says so.
 */
export function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("trouble.error");
  const [answersAt, setAnswersAt] = useState<string | null>(null);
  useEffect(() => {
    void otherAddress().then(setAnswersAt);
  }, []);
  // React keeps an error to itself that has a page of its own.
  useEffect(() => {
    dispatchEvent(new ErrorEvent("error", { error }));
  }, [error]);
  useEffect(() => {
    const nowMs = performance.now();
    if (!(error instanceof DOMException) || nowMs - recoveredAtMs < RECOVERS_AGAIN_MS) return;
    recoveredAtMs = nowMs;
    reset();
  }, [error, reset]);
  return (
    <main className="safe-x mx-auto grid min-h-dvh max-w-lg content-center justify-items-start gap-5">
      <h1 className="display text-[clamp(2.25rem,7vw,3.5rem)]">{t("title")}</h1>
      <p className="text-pretty break-words text-ink-muted text-lg">
        {answersAt === null
          ? t("text")
          : // Inside another page, or opened from a file, a page has no address of its own.
            self.origin === "null"
            ? t("noAddress", { there: answersAt })
            : t("address", {
                there: answersAt,
                here: location.origin,
                setting: `PUBLIC_URL=${location.origin}`,
              })}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button size="lg" onClick={reset}>
          {t("again")}
        </Button>
        {/* A plain link: after a failure a fresh page is better, and the router would add to every page. */}
        <a href="/" className={buttonStyles("secondary", "lg")}>
          {t("start")}
        </a>
      </div>
      {error.digest && (
        <p className="numerals text-ink-muted text-sm">{t("reference", { digest: error.digest })}</p>
      )}
    </main>
  );
}
