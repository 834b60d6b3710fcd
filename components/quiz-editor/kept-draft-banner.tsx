"use client";

import { LocalTime } from "#components/host-console/local-time.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";

type KeptDraftBannerProps = { keptAtMs: number; onContinue: () => void; onDiscard: () => void };

/** Offered when this browser still has writing that never reached the server. */
export function KeptDraftBanner({ keptAtMs, onContinue, onDiscard }: KeptDraftBannerProps) {
  return (
    <Banner
      className="flex-wrap"
      action={
        <span className="flex flex-wrap gap-2">
          <Button variant="ghost" onClick={onDiscard}>
            Throw it away
          </Button>
          <Button variant="secondary" onClick={onContinue}>
            Continue with it
          </Button>
        </span>
      }
    >
      This browser has kept changes of yours that were not saved, from <LocalTime atMs={keptAtMs} />.
    </Banner>
  );
}
