import type { Surface } from "#lib/web/message-types.ts";

/** What components that hosts share with players and screens say. */
export const HOST_SURFACES = [
  "board",
  "connection",
  "refusals",
  "trouble",
  "ui",
] as const satisfies readonly Surface[];
