"use client";

import { withoutMarks } from "#components/rich-text/without-marks.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { KeptDraft } from "./kept-draft.ts";

type KeptDraftBannerProps = { kept: KeptDraft; onContinue: () => void; onDiscard: () => void };

/** Offered when this browser still has writing that never reached the server. */
export function KeptDraftBanner({ kept, onContinue, onDiscard }: KeptDraftBannerProps) {
  const title = withoutMarks(kept.quiz.title).trim();
  return (
    <Banner
      className="flex-wrap"
      action={
        <span className="flex flex-wrap gap-2">
          <Button variant="ghost" onClick={onDiscard}>
            Discard it
          </Button>
          <Button variant="secondary" onClick={onContinue}>
            Continue with it
          </Button>
        </span>
      }
    >
      <span>
        {`This browser has kept ${title === "" ? "a quiz" : `“${title}”`} that was never saved, from `}
      </span>
      <LocalTime atMs={kept.keptAtMs} />.
    </Banner>
  );
}
