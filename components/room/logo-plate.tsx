"use client";

import { useState } from "react";
import { mediaUrl } from "#components/media/media-url.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { LogoView } from "#lib/look/room-theme.ts";

type LogoPlateProps = { logo: LogoView; className?: string; onBroken?: () => void };

/** A host's logo on the ground it was drawn for. A picture that cannot be loaded leaves nothing: the room is complete without it. */
export function LogoPlate({ logo, className, onBroken }: LogoPlateProps) {
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  return (
    <span
      className={classNames(
        "inline-grid shrink-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] place-items-center overflow-hidden rounded-[0.5em] p-[0.45em]",
        logo.ground === "dark" ? "bg-[#0d0f1e]" : "bg-[#ffffff]",
        className,
      )}
    >
      {/* biome-ignore lint/performance/noImgElement: a host's own file, kept for ever by browsers */}
      <img
        src={mediaUrl(logo.id)}
        alt={logo.alt}
        width={logo.width}
        height={logo.height}
        draggable={false}
        onError={() => {
          setBroken(true);
          onBroken?.();
        }}
        className="size-full object-contain"
      />
    </span>
  );
}
