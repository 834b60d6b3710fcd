/** A tap the hand can feel, on devices that have one. */
export function buzz(pattern: "press" | "saved" | "right" | "refused"): void {
  if (typeof navigator === "undefined" || !navigator.vibrate) return;
  // Browsers ignore this, and complain in the console, before the first touch of the page.
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  navigator.vibrate(PATTERNS[pattern]);
}

const PATTERNS = { press: 12, saved: [18], right: [20, 60, 40], refused: [50, 40, 50] };
