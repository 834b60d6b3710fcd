"use client";

import { Button } from "#components/ui/button.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";

/** A page failed to draw. What players had answered is on the server, and we say so. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="safe-x mx-auto grid min-h-dvh max-w-lg content-center justify-items-start gap-5">
      <h1 className="display text-[clamp(2.25rem,7vw,3.5rem)]">We missed a cue.</h1>
      <p className="text-pretty text-ink-muted text-lg">
        This page stumbled while drawing itself. Every answer you saw confirmed is safe. Try again; it usually
        helps.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button size="lg" onClick={reset}>
          Try again
        </Button>
        {/* A plain link: after a failure a fresh page is what is wanted, and this file is part of every page. */}
        <a href="/" className={buttonStyles("secondary", "lg")}>
          To the start
        </a>
      </div>
      {error.digest && (
        <p className="numerals text-ink-muted text-sm">Reference for support: {error.digest}</p>
      )}
    </main>
  );
}
