/**
 * idle: may be chosen · selected: chosen, still changeable or on its way · locked: chosen and saved
 * correct, wrong: after the reveal, for the player's own choice or the right one · dimmed: no longer in play
 */
export type OptionState = "idle" | "selected" | "locked" | "correct" | "wrong" | "dimmed";

/** How an option looks in each state. */
export const OPTION_STATES: Record<OptionState, string> = {
  idle: "pressable bg-option text-on-option",
  selected: "pressable bg-option text-on-option outline-4 outline-ink outline-offset-3",
  locked: "bg-option text-on-option outline-4 outline-ink outline-offset-3",
  correct: "bg-option text-on-option outline-4 outline-success outline-offset-3",
  wrong:
    "bg-[color-mix(in_oklab,var(--option)_26%,var(--surface))] text-ink outline-4 outline-danger outline-offset-3",
  dimmed: "bg-[color-mix(in_oklab,var(--option)_18%,var(--surface))] text-ink-muted",
};
