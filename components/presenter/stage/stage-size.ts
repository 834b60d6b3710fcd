/**
 * The unit that everything on the big screen is measured in. As a rule a hundredth of the width, or of the height where
 * that is less, so that a scene fills any projector. Then zooming in the browser changes nothing, and a narrow window has
 * no room; so in either case the page becomes one column that scrolls (`data-reads`), in a unit that grows with the zoom.
 */
export function fitStage(root: HTMLElement): void {
  const { zoomed, unit } = stageSize({ innerWidth, innerHeight, outerWidth, outerHeight });
  if (unit === null) {
    root.style.removeProperty("--u");
    delete document.documentElement.dataset.reads;
    return;
  }
  root.style.setProperty("--u", `${unit}px`);
  document.documentElement.dataset.reads = zoomed ? "zoomed" : "narrow";
}

type Sizes = Pick<Window, "innerWidth" | "innerHeight" | "outerWidth" | "outerHeight">;

/** Less than this is the docked tools of a developer, or a toolbar. */
const ZOOMED = 1.4;
const NARROW_PX = 700;
const LOW_PX = 420;
/** Below it, the small print is not legible. */
const LEAST_PX = 9;
/** Across the column, so that a PIN fits into it. */
const UNITS_ACROSS = 44;

/** `unit` in CSS pixels; null where the window has the shape of a screen. */
export function stageSize({ innerWidth, innerHeight, outerWidth, outerHeight }: Sizes): {
  zoomed: boolean;
  unit: number | null;
} {
  const zoomed = outerWidth / innerWidth >= ZOOMED;
  if (!zoomed && innerWidth > NARROW_PX && innerHeight > LOW_PX) return { zoomed, unit: null };
  // The window itself does not zoom: measured by it, the same unit is larger on the screen.
  const unzoomed = zoomed ? Math.min(outerWidth / 100, outerHeight / 56) : 0;
  return { zoomed, unit: Math.max(LEAST_PX, Math.min(unzoomed, innerWidth / UNITS_ACROSS)) };
}
