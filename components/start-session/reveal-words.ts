import type { Settings } from "#lib/session/settings.ts";

/** When players learn how they did: in the start dialog and in the control room. */
export const REVEAL_CHOICES = [
  { value: "instant", label: "At once" },
  { value: "suspense", label: "At the reveal" },
] as const;

export const REVEAL_HINTS: Record<Settings["reveal"], string> = {
  instant:
    "Each player sees right or wrong and the points after answering, so they could tell others while the question is open. If there are prizes, choose “At the reveal”.",
  suspense: "Players see nothing before the question closes, so there is nothing to tell others.",
};
