"use client";

import { later, useLater } from "#components/ui/page/later.ts";

const line = later(() => import("./team-line.tsx"));

/** The player's own team, in the lobby. Few sessions have teams. */
export function TeamLine({ teamId }: { teamId: string }) {
  const part = useLater(line);
  return part && <part.TeamLine teamId={teamId} />;
}
