"use client";

import { useEffect, useState } from "react";
import { mediaUrl, ON_STAGE } from "#components/media/media-url.ts";
import { classNames } from "#components/ui/class-names.ts";

/**
 * A host's picture behind everything, under a scrim that leaves every text readable whatever it shows (docs/SPEC.md, TH4).
 * One that does not load leaves the room as it is.
 */
export function StagePhoto({ id }: { id: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    document.documentElement.dataset.photo = "";
    return () => {
      delete document.documentElement.dataset.photo;
    };
  }, [shown]);
  return (
    <div
      aria-hidden="true"
      className={classNames(
        "-z-10 pointer-events-none fixed inset-0 transition-opacity duration-700 contrast-more:hidden forced-colors:hidden",
        shown ? "opacity-100" : "opacity-0",
      )}
    >
      {/* biome-ignore lint/performance/noImgElement: a host's own file, kept for ever by browsers */}
      <img
        src={mediaUrl(id, ON_STAGE.question)}
        alt=""
        onLoad={() => setShown(true)}
        className="size-full object-cover saturate-150"
      />
      <div className="absolute inset-0 bg-(--photo-scrim,var(--background))" />
    </div>
  );
}
