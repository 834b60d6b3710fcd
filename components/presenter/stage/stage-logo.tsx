"use client";

import { createContext, useContext } from "react";
import { LogoPlate } from "#components/room/logo-plate.tsx";
import type { LogoView } from "#lib/look/room-theme.ts";

/** The host's logo, for every scene that has a top line. */
export const StageLogoContext = createContext<LogoView | undefined>(undefined);

type StageLogoProps = {
  /** Its height in stage units; it may be four times as wide. */
  units: number;
};

export function StageLogo({ units }: StageLogoProps) {
  const logo = useContext(StageLogoContext);
  if (!logo) return null;
  const aspect = Math.min(4, Math.max(0.8, logo.width / logo.height));
  return (
    <span
      className="flex shrink-0"
      style={{ width: `calc(var(--u) * ${units * aspect})`, height: `calc(var(--u) * ${units})` }}
    >
      <LogoPlate logo={logo} className="size-full text-[calc(var(--u)*1)]" />
    </span>
  );
}
