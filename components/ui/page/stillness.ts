/** Whether nothing should move: the device's wish, or the player's own (app/globals.css knows the same two). */
export function wantsStillness(): boolean {
  return (
    document.documentElement.dataset.motion === "none" ||
    matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}
